import { constants } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/util/result';
import { explain, fail } from '../kit/host-failure';

/** Makes sure the outputs can be written before minutes are spent on them. Makes the folder itself, but not its parents. */
export async function prepareFolder(
  folder: string,
  names: readonly string[],
  overwrite: boolean,
): Promise<Result<null, HostError>> {
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
    if (overwrite) return ok(null);
    for (const name of names) {
      if (await stat(join(folder, name)).catch(() => null)) {
        return fail(
          'exists',
          `${join(folder, name)} exists already. Choose another folder, or allow it to be replaced.`,
        );
      }
    }
    return ok(null);
  } catch (error) {
    return explain(error, `The folder ${folder} cannot be written to`);
  }
}

/**
 * Writes all outputs or none: each to a temporary beside its place, flushed, and only when all are there put in place. What stood there before is
 * kept until the last one is; on any failure it comes back and nothing else is left.
 */
export async function writeOutputs(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Result<null, HostError>> {
  const places = [...files].map(([name, bytes]) => ({
    bytes,
    target: join(folder, name),
    fresh: join(folder, `.${name}.${process.pid}.tmp`),
    old: join(folder, `.${name}.${process.pid}.old`),
  }));
  const replaced: { readonly target: string; readonly old: string | null }[] = [];
  try {
    for (const { fresh, bytes } of places) await writeFlushed(fresh, bytes);
    for (const { target, fresh, old } of places) {
      const stood = await stat(target).catch(() => null);
      if (stood) await copyFile(target, old, constants.COPYFILE_EXCL);
      await rename(fresh, target);
      replaced.push({ target, old: stood ? old : null });
    }
    if (process.platform !== 'win32') {
      const handle = await open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    }
    return ok(null);
  } catch (error) {
    for (const { target, old } of replaced) {
      await (old === null ? rm(target, { force: true }) : rename(old, target)).catch(() => undefined);
    }
    const explained = explain(error, 'The portfolio could not be written');
    return explained.ok ? ok(null) : err(explained.error);
  } finally {
    for (const path of places.flatMap(({ fresh, old }) => [fresh, old])) {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
