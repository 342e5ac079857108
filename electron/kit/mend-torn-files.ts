import { basename, dirname } from 'node:path';
import type { KitNotice } from '../../shared/ipc/payloads';
import { type Backup, type Backups, dropBackup, listBackups, retireBackup } from './backups';
import { belongsToKit, type KitScope, openInKit } from './containment';
import { readAll } from './content-hash';
import { MAX_TEXT_BYTES } from './file-classes';
import { closeQuietly, errorCode, type FileSystem } from './file-system';
import { holdFolder } from './held-folder';
import { overwrite } from './in-place-write';
import { toKitPath } from './list-kit';
import { holdsKitFiles } from './save-text';

/**
 * Completes saves in place that a killed process left half-done in this kit, and tells about each. A file that somebody else changed since
 * then is left alone, and the backup is kept.
 */
export async function mendTornFiles(fs: FileSystem, scope: KitScope, backups: Backups): Promise<KitNotice[]> {
  const notices: KitNotice[] = [];
  try {
    for (const backup of await listBackups(fs, backups)) {
      const path = belongsToKit(scope, backup.path) ? toKitPath(scope, backup.path) : null;
      if (path === null) continue;
      const message = await mend(fs, scope, path, backup);
      if (message !== null) notices.push({ message, path });
    }
  } catch (error) {
    // The disk fails now: the backups stay for the next start.
    if (errorCode(error) === null) throw error;
  }
  return notices;
}

async function mend(
  fs: FileSystem,
  scope: KitScope,
  path: string,
  backup: Backup & { readonly file: string },
): Promise<string | null> {
  const current = await bytesOf(fs, scope, path);
  if (current && (equal(current, backup.old) || equal(current, backup.new))) {
    await dropBackup(fs, backup.file);
    return null;
  }
  if (!current || !isTorn(current, backup)) {
    const kept = await retireBackup(fs, backup.file);
    return `"${path}" was being saved when the studio ended, and has changed since. Both texts of that save are kept in ${kept}.`;
  }
  await complete(fs, scope, backup);
  await dropBackup(fs, backup.file);
  return `"${path}" was being saved when the studio ended. The save was completed.`;
}

/** Writes the new bytes into the very file that was found torn: a folder on the way may have become a link meanwhile. */
async function complete(fs: FileSystem, scope: KitScope, backup: Backup): Promise<void> {
  const folder = await holdFolder(fs, dirname(backup.path), (real) => holdsKitFiles(scope, real));
  try {
    const file = await fs.open(folder.at(basename(backup.path)), 'read-write');
    try {
      const { kind, size } = await file.stat();
      const torn = kind === 'file' ? await readAll(file, size, MAX_TEXT_BYTES * 2) : null;
      if (torn === null || !isTorn(torn, backup))
        throw Object.assign(new Error('EBUSY: the file changed meanwhile'), { code: 'EBUSY' });
      await folder.confirm();
      await overwrite(file, backup.new);
    } finally {
      await closeQuietly(file);
    }
  } finally {
    await folder.close();
  }
}

/** True when the bytes are the new ones up to some place and the old ones from there: what a killed overwrite leaves. */
export function isTorn(current: Uint8Array, backup: Pick<Backup, 'old' | 'new'>): boolean {
  let same = 0;
  while (same < current.length && same < backup.new.length && current[same] === backup.new[same]) same++;
  return (
    current.length === Math.max(backup.old.length, same) &&
    equal(current.subarray(same), backup.old.subarray(same))
  );
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

async function bytesOf(fs: FileSystem, scope: KitScope, path: string): Promise<Uint8Array | null> {
  const opened = await openInKit(fs, scope, path);
  if (!opened.ok) return null;
  try {
    return await readAll(opened.value.file, opened.value.size, MAX_TEXT_BYTES * 2);
  } finally {
    await closeQuietly(opened.value.file);
  }
}
