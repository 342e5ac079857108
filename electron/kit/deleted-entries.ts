import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import { ok, type Result } from '../../shared/util/result';
import { isSkippedName } from './containment';
import { readWhole } from './content-hash';
import { errorCode, type FileStat, type FileSystem } from './file-system';
import { explain, fail } from './host-failure';
import { type EntryOrder, makeKitFolder, ownEntry, writeNewFile } from './move-entry';
import { readOwnFile, writeOwnFile } from './own-file';

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

/** One file or folder of what was deleted, by its path within it; empty for the whole. */
interface Kept {
  readonly path: string;
  readonly mode: number | null;
}

interface Found extends Kept {
  readonly real: string;
  readonly stat: FileStat;
}

const LIMITS = { entries: 2000, bytes: 256 * 1024 * 1024, file: 64 * 1024 * 1024 } as const;
/** Copies are kept for a month, in milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
const LIST = 'deleted.json';
/** Files that systems leave in folders by themselves. */
const LITTER = new Set(['.DS_Store', '.gitkeep', '.directory', '.localized']);

/**
 * Deletes a file or a folder so that it can be taken back: all of it is copied out of the kit first and is on the disk, then it goes to the
 * trash of the system, or where there is none it is removed. What changed since it was copied is not removed.
 */
export async function deleteEntry(
  order: EntryOrder,
  trash: Trash,
  path: string,
): Promise<Result<Deleted, HostError>> {
  const { fs } = order;
  const what = `"${path}" could not be deleted`;
  const own = await ownEntry(order, path, 'deleted');
  if (!own.ok) return own;
  const real = join(own.value.folder, own.value.name);
  try {
    const found = await tree(fs, path, real, own.value.entry);
    if (!found.ok) return found;
    await forgetOld(fs, trash);
    const id = randomUUID();
    const files = found.value.filter(({ stat }) => stat.kind === 'file');
    for (const [n, { real: file }] of files.entries()) {
      const bytes = await readWhole(fs, file, LIMITS.file);
      if (bytes === null) return tooLarge(path);
      await writeOwnFile(fs, join(trash.folder, id, `${n}.bytes`), bytes);
    }
    const list = found.value.map(({ path: within, stat }) => ({
      path: within,
      mode: stat.kind === 'file' ? stat.mode : null,
    }));
    const record = { path, at: trash.now(), list };
    await writeOwnFile(fs, join(trash.folder, id, LIST), Buffer.from(JSON.stringify(record)));
    if (!(await isUnchanged(fs, found.value))) {
      return fail('changed-on-disk', `"${path}" was changed while it was being deleted. It is still there.`, {
        file: path,
      });
    }
    const system = await discarded(fs, trash, real);
    if (!system) await removeAll(fs, found.value);
    return ok({ id, system });
  } catch (error) {
    return explain(error, what, path);
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
      const bytes = await readOwnFile(fs, join(trash.folder, id, `${n++}.bytes`));
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

/** Everything in a file or folder, folders before what is in them. Refused where a copy could not be whole. */
async function tree(
  fs: FileSystem,
  path: string,
  real: string,
  entry: FileStat,
): Promise<Result<readonly Found[], HostError>> {
  const found: Found[] = [{ path: '', real, stat: entry, mode: entry.mode }];
  let bytes = 0;
  for (let at = 0; at < found.length; at++) {
    const { path: within, real: folder, stat } = found[at] as Found;
    if (stat.kind === 'file') bytes += stat.size;
    if (bytes > LIMITS.bytes || found.length > LIMITS.entries) return tooLarge(path);
    if (stat.kind !== 'folder') continue;
    for (const name of (await fs.names(folder)).sort()) {
      const child = join(folder, name);
      const childStat = await fs.entry(child);
      const ordinary = childStat.kind === 'file' || childStat.kind === 'folder';
      if (!ordinary || (isSkippedName(name) && !LITTER.has(name))) {
        return fail(
          'bad-request',
          `"${path}" holds "${name}", which the studio leaves alone. Delete the folder in your file manager.`,
          { file: path },
        );
      }
      if (!LITTER.has(name))
        found.push({
          path: within === '' ? name : `${within}/${name}`,
          real: child,
          stat: childStat,
          mode: childStat.mode,
        });
    }
  }
  return ok(found);
}

async function isUnchanged(fs: FileSystem, found: readonly Found[]): Promise<boolean> {
  for (const { real, stat } of found) {
    const now = await fs.entry(real);
    const same = now.identity === stat.identity && now.kind === stat.kind;
    if (!same || (stat.kind === 'file' && (now.size !== stat.size || now.modifiedMs !== stat.modifiedMs)))
      return false;
  }
  // By its real place: a folder on the way could have become a link meanwhile.
  const [whole] = found;
  return whole !== undefined && (await fs.realPath(dirname(whole.real))) === dirname(whole.real);
}

async function discarded(fs: FileSystem, trash: Trash, real: string): Promise<boolean> {
  try {
    await trash.discard(real);
  } catch {
    return false;
  }
  // Some systems answer before, or instead of, doing it.
  try {
    await fs.entry(real);
    return false;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

async function removeAll(fs: FileSystem, found: readonly Found[]): Promise<void> {
  for (const { real, stat } of [...found].reverse()) {
    if (stat.kind === 'file') {
      await fs.remove(real);
      continue;
    }
    for (const name of await fs.names(real)) if (LITTER.has(name)) await fs.remove(join(real, name));
    await fs.removeFolder(real);
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
      for (const name of await fs.names(folder)) await fs.remove(join(folder, name));
      await fs.removeFolder(folder);
    } catch (error) {
      // In use by another window, or not ours: it stays.
      if (errorCode(error) === null) throw error;
    }
  }
}

function tooLarge(path: string): Result<never, HostError> {
  return fail(
    'too-large',
    `"${path}" holds more than can be kept for taking it back. Delete it in your file manager.`,
    { file: path },
  );
}
