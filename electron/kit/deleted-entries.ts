import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import { ok, type Result } from '../../shared/util/result';
import { isInside } from './containment';
import { copyName, copyTree, isUnchanged, type Kept, LIST, type Place } from './deleted-copies';
import { errorCode, type FileSystem } from './file-system';
import { type HeldFolder, holdFolder } from './held-folder';
import { removeHeld } from './held-tree';
import { explain, fail } from './host-failure';
import { type EntryOrder, makeKitFolder, ownEntry, writeNewFile } from './move-entry';
import { readOwnFile } from './own-file';
import { holdsKitFiles } from './save-text';
import { releaseTemporary, takeTemporaryName } from './temporary-name';

/** Where copies of deleted files are kept for taking a deletion back, and how something goes to the system's trash. */
export interface Trash {
  /** A folder of the user's data, absolute. */
  readonly folder: string;
  /** Moves an entry to the trash of the system; rejects where there is none. */
  readonly discard: (path: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A deletion that can be taken back. `system`: the files are in the system's trash too. */
export interface Deleted {
  readonly id: string;
  readonly system: boolean;
}

/** Copies are kept for a month, in milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/**
 * Deletes a file or a folder so that it can be taken back: all of it is copied out of the kit first and is on the disk, then it goes to the
 * trash of the system, or where there is none it is removed. What changed since it was copied is not removed.
 */
export async function deleteEntry(
  order: EntryOrder,
  trash: Trash,
  path: string,
): Promise<Result<Deleted, HostError>> {
  const { fs, scope } = order;
  const what = `"${path}" could not be deleted`;
  const own = await ownEntry(order, path, 'deleted');
  if (!own.ok) return own;
  const { folder: real, name } = own.value;
  const id = randomUUID();
  let folder: HeldFolder | null = null;
  let gone = false;
  try {
    folder = await holdFolder(fs, real, (told) => holdsKitFiles(scope, told));
    await forgetOld(fs, trash);
    const place: Place = { folder, name, allowed: (told) => isInside(scope.root, told) };
    const copied = await copyTree(fs, join(trash.folder, id), trash.now(), path, place);
    if (!copied.ok) return copied;
    if (!(await isUnchanged(fs, place, copied.value))) {
      return fail('changed-on-disk', `"${path}" was changed while it was being deleted. It is still there.`, {
        file: path,
      });
    }
    await folder.confirm();
    const system = await discarded(fs, trash, join(real, name), place, copied.value.get('')?.identity ?? '');
    if (!system) await removeAtOnce(fs, place);
    gone = true;
    await folder.flush().catch(() => {});
    return ok({ id, system });
  } catch (error) {
    return explain(error, what, path);
  } finally {
    await folder?.close();
    if (!gone) await forget(fs, join(trash.folder, id));
  }
}

/** Puts back what was deleted, where it was. Refused when something of that name is there now. */
export async function restoreEntry(
  order: EntryOrder,
  trash: Trash,
  id: string,
): Promise<Result<{ readonly path: string }, HostError>> {
  const { fs } = order;
  try {
    const kept = await readOwnFile(fs, join(trash.folder, id, LIST));
    if (kept === null)
      return fail('not-found', 'What was deleted is not kept any more; look in the system’s trash.');
    const { path, list } = JSON.parse(Buffer.from(kept).toString('utf8')) as {
      readonly path: string;
      readonly list: readonly Kept[];
    };
    let n = 0;
    for (const { path: within, mode } of list) {
      const to = within === '' ? path : `${path}/${within}`;
      if (mode === null) {
        const made = await makeKitFolder(order, to);
        if (!made.ok) return made;
        continue;
      }
      const bytes = await readOwnFile(fs, join(trash.folder, id, copyName(n++)));
      if (bytes === null)
        return fail('not-found', `The copy of "${to}" is not there any more.`, { file: to });
      const written = await writeNewFile(order, to, bytes, mode);
      if (!written.ok) return written;
    }
    return ok({ path });
  } catch (error) {
    return explain(error, 'What was deleted could not be put back');
  }
}

/** The system's trash takes paths only: what the path leads to is looked at just before. */
async function discarded(
  fs: FileSystem,
  trash: Trash,
  real: string,
  { folder, name }: Place,
  identity: string,
): Promise<boolean> {
  try {
    if ((await fs.realPath(real)) !== real || (await fs.entry(real)).identity !== identity) return false;
    await trash.discard(real);
  } catch {
    return false;
  }
  // Some systems answer before, or instead of, doing it.
  try {
    await fs.entry(folder.at(name));
    return false;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

/**
 * Takes a file or folder away in one step, under a name of ours, and then removes it. What cannot be removed comes back when it is whole and the disk
 * lets it; else it counts as deleted, for its copy is kept, and the next opening of the kit removes the rest.
 */
async function removeAtOnce(fs: FileSystem, { folder, name, allowed }: Place): Promise<void> {
  const temporary = takeTemporaryName();
  try {
    await fs.rename(folder.at(name), folder.at(temporary));
    const { removed, error } = await removeHeld(fs, folder, temporary, allowed);
    if (error === null || removed > 0) return;
    try {
      await fs.rename(folder.at(temporary), folder.at(name));
    } catch (second) {
      if (errorCode(second) === null) throw second;
      return;
    }
    throw error;
  } finally {
    releaseTemporary(temporary);
  }
}

async function forgetOld(fs: FileSystem, trash: Trash): Promise<void> {
  let ids: string[] = [];
  try {
    ids = await fs.names(trash.folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  for (const id of ids) {
    const folder = join(trash.folder, id);
    try {
      if (trash.now() - (await fs.entry(folder)).modifiedMs < KEPT_FOR) continue;
    } catch (error) {
      if (errorCode(error) === null) throw error;
      continue;
    }
    await forget(fs, folder);
  }
}

/** Removes the copies of one deletion. */
async function forget(fs: FileSystem, folder: string): Promise<void> {
  try {
    for (const name of await fs.names(folder)) await fs.remove(join(folder, name));
    await fs.removeFolder(folder);
  } catch (error) {
    // Not there, in use by another window, or not ours: it stays.
    if (errorCode(error) === null) throw error;
  }
}
