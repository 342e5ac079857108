import { errorCode, type FileStat, type FileSystem } from './file-system';
import { type HeldFolder, holdFolder } from './held-folder';

/** Something in a folder that is held, and where it stands below the entry the walk began with. */
export interface HeldEntry {
  readonly folder: HeldFolder;
  readonly name: string;
  /** Empty for the entry the walk began with. */
  readonly within: string;
  readonly stat: FileStat;
}

export interface TreeVisit {
  /** Before what is in a folder; an error ends the walk. */
  readonly enter?: (entry: HeldEntry) => Promise<void>;
  /** After what is in a folder. */
  readonly leave?: (entry: HeldEntry) => Promise<void>;
  /** Where a folder may really be. */
  readonly allowed: (real: string) => boolean;
}

/** Goes through a file or a folder and all in it, each folder reached from the one it is in: a name that is swapped meanwhile leads nowhere else. */
export async function walkHeld(
  fs: FileSystem,
  folder: HeldFolder,
  name: string,
  visit: TreeVisit,
  within = '',
): Promise<void> {
  const entry = { folder, name, within, stat: await fs.entry(folder.at(name)) };
  await visit.enter?.(entry);
  if (entry.stat.kind === 'folder') {
    const held = await holdFolder(fs, folder.at(name), visit.allowed);
    try {
      for (const child of (await fs.names(held.at('.'))).sort())
        await walkHeld(fs, held, child, visit, within === '' ? child : `${within}/${child}`);
    } finally {
      await held.close();
    }
  }
  await visit.leave?.(entry);
}

/** Removes a file, or a folder with all in it; links go as such. Resolves to how many entries are gone when one could not be removed. */
export async function removeHeld(
  fs: FileSystem,
  folder: HeldFolder,
  name: string,
  allowed: (real: string) => boolean,
): Promise<{ readonly removed: number; readonly error: unknown }> {
  let removed = 0;
  try {
    await walkHeld(fs, folder, name, {
      allowed,
      leave: async (entry) => {
        const path = entry.folder.at(entry.name);
        await (entry.stat.kind === 'folder' ? fs.removeFolder(path) : fs.remove(path));
        removed++;
      },
    });
    return { removed, error: null };
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return { removed, error };
  }
}
