import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packZip, portableDeflate } from '../../electron/export/zip';
import { kitFiles } from './kit-files';

/** What was written. */
export interface WrittenKit {
  /** Absolute or as `out` was given. */
  readonly path: string;
  /** Number of files in the zip. */
  readonly files: number;
  /** Size of the zip. */
  readonly bytes: number;
  /** Digest of the zip in hex: the same for the same commit on every machine. */
  readonly sha256: string;
}

/** The kit as the bytes of a zip; they depend on the files only, not on when, where or in which time zone it is made. */
export async function packKit(root: string): Promise<{ readonly zip: Uint8Array; readonly files: number }> {
  const files = await kitFiles(root);
  return { zip: await packZip(files, portableDeflate), files: files.size };
}

/**
 * Writes `staffwright-kit-<version>.zip` into a folder, which is made when it is not there. An older zip of that name is replaced in one step, so
 * that an interrupted run leaves the old one or the new one.
 *
 * @param root the repository, or wherever `templates/`, `examples/`, `scenarios/` and `resources/kit/` lie
 */
export async function writeKit(root: string, out: string): Promise<WrittenKit> {
  const { zip, files } = await packKit(root);
  const path = join(out, `staffwright-kit-${await versionOf(root)}.zip`);
  await mkdir(out, { recursive: true });
  const temporary = `${path}.tmp-${process.pid}`;
  try {
    await writeFile(temporary, zip, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { path, files, bytes: zip.length, sha256: createHash('sha256').update(zip).digest('hex') };
}

async function versionOf(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version?: unknown };
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) {
    throw new Error('package.json has no version to name the kit by');
  }
  return version;
}
