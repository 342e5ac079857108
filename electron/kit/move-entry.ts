import { basename, dirname, join } from 'node:path';
import { MANIFEST_FILE } from '../../shared/domain/manifest';
import type { HostError } from '../../shared/ipc/contract';
import { OWN_FILES } from '../../shared/rubric/own-files';
import { ok, type Result } from '../../shared/util/result';
import { writeAtomically } from './atomic-write';
import { absolutePath, belongsToKit, checkKitPath, type KitScope } from './containment';
import { errorCode, type FileStat, type FileSystem } from './file-system';
import { type HeldFolder, holdFolder } from './held-folder';
import { explain, fail } from './host-failure';
import { readKitBytes } from './read-text';
import { alreadyThere, holdsKitFiles, makeFolders, takenName, told } from './save-text';

export interface EntryOrder {
  readonly fs: FileSystem;
  readonly scope: KitScope;
}

type Nothing = Record<never, never>;

/** A file or folder of the kit that may be moved or deleted, by where it really is. */
export interface OwnEntry {
  /** Its folder, links resolved. */
  readonly folder: string;
  readonly name: string;
  readonly entry: FileStat;
}

/**
 * Gives a file or folder another name or another place, making the folders it needs. Nothing that exists is replaced, however it is spelled; a
 * change of capitals only is no other name. A kill in between leaves the file under its old name, its new one, or both.
 */
export async function moveEntry(
  order: EntryOrder,
  from: string,
  to: string,
): Promise<Result<Nothing, HostError>> {
  const { fs, scope } = order;
  const what = `"${from}" could not be moved`;
  const source = await ownEntry(order, from, 'moved');
  if (!source.ok) return source;
  const wanted = newPath(scope, to);
  if (!wanted.ok) return wanted;
  if (`${to}/`.startsWith(`${from}/`) && to !== from)
    return fail('bad-request', `"${from}" cannot be moved into itself.`, { file: from });
  const held: HeldFolder[] = [];
  try {
    const place = await makeFolders(fs, scope, to);
    if (!place.ok) return place;
    const take = async (folder: string) => {
      const one = await holdFolder(fs, folder, (real) => holdsKitFiles(scope, real));
      held.push(one);
      return one;
    };
    const old = await take(source.value.folder);
    const now = place.value === source.value.folder ? old : await take(place.value);
    const name = basename(to);
    const taken = await takenName(fs, now.at('.'), name);
    const itself = now === old && taken === source.value.name;
    if (taken !== null && !itself) return alreadyThere(to, taken);
    for (const folder of held) await folder.confirm();
    await giveName(fs, old.at(source.value.name), now.at(name), source.value.entry, itself);
    for (const folder of held) await folder.flush();
    return ok({});
  } catch (error) {
    return explain(error, what, from);
  } finally {
    for (const folder of held) await folder.close();
  }
}

/** A second name and then no first one: unlike a rename, that never replaces a file somebody put there just now. */
async function giveName(
  fs: FileSystem,
  from: string,
  to: string,
  entry: FileStat,
  itself: boolean,
): Promise<void> {
  if (entry.kind !== 'file' || itself || !(await linked(fs, from, to))) {
    await fs.rename(from, to);
    return;
  }
  try {
    await fs.remove(from);
  } catch (error) {
    await fs.remove(to).catch(() => {});
    throw error;
  }
}

/** False on disks that give a file one name only. */
async function linked(fs: FileSystem, from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error) ?? '')) throw error;
    return false;
  }
}

/** Makes an empty folder, and those it needs. */
export async function makeKitFolder(
  { fs, scope }: EntryOrder,
  path: string,
): Promise<Result<Nothing, HostError>> {
  const wanted = newPath(scope, path);
  if (!wanted.ok) return wanted;
  let held: HeldFolder | null = null;
  try {
    const place = await makeFolders(fs, scope, path);
    if (!place.ok) return place;
    held = await holdFolder(fs, place.value, (real) => holdsKitFiles(scope, real));
    const name = basename(path);
    const taken = await takenName(fs, held.at('.'), name);
    if (taken !== null) return alreadyThere(path, taken);
    await held.confirm();
    await fs.makeFolder(held.at(name));
    await held.flush();
    return ok({});
  } catch (error) {
    return explain(error, `The folder "${path}" could not be made`, path);
  } finally {
    await held?.close();
  }
}

