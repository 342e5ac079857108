import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/util/result';
import { type AtomicWrite, busy, type WriteFailure, writeFully } from './atomic-write';
import { type Backups, dropBackup, keepBackup } from './backups';
import { readAll, sha256 } from './content-hash';
import { MAX_TEXT_BYTES } from './file-classes';
import { closeQuietly, errorCode, type FileSystem, type OpenFile } from './file-system';
import { type SaveLock, takeSaveLock } from './save-lock';

/**
 * True when a file cannot be replaced where it is, though it might be written: a folder that takes no new files, a file that is mounted on its
 * own (as containers do), or one with attributes that a new file would not get.
 */
export function isReplaceImpossible(failure: WriteFailure): boolean {
  if (failure.kind !== 'failed' || failure.replaced) return false;
  const code = errorCode(failure.error) ?? '';
  if (failure.step === 'attributes') return ['ENOTSUP', 'EACCES', 'EPERM'].includes(code);
  if (failure.step === 'prepare') return code === 'EACCES' || code === 'EPERM';
  return failure.step === 'rename' && ['EXDEV', 'EBUSY', 'EPERM', 'EACCES'].includes(code);
}

/**
 * The second way to save, for files that cannot be replaced: old and new bytes are flushed to a backup first, then the file is overwritten and
 * flushed. A process that is killed in between leaves a torn file, which the next start mends from the backup (`mendTornFiles`). After a failed
 * flush nothing is believed of that descriptor: the old bytes are put back through one that is opened anew.
 */
export async function writeInPlace(
  fs: FileSystem,
  write: Pick<AtomicWrite, 'folder' | 'name' | 'bytes'> & { readonly expected: readonly string[] },
  backups: Backups,
): Promise<Result<string, WriteFailure>> {
  const { folder, name, bytes, expected } = write;
  let file: OpenFile | null = null;
  let lock: SaveLock | null = null;
  try {
    lock = await takeSaveLock(fs, folder, name);
    file = await fs.open(folder.at(name), 'read-write');
    const stat = await file.stat();
    const old = stat.kind === 'file' ? await readAll(file, stat.size, MAX_TEXT_BYTES) : null;
    if (old === null || !expected.includes(sha256(old))) return err({ kind: 'changed' });
    await folder.confirm();
    const backup = await keepBackup(fs, backups, { path: join(folder.path, name), old, new: bytes });
    if (!(await lock.isOurs())) {
      await dropBackup(fs, backup);
      throw busy();
    }
    try {
      await overwrite(file, bytes);
    } catch (error) {
      await closeQuietly(file);
      file = null;
      await putBack(fs, folder.at(name), old, { file: backup, identity: stat.identity });
      throw error;
    }
    await dropBackup(fs, backup);
    return ok(sha256(bytes));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return err({ kind: 'failed', error, replaced: false, step: 'write' });
  } finally {
    if (file) await closeQuietly(file);
    await lock?.release();
  }
}

/** Makes an open file hold exactly these bytes, on the disk. */
export async function overwrite(file: OpenFile, bytes: Uint8Array): Promise<void> {
  await writeFully(file, bytes);
  await file.truncate(bytes.length);
  await file.flush();
}

/** After a failed overwrite. When the disk refuses this too, the backup stays, and the next start mends the file. */
async function putBack(
  fs: FileSystem,
  path: string,
  old: Uint8Array,
  backup: { readonly file: string; readonly identity: string },
): Promise<void> {
  try {
    const file = await fs.open(path, 'read-write');
    try {
      if ((await file.stat()).identity !== backup.identity) return;
      await overwrite(file, old);
    } finally {
      await closeQuietly(file);
    }
    await dropBackup(fs, backup.file);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
