import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SectionLayout } from './section-layout';

/** Rises when what is measured or kept changes its meaning. */
const REVISION = 1;
const FILE = 'layouts.json';
/** So many places are kept, a few megabytes; the worked example has some 3,000 in each setting. */
const MOST_PLACES = 60_000;
/** Scripts that the bundled faces lack: fonts of the machine draw them, and those may be others the next time. */
const FOREIGN = /[\u0590-\u1cff\u2e80-\ua71f\ua800-\u{10ffff}]/u;

/**
 * How sections of books were laid out, by what they consist of: the same markup under the same style is laid out the same, so that it need not be
 * printed to know it. Only a help: a book is always printed whole in the end, and compared with what was known.
 */
export class KnownLayouts {
  private readonly layouts = new Map<string, SectionLayout>();
  /** What belongs to this machine and is not kept. */
  private readonly passing = new Set<string>();
  private changed = false;

  /**
   * @param look What decides beside the markup: engine, style sheets, fonts.
   * @param folder Where they survive a restart; null keeps them for one export only.
   */
  constructor(
    private readonly look: string,
    private readonly folder: string | null,
  ) {}

  /** The name of a markup on a paper. */
  key(paper: string, markup: string): string {
    const key = createHash('sha256').update(`${paper}\n${markup}`).digest('base64url');
    if (FOREIGN.test(markup)) this.passing.add(key);
    return key;
  }

  get(key: string): SectionLayout | null {
    const known = this.layouts.get(key);
    if (!known) return null;
    // Least recently used goes first.
    this.layouts.delete(key);
    this.layouts.set(key, known);
    return known;
  }

  set(key: string, layout: SectionLayout): void {
    this.layouts.set(key, layout);
    this.changed = true;
  }

  /** Nothing that was known holds any more. */
  forget(): void {
    this.layouts.clear();
    this.changed = true;
  }

  async load(): Promise<void> {
    if (this.folder === null) return;
    try {
      const text = await readFile(join(this.folder, FILE), 'utf8');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== this.seal(body)) return;
      for (const [key, layout] of JSON.parse(body) as [string, SectionLayout][])
        this.layouts.set(key, layout);
    } catch {
      // Nothing is known then.
    }
  }

  /** Keeps them for the next export; where the disk fails, that one measures again. */
  async save(): Promise<void> {
    if (this.folder === null || !this.changed) return;
    const kept: [string, SectionLayout][] = [];
    let room = MOST_PLACES;
    for (const [key, layout] of [...this.layouts].reverse()) {
      room -= layout.places.length + 1;
      if (room < 0) break;
      if (!this.passing.has(key)) kept.push([key, layout]);
    }
    const body = JSON.stringify(kept.reverse());
    const target = join(this.folder, FILE);
    const temporary = `${target}.tmp-${process.pid}`;
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(temporary, `${this.seal(body)}\n${body}`, { mode: 0o600 });
      await rename(temporary, target);
      this.changed = false;
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  /** Fits only what was written whole, by this revision, under this look. */
  private seal(body: string): string {
    return createHash('sha256').update(`${REVISION}\n${this.look}\n${body}`).digest('hex');
  }
}