/** Writes a copy of a file under a new name, byte by byte. */
export async function duplicateFile(
  order: EntryOrder,
  from: string,
  to: string,
): Promise<Result<Nothing, HostError>> {
  const read = await readKitBytes(order.fs, order.scope, from);
  return read.ok ? writeNewFile(order, to, read.value.bytes, read.value.mode) : read;
}

/** Writes bytes to a file that is not there yet. */
export async function writeNewFile(
  { fs, scope }: EntryOrder,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<Result<Nothing, HostError>> {
  const what = `"${path}" could not be written`;
  const wanted = newPath(scope, path);
  if (!wanted.ok) return wanted;
  let held: HeldFolder | null = null;
  try {
    const place = await makeFolders(fs, scope, path);
    if (!place.ok) return place;
    held = await holdFolder(fs, place.value, (real) => holdsKitFiles(scope, real));
    const name = basename(path);
    const taken = await takenName(fs, held.at('.'), name);
    if (taken !== null) return alreadyThere(path, taken);
    const permissions = (mode & 0o777) | 0o200;
    const written = await writeAtomically(fs, {
      folder: held,
      name,
      bytes,
      expected: 'nothing',
      permissions,
    });
    if (written.ok) return ok({});
    return written.error.kind === 'changed' ? alreadyThere(path, name) : told(written.error, what, path);
  } catch (error) {
    return explain(error, what, path);
  } finally {
    await held?.close();
  }
}

/** Longest name of a file or folder, in bytes: what every common disk takes, with room for a temporary's ending. */
const LONGEST_NAME = 200;

function newPath(scope: KitScope, path: string): Result<string, HostError> {
  const checked = checkKitPath(path);
  if (!checked.ok) return checked;
  if (OWN_FILES.includes(path)) return keepsItsName(path);
  const long = path.split('/').find((name) => Buffer.byteLength(name) > LONGEST_NAME);
  if (long !== undefined) {
    return fail('bad-request', `A name may have ${LONGEST_NAME} bytes at most; this one is longer.`, {
      file: path,
    });
  }
  return belongsToKit(scope, absolutePath(scope, path))
    ? checked
    : fail('outside-kit', `"${path}" is not in one of the folders that kit.yaml names.`, { file: path });
}

/** Looks at what is to be moved or deleted: an ordinary file or folder of the kit, and none that the kit is known by. */
export async function ownEntry(
  { fs, scope }: EntryOrder,
  path: string,
  what: 'moved' | 'deleted',
): Promise<Result<OwnEntry, HostError>> {
  const checked = checkKitPath(path);
  if (!checked.ok) return checked;
  if (path === MANIFEST_FILE || OWN_FILES.includes(path)) return keepsItsName(path);
  const absolute = absolutePath(scope, path);
  try {
    const folder = await fs.realPath(dirname(absolute));
    const name = basename(absolute);
    if (!belongsToKit(scope, join(folder, name)) || !holdsKitFiles(scope, folder)) {
      return fail('outside-kit', `"${path}" does not belong to this kit and is not ${what}.`, { file: path });
    }
    if (scope.folders?.includes(join(folder, name))) {
      return fail(
        'bad-request',
        `"${path}" is named by kit.yaml as a folder of this kit and is not ${what}.`,
        {
          file: path,
        },
      );
    }
    // A disk that folds case finds a file by a name it does not have.
    if (!(await fs.names(folder)).includes(name))
      return fail('not-found', `"${path}" is not there any more.`, { file: path });
    const entry = await fs.entry(join(folder, name));
    if (entry.kind === 'file' || entry.kind === 'folder') return ok({ folder, name, entry });
    return fail('bad-request', `"${path}" is a link or no ordinary file; it is not ${what} here.`, {
      file: path,
    });
  } catch (error) {
    return explain(error, `"${path}" could not be ${what}`, path);
  }
}

function keepsItsName(path: string): Result<never, HostError> {
  return fail('bad-request', `"${path}" is what the studio knows this kit by; it keeps its name and place.`, {
    file: path,
  });
}
