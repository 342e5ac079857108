import { constants } from 'node:fs';
import { access, copyFile, link, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/util/result';
import { errorCode, nodeFileSystem } from '../kit/file-system';
import { explain, fail } from '../kit/host-failure';
import {
  processIsAlive,
  releaseTemporary,
  removeStaleTemporaries,
  takeTemporaryName,
} from '../kit/temporary-name';

/** A folder that outputs can be written to. */
export interface ReadyFolder {
  /** Takes the folder away again where it was made for these outputs and holds nothing. */
  release(): Promise<void>;
}

/** Makes sure the outputs can be written before minutes are spent on them. Makes the folder itself, but not its parents. */
export async function prepareFolder(
  folder: string,
  names: readonly string[],
  overwrite: boolean,
): Promise<Result<ReadyFolder, HostError>> {
  try {
    const parent = dirname(folder);
    const found = await stat(folder).catch(() => null);
    if (found && !found.isDirectory())
      return fail('exists', `${folder} is a file; choose a folder for the portfolio.`);
    if (!found) {
      const above = await stat(parent).catch(() => null);
      if (!above?.isDirectory())
        return fail('not-found', `The folder ${parent} does not exist. Create it, or choose another one.`);
      await mkdir(folder);
    }
    await access(folder, constants.W_OK);
    const ready = { release: () => (found ? Promise.resolve() : rmdir(folder).catch(() => undefined)) };
    if (overwrite) return ok(ready);
    for (const name of names) {
      if (await stat(join(folder, name)).catch(() => null)) {
        return fail(
          'exists',
          `${join(folder, name)} exists already. Choose another folder, or allow it to be replaced.`,
        );
      }
    }
    return ok(ready);
  } catch (error) {
    return explain(error, `The folder ${folder} cannot be written to`);
  }
}

/** What writing outputs asks of a disk; tests let each of these fail. */
export interface OutputDisk {
  /** Writes a new file whole and waits until it is on the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** A second name for what stands at a path, without taking room where the disk can do that. */
  keep(path: string, as: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  settle(folder: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The real one. */
export const outputDisk: OutputDisk = {
  write: async (path, bytes) => {
    // Exclusive: whatever lies there under this name, a link above all, is not ours to write through.
    const file = await open(path, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  exists: async (path) => (await stat(path).catch(() => null)) !== null,
  keep: async (path, as) => {
    await rm(as, { force: true });
    // Disks that know no second names, such as those of cameras and sticks, get a copy.
    await link(path, as).catch(() => copyFile(path, as, constants.COPYFILE_EXCL));
  },
  rename,
  settle: async (folder) => {
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  },
  remove: (path) => rm(path, { force: true }),
};

/**
 * Writes all outputs or none: each to a temporary beside its place, flushed, and only when all are there put in place. What stood there before is
 * kept until the last one is; on any failure it comes back and nothing else is left.
 */
export async function writeOutputs(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  disk: OutputDisk = outputDisk,
): Promise<Result<null, HostError>> {
  const places = [...files].map(([name, bytes]) => ({
    bytes,
    target: join(folder, name),
    fresh: join(folder, takeTemporaryName()),
    old: join(folder, `.${name}.${process.pid}.old`),
  }));
  const leftovers = new Set(places.map(({ fresh }) => fresh));
  const replaced: { readonly target: string; readonly old: string | null }[] = [];
  await removeLeftovers(folder, []);
  try {
    for (const { fresh, bytes } of places) await disk.write(fresh, bytes);
    for (const { target, fresh, old } of places) {
      const stood = await disk.exists(target);
      if (stood) {
        leftovers.add(old);
        await disk.keep(target, old);
      }
      await disk.rename(fresh, target);
      replaced.push({ target, old: stood ? old : null });
    }
    await disk.settle(folder);
    await removeLeftovers(folder, [...files.keys()]);
    return ok(null);
  } catch (error) {
    for (const { target, old } of replaced) {
      try {
        await (old === null ? disk.remove(target) : disk.rename(old, target));
      } catch {
        // What could not come back stays under its other name: better than not at all.
        if (old !== null) leftovers.delete(old);
      }
    }
    return told(error, folder);
  } finally {
    for (const path of leftovers) await disk.remove(path).catch(() => undefined);
    for (const { fresh } of places) releaseTemporary(basename(fresh));
  }
}

/** Removes what an export that was killed left here, and earlier outputs that it kept of `replaced`, now that there are newer ones. */
async function removeLeftovers(folder: string, replaced: readonly string[]): Promise<void> {
  const at = (name: string): string => join(folder, name);
  try {
    const names = await readdir(folder);
    await removeStaleTemporaries(nodeFileSystem, names, at);
    for (const name of names) {
      const [, output = '', pid = ''] = /^\.(.+)\.(\d{1,10})\.old$/.exec(name) ?? [];
      if (replaced.includes(output) && !processIsAlive(Number(pid))) await rm(at(name), { force: true });
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

function told(error: unknown, folder: string): Result<never, HostError> {
  const code = errorCode(error);
  const before = 'What stood there before is untouched.';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return fail('not-found', `The folder ${folder} is not there any more, so nothing was written.`);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return fail(
      'no-space',
      `The disk of ${folder} is full, so nothing was written: make room and export again. ${before}`,
    );
  const explained = explain(error, 'The portfolio could not be written');
  return explained.ok
    ? explained
    : err({ ...explained.error, message: `${explained.error.message} ${before}` });
}
