import { folderNameProblem } from '../../../shared/domain/folder-name';
import { foldedPath } from '../../../shared/domain/kit-path';
import type { FileSystem } from '../file-system';

/** The name a zip suggests for its folder: its own without the ending, where a folder may be called so. */
export function nameFromZip(zipName: string): string {
  const bare = zipName.replace(/\.zip$/i, '').trim();
  return folderNameProblem(bare) === null ? bare : 'kit';
}

/** The first name that is free in a folder: the name itself, or with a number. */
export async function freeName(fs: FileSystem, parent: string, name: string): Promise<string> {
  const taken = new Set((await fs.names(parent)).map(foldedPath));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(foldedPath(candidate))) return candidate;
  }
}
