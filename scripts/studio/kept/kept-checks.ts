import { createHash } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptSession } from '../../../shared/rubric/kept-session';
import type { CheckedKit, KitOrder } from '../checked-kit';
import type { GivenKit } from '../given-kit';
import type { Piece } from '../report-pieces';
import { isOurs, makeCacheFolder } from './cache-folder';
import { keyOf, readKept, writeKept } from './kept-file';
import { sweep } from './sweep';

/** Where results are kept, and by which program: another one's are not believed. */
export interface CheckCache {
  readonly folder: string;
  /** Tells the content of the program that checks. */
  readonly program: string;
}

/** A report without what was complained about, which is found out anew each time. */
export type KeptReport = Omit<CheckedKit, 'complaints'>;

/** An earlier session over a kit, and what each of its files was then. */
export interface EarlierSession {
  readonly digests: ReadonlyMap<string, string>;
  readonly session: KeptSession;
}

/** A report of more UTF-16 units than this is not kept: reading it would be no gain, and memory is needed for it twice. */
export const MOST_KEPT = 32 * 1024 * 1024;

/**
 * What earlier checks of a kit found. A report is kept with everything it depends on (the program, the order, the kit's name, every path with
 * the digest of its text) and is given back only for the very same; a session is kept for when some files changed. One of each for a kit and an
 * order: a newer one takes the place of the older.
 */
export class KeptChecks {
  private readonly usable: boolean;
  private wrote = false;

  constructor(private readonly cache: CheckCache) {
    let usable = false;
    try {
      makeCacheFolder(cache.folder);
      usable = isOurs(cache.folder);
    } catch {
      // Every check starts anew then.
    }
    this.usable = usable;
  }

  /** The report of a kit that is as it was, or null. */
  report(kit: GivenKit, place: string, order: KitOrder): KeptReport | null {
    if (!this.usable) return null;
    const path = this.pathOf(kit, 'report', [place, orderKey(order)]);
    const found = readKept(path, this.reportKey(kit, place, order)) as KeptReport | null;
    if (found) touch(path);
    return found;
  }

  async keepReport(kit: GivenKit, place: string, order: KitOrder, report: KeptReport): Promise<void> {
    if (!this.usable || lengthOf(report.pieces) > MOST_KEPT) return;
    const path = this.pathOf(kit, 'report', [place, orderKey(order)]);
    this.wrote = (await writeKept(path, this.reportKey(kit, place, order), report)) || this.wrote;
  }

  /** What the last check of this kit knew when it ended. */
  session(kit: GivenKit): EarlierSession | null {
    if (!this.usable) return null;
    const path = this.pathOf(kit, 'session', []);
    const found = readKept(path, this.sessionKey(kit)) as EarlierSession | null;
    if (found) touch(path);
    return found;
  }

  async keepSession(kit: GivenKit, session: KeptSession | null): Promise<void> {
    if (!this.usable || !session) return;
    const digests = new Map(kit.files.map(({ path, digest }) => [path, digest]));
    const path = this.pathOf(kit, 'session', []);
    const kept: EarlierSession = { digests, session };
    this.wrote = (await writeKept(path, this.sessionKey(kit), kept)) || this.wrote;
  }

  /** Keeps what is kept within its limits; to be called at the end of a run. */
  close(): void {
    if (this.wrote) sweep(this.cache.folder);
  }

  private pathOf({ root }: GivenKit, ending: 'report' | 'session', slot: readonly unknown[]): string {
    const name = createHash('sha256')
      .update(JSON.stringify([root, slot]))
      .digest('hex')
      .slice(0, 32);
    return join(this.cache.folder, `${name}.${ending}`);
  }

  private reportKey(kit: GivenKit, place: string, order: KitOrder): Buffer {
    return keyOf([
      ...this.maker(),
      place,
      orderKey(order),
      kit.name,
      kit.files.map(({ path, digest }) => [path, digest]),
    ]);
  }

  private sessionKey(kit: GivenKit): Buffer {
    return keyOf([...this.maker(), 'session', kit.name]);
  }

  /** Another version of Node may write numbers and sort words otherwise. */
  private maker(): readonly string[] {
    return [this.cache.program, process.version, process.versions.v8, process.arch];
  }
}

/** What of an order the pieces of a report depend on. */
function orderKey({ given: { format, least, kind, colour } }: KitOrder): readonly unknown[] {
  return [format, kind ?? null, format === 'json' ? null : least, format === 'text' && colour];
}

/** How long pieces of a report are, in UTF-16 units or about so. */
export function lengthOf(pieces: readonly Piece[]): number {
  let length = 0;
  for (const piece of pieces)
    length +=
      piece.part === 'text'
        ? piece.text.length
        : piece.part === 'results'
          ? piece.findings.length * 500
          : piece.items.length;
  return length;
}

/** Says that something was used now. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // It then goes a little earlier.
  }
}
