import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAWING_REVISION, type DrawingTheme, type DrawnPicture } from '../../shared/ipc/drawing';
import { svgProblem } from './svg-check';

/** Upper bounds in characters (memory) and bytes (disk). The whole worked example takes well under a megabyte. */
const MEMORY_LIMIT = 24 * 1024 * 1024;
const DISK_LIMIT = 64 * 1024 * 1024;
/** The folder is measured after this many new pictures, not after each. */
const SWEEP_EVERY = 64;

/**
 * What a picture is kept under: 64 hexadecimal digits that stand for its text, theme, and everything that decides how it is drawn.
 * @param drawnBy Version of Mermaid.
 */
export function pictureKey(source: string, theme: DrawingTheme, drawnBy: string): string {
  return createHash('sha256').update(`${DRAWING_REVISION}\n${drawnBy}\n${theme}\n${source}`).digest('hex');
}

/**
 * Pictures that were drawn before, in memory and on disk, so that preview, export and the next start draw nothing twice. A cache only: every
 * failure of the disk means that the picture is drawn again. What is read back is checked like what is drawn.
 */
export class SvgStore {
  private readonly memory = new Map<string, DrawnPicture>();
  private held = 0;
  private written = 0;

  /** @param folder Where pictures survive a restart; null keeps them in memory only. */
  constructor(private readonly folder: string | null) {}

  async get(key: string): Promise<DrawnPicture | null> {
    const known = this.memory.get(key);
    if (known) {
      this.memory.delete(key);
      this.memory.set(key, known);
      return known;
    }
    const stored = await this.read(key);
    if (stored) this.remember(key, stored);
    return stored;
  }

  /** A picture that is `passing` is kept in memory only. */
  async put(key: string, picture: DrawnPicture, passing = false): Promise<void> {
    this.remember(key, picture);
    if (this.folder === null || passing) return;
    const target = join(this.folder, `${key}.json`);
    const temporary = `${target}.tmp-${process.pid}`;
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(temporary, JSON.stringify(picture), { flag: 'w', mode: 0o600 });
      await rename(temporary, target);
      if (++this.written % SWEEP_EVERY === 0) await this.sweep(this.folder);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  private remember(key: string, picture: DrawnPicture): void {
    this.memory.set(key, picture);
    this.held += picture.svg.length;
    for (const [oldest, { svg }] of this.memory) {
      if (this.held <= MEMORY_LIMIT || oldest === key) break;
      this.memory.delete(oldest);
      this.held -= svg.length;
    }
  }

  private async read(key: string): Promise<DrawnPicture | null> {
    if (this.folder === null) return null;
    const file = join(this.folder, `${key}.json`);
    try {
      const value: unknown = JSON.parse(await readFile(file, 'utf8'));
      if (!isPicture(value) || svgProblem(value.svg) !== null) return null;
      // Least recently used goes first when the folder is swept.
      await utimes(file, new Date(), new Date()).catch(() => undefined);
      return value;
    } catch {
      return null;
    }
  }

  private async sweep(folder: string): Promise<void> {
    const files: { readonly path: string; readonly size: number; readonly used: number }[] = [];
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const stats = await stat(path);
      if (stats.isFile()) files.push({ path, size: stats.size, used: stats.mtimeMs });
    }
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
      if (total <= DISK_LIMIT) return;
      await rm(path, { force: true });
      total -= size;
    }
  }
}

function isPicture(value: unknown): value is DrawnPicture {
  if (typeof value !== 'object' || value === null) return false;
  const { svg, width, height } = value as Record<string, unknown>;
  return (
    typeof svg === 'string' &&
    typeof width === 'number' &&
    typeof height === 'number' &&
    width > 0 &&
    height > 0
  );
}
