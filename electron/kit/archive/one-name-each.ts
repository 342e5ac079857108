import { foldedPath } from '../../../shared/domain/kit-path';
import type { ArchiveEntry } from './entry-checks';
import { PACK_ANEW, shownName } from './entry-name';

/**
 * Whether each name in a zip is one file or folder on every disk (requirements C6 and D6): none twice, none that is another where capitals or
 * accents are folded, none that is a file and a folder. Folders that are only in the paths of others count too. Null, or what is wrong.
 */
export function collision(entries: readonly ArchiveEntry[]): string | null {
  const seen = new Map<
    string,
    { readonly path: string; readonly isFolder: boolean; readonly listed: boolean }
  >();
  for (const { path, isFolder } of entries) {
    const names = path.split('/');
    for (let depth = 1; depth <= names.length; depth++) {
      const listed = depth === names.length;
      const here = { path: names.slice(0, depth).join('/'), isFolder: isFolder || !listed, listed };
      const folded = foldedPath(here.path);
      const other = seen.get(folded);
      if (other === undefined) {
        seen.set(folded, here);
        continue;
      }
      if (other.path !== here.path) return alike(other.path, here.path);
      if (other.isFolder !== here.isFolder) return both(here.path);
      if (listed && other.listed) return twice(here.path);
      if (listed) seen.set(folded, here);
    }
  }
  return null;
}

function alike(one: string, other: string): string {
  return `"${shownName(one)}" and "${shownName(other)}" in this zip differ only in capitals or in how accents are spelled; on many disks they are one and the same. ${PACK_ANEW.replace('it', 'one of them')}`;
}

function both(path: string): string {
  return `"${shownName(path)}" in this zip is a file and a folder at once. ${PACK_ANEW.replace('it', 'one of them')}`;
}

function twice(path: string): string {
  return `"${shownName(path)}" is in this zip twice, and only one of them could be unpacked. Leave one out and pack the zip anew.`;
}
