import { join } from 'node:path';
import { sha256 } from './content-hash';
import { errorCode, type FileSystem } from './file-system';
import { readOwnFile, removeOwnFile, setAside, writeOwnFile } from './own-file';

/** Where backups of files that are overwritten in place are kept: a folder of the user's data, absolute. */
export interface Backups {
  readonly folder: string;
}

/** Both texts of a save that overwrites its file. */
export interface Backup {
  /** Real absolute path of the file. */
  readonly path: string;
  readonly old: Uint8Array;
  readonly new: Uint8Array;
}

const MARK = 'staffwright-backup-1 ';
const FIRST_LINE = MARK.length + 64 + 1;
const ENDING = '.backup';

/** Writes a backup to the disk and returns its file. */
export async function keepBackup(fs: FileSystem, backups: Backups, backup: Backup): Promise<string> {
  const file = join(backups.folder, `${sha256(backup.path).slice(0, 40)}${ENDING}`);
  const header = JSON.stringify({ path: backup.path, old: backup.old.length });
  const body = Buffer.concat([Buffer.from(`${header}\n`, 'utf8'), backup.old, backup.new]);
  await writeOwnFile(fs, file, Buffer.concat([Buffer.from(`${MARK}${sha256(body)}\n`, 'latin1'), body]));
  return file;
}

/** The file is whole again: its backup is not needed. One that cannot be removed is looked at, and removed, at the next start. */
export async function dropBackup(fs: FileSystem, file: string): Promise<void> {
  try {
    await removeOwnFile(fs, file);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** All backups with their files; a damaged one is set aside, since its save never began. */
export async function listBackups(
  fs: FileSystem,
  backups: Backups,
): Promise<readonly (Backup & { readonly file: string })[]> {
  const found: (Backup & { readonly file: string })[] = [];
  for (const name of await names(fs, backups.folder)) {
    if (!name.endsWith(ENDING)) continue;
    const file = join(backups.folder, name);
    const bytes = await readOwnFile(fs, file);
    const backup = bytes && unpack(bytes);
    if (backup) found.push({ ...backup, file });
    else if (bytes) await setAside(fs, file);
  }
  return found;
}

/** Keeps a backup for the user under another name, which is returned: nobody mends with it any more. */
export async function retireBackup(fs: FileSystem, file: string): Promise<string> {
  const kept = `${file.slice(0, -ENDING.length)}.kept`;
  await fs.rename(file, kept);
  return kept;
}

async function names(fs: FileSystem, folder: string): Promise<string[]> {
  try {
    return (await fs.names(folder)).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function unpack(bytes: Uint8Array): Backup | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = buffer.subarray(FIRST_LINE);
  if (buffer.toString('latin1', 0, FIRST_LINE) !== `${MARK}${sha256(body)}\n`) return null;
  const cut = body.indexOf(10);
  // The checksum holds, so this is what was written.
  const header = JSON.parse(body.toString('utf8', 0, cut)) as { readonly path: string; readonly old: number };
  const start = cut + 1;
  return {
    path: header.path,
    old: body.subarray(start, start + header.old),
    new: body.subarray(start + header.old),
  };
}
