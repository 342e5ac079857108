import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeQuietly } from './kept-file';

/** What may be kept in all. What was used longest ago goes first. */
export const KEPT_LIMITS = { files: 1000, bytes: 256 * 1024 * 1024 } as const;

/** A file that somebody is still writing is younger than this, in milliseconds. */
const STALE = 60 * 60 * 1000;

interface Kept {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
}

/** Files that are kept, those used last first. Files that somebody is writing are among them only when they were left. */
export function keptFiles(folder: string, now: number = Date.now()): readonly Kept[] {
  const found: Kept[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile() || !/\.(?:report|session|tmp)$/.test(name)) continue;
    if (name.endsWith('.tmp') && now - stat.mtimeMs < STALE) continue;
    found.push({ path, bytes: stat.size, usedMs: name.endsWith('.tmp') ? 0 : stat.mtimeMs });
  }
  return found.sort((a, b) => b.usedMs - a.usedMs);
}

/** Deletes what goes beyond the limits. Never throws: what cannot be deleted stays. */
export function sweep(
  folder: string,
  limits: { readonly files: number; readonly bytes: number } = KEPT_LIMITS,
): void {
  try {
    let bytes = 0;
    keptFiles(folder).forEach((file, index) => {
      bytes += file.bytes;
      if (index >= limits.files || bytes > limits.bytes || file.usedMs === 0) removeQuietly(file.path);
    });
  } catch {
    // The folder is not there, or not ours to read.
  }
}
