import { basename, dirname } from 'node:path';
import { writeAtomically, writeFully } from './atomic-write';
import { readWhole } from './content-hash';
import { closeQuietly, errorCode, type FileSystem, type OpenFile } from './file-system';
import { holdFolder } from './held-folder';

/** The studio's own files are small, but a journalled text may be as large as a text can be. Bytes. */
const MAX_OWN_BYTES = 160 * 1024 * 1024;

/** Only this user may read what the studio keeps: journals hold texts. */
const PRIVATE = 0o600;

/**
 * Writes one of the studio's own files (settings, sessions, journal) the way kit files are saved: old or new, never less, and on the disk when
 * it returns. Makes the folders it needs. Throws the file system's error.
 */
export async function writeOwnFile(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const parent = dirname(path);
  await makeFolders(fs, parent);
  const folder = await holdFolder(fs, await fs.realPath(parent));
  try {
    const written = await writeAtomically(fs, {
      folder,
      name: basename(path),
      bytes,
      expected: 'anything',
      permissions: PRIVATE,
    });
    if (!written.ok) {
      throw written.error.kind === 'failed' ? written.error.error : new Error('An own file was refused');
    }
  } finally {
    await folder.close();
  }
}

/**
 * Adds bytes to the end of an own file of `size` bytes, and has them on the disk when it returns. False when the file is not there or has
 * another size: somebody else was at it. Throws the file system's error; a part of the bytes may then stand behind the others.
 */
export async function appendToOwnFile(
  fs: FileSystem,
  path: string,
  size: number,
  bytes: Uint8Array,
): Promise<boolean> {
  const file = await openOrNull(fs, path);
  if (file === null) return false;
  try {
    if ((await file.stat()).size !== size) return false;
    await writeFully(file, bytes, size);
    await file.flush();
  } finally {
    await closeQuietly(file);
  }
  return true;
}

async function openOrNull(fs: FileSystem, path: string): Promise<OpenFile | null> {
  try {
    return await fs.open(path, 'read-write');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The bytes of an own file; null when it is not there. */
export async function readOwnFile(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await readWhole(fs, path, MAX_OWN_BYTES);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Removes an own file; one that is not there counts as removed. */
export async function removeOwnFile(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.remove(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/**
 * Moves a file that cannot be understood aside, under a name that says so, so that nobody's data is lost to a bug of ours. The latest bad file
 * replaces an earlier one.
 */
export async function setAside(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.rename(path, `${path}.unreadable`);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

async function makeFolders(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.makeFolder(folder);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolders(fs, dirname(folder));
    await makeFolders(fs, folder);
  }
}
