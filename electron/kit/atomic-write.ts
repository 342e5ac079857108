import { err, ok, type Result } from '../../shared/util/result';
import { readWhole, sha256 } from './content-hash';
import { closeQuietly, errorCode, type FileStat, type FileSystem, type OpenFile } from './file-system';
import type { HeldFolder } from './held-folder';
import { type SaveLock, takeSaveLock } from './save-lock';
import { releaseTemporary, takeTemporaryName } from './temporary-name';

export interface AtomicWrite {
  readonly folder: HeldFolder;
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * SHA-256 hashes one of which the target must have just before it is replaced. `'anything'`: the file is our own, replace or make it.
   * `'nothing'`: there must be no such file.
   */
  readonly expected: readonly string[] | 'anything' | 'nothing';
  /** Permissions of a file that is made; the system's mask applies. An existing file's are kept. */
  readonly permissions?: number;
}

/**
 * Why the bytes count as not saved. `changed`: the target is not the expected one and was left alone. `failed`: an operation failed with
 * `error`; `replaced` tells that the target holds the new bytes already but the disk did not confirm that they will last.
 */
export type WriteFailure =
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'failed';
      readonly error: unknown;
      readonly replaced: boolean;
      readonly step: WriteStep;
    };

/** How far a write got when it failed. */
export type WriteStep = 'prepare' | 'attributes' | 'write' | 'compare' | 'rename' | 'flush-folder';

/** Larger files are never saved, so a target beyond this is certainly a different one. */
const COMPARE_LIMIT = 64 * 1024 * 1024;

/**
 * Replaces a file so that at every moment, through a kill or a power cut, it is wholly the old one or wholly the new one: exclusive temporary
 * beside it, attributes, mode and owner copied, all bytes, flush, the target's hash compared, rename, flush of the folder. Only then it answers ok.
 * The hash is compared and not time or size, because those can be equal by chance or on purpose; comparing and renaming are one turn among
 * processes of ours.
 */
export async function writeAtomically(
  fs: FileSystem,
  write: AtomicWrite,
): Promise<Result<string, WriteFailure>> {
  const { folder, bytes } = write;
  const target = folder.at(write.name);
  const temporary = takeTemporaryName();
  let step: WriteStep = 'prepare';
  let made = false;
  let lock: SaveLock | null = null;
  try {
    const existing = await entryOrNull(fs, target);
    if (existing && write.expected === 'nothing') return err({ kind: 'changed' });
    const file = await fs.open(
      folder.at(temporary),
      'create-new',
      existing ? 0o600 : (write.permissions ?? 0o666),
    );
    made = true;
    await closing(file, async () => {
      step = 'attributes';
      // The studio's own files have none.
      if (existing?.kind === 'file' && write.expected !== 'anything')
        await fs.copyAttributes(target, file, folder.at(temporary));
      if (existing) await copyOwnership(file, existing);
      step = 'write';
      await writeFully(file, bytes);
      await file.flush();
    });
    step = 'compare';
    // A new file is linked into its place, which needs no turn.
    if (typeof write.expected !== 'string') lock = await takeSaveLock(fs, folder, write.name);
    if (!(await isExpected(fs, target, write.expected))) return err({ kind: 'changed' });
    await folder.confirm();
    if (lock && !(await lock.isOurs())) throw busy();
    step = 'rename';
    if (write.expected === 'nothing') await linkOrRename(fs, folder.at(temporary), target);
    else {
      await renameOver(fs, folder.at(temporary), target);
      made = false;
    }
    step = 'flush-folder';
    if (made) await removeQuietly(fs, folder.at(temporary));
    made = false;
    await folder.flush();
    return ok(sha256(bytes));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return err({ kind: 'failed', error, replaced: step === 'flush-folder', step });
  } finally {
    await lock?.release();
    if (made) await removeQuietly(fs, folder.at(temporary));
    releaseTemporary(temporary);
  }
}

/** Another process took the turn while this one stood still. */
export function busy(): Error {
  return Object.assign(new Error('EBUSY: another process is saving this file'), { code: 'EBUSY' });
}

/** Runs `work` and closes; an error on closing counts (network disks report a full disk there), but never hides an earlier one. */
async function closing(file: OpenFile, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await closeQuietly(file);
    throw error;
  }
  await file.close();
}

async function entryOrNull(fs: FileSystem, path: string): Promise<FileStat | null> {
  try {
    return await fs.entry(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Gives the new file the owner, group and mode of the one it replaces. Only the administrator may give a file away: for everybody else the
 * owner of a colleague's file in a shared folder changes with a save, which beats refusing it; its group and mode are kept.
 */
async function copyOwnership(file: OpenFile, from: FileStat): Promise<void> {
  if (process.platform === 'win32') return;
  const own = await file.stat();
  let kept = own.uid === from.uid && own.gid === from.gid;
  for (const uid of kept ? [] : [from.uid, own.uid]) {
    try {
      await file.changeOwner(uid, from.gid);
      kept = uid === from.uid;
      break;
    } catch (error) {
      if (errorCode(error) !== 'EPERM') throw error;
    }
  }
  // After the owner, because changing that clears special bits; which are not given to another owner's file.
  const mode = kept ? from.mode : from.mode & 0o777;
  if (own.mode !== mode) await file.changeMode(mode);
}

/** Writes all bytes, from a position of the file on. The system may take fewer at a time than offered; taking none is an error. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position = 0): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const count = await file.write(bytes, at, bytes.length - at, position + at);
    if (count <= 0) throw Object.assign(new Error('EIO: the disk took no bytes'), { code: 'EIO' });
    at += count;
  }
}

async function isExpected(
  fs: FileSystem,
  target: string,
  expected: AtomicWrite['expected'],
): Promise<boolean> {
  if (expected === 'anything') return true;
  if (expected === 'nothing') return (await entryOrNull(fs, target)) === null;
  try {
    const bytes = await readWhole(fs, target, COMPARE_LIMIT);
    return bytes !== null && expected.includes(sha256(bytes));
  } catch (error) {
    // Deleted, or replaced by a folder or a link: not the file the text was based on.
    if (['ENOENT', 'EISDIR', 'ELOOP', 'ENXIO'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

/** A second name fails when one exists, which a rename does not; disks without links fall back to a rename after the check above. */
async function linkOrRename(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error) ?? '')) throw error;
    await fs.rename(from, to);
  }
}

/** Milliseconds to wait before each further try where a virus scanner may hold the target for a moment. */
const WINDOWS_RETRIES = [20, 80, 200, 500] as const;

async function renameOver(fs: FileSystem, from: string, to: string): Promise<void> {
  for (const wait of process.platform === 'win32' ? WINDOWS_RETRIES : []) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  await fs.rename(from, to);
}

async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.remove(path);
  } catch {
    // Left behind under our name: the next open of this folder removes it.
  }
}
