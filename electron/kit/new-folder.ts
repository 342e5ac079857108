import { errorCode, type FileSystem } from './file-system';
import type { HeldFolder } from './held-folder';

/** Whether a new folder may be put in place under a path without overwriting anything. */
export async function targetState(fs: FileSystem, target: string): Promise<'absent' | 'empty' | 'taken'> {
  try {
    const entry = await fs.entry(target);
    // A link is not followed: what comes would replace it.
    if (entry.kind !== 'folder') return 'taken';
    return (await fs.names(target)).length === 0 ? 'empty' : 'taken';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'absent';
    throw error;
  }
}

/**
 * Gives a finished folder its place, both in the folder that is held; `state` is what was there. It lasts when this resolves. On any failure it
 * has its former name again, and the place is as it was, as far as the disk lets that be done.
 */
export async function putInPlace(
  fs: FileSystem,
  parent: HeldFolder,
  names: { readonly from: string; readonly to: string },
  state: 'absent' | 'empty',
): Promise<void> {
  const [from, to] = [parent.at(names.from), parent.at(names.to)];
  await parent.confirm();
  // Windows does not rename over a folder, not even an empty one.
  if (state === 'empty') await fs.removeFolder(to);
  let placed = false;
  try {
    await fs.rename(from, to);
    placed = true;
    await parent.flush();
  } catch (error) {
    if (placed) await quietly(() => fs.rename(to, from));
    if (state === 'empty') await quietly(() => fs.makeFolder(to));
    throw error;
  }
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The disk failed again; what went wrong first is what is told.
    if (errorCode(error) === null) throw error;
  }
}
