import { type Zippable, zipSync } from 'fflate';
import { comparePaths } from '../../shared/domain/kit-path';

/**
 * A zip whose bytes depend on its files only: sorted names, one fixed time, fixed level and attributes. The time is made of local parts because
 * zip times are local: the same numbers in every zone.
 */
export function packZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort(comparePaths)) {
    entries[path] = [files.get(path) as Uint8Array, { mtime, level: 6, os: 3, attrs: 0o644 << 16 }];
  }
  return zipSync(entries);
}
