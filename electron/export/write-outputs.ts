import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
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
 * Writes all outputs or none: each to a temporary beside its place, flushed, and only when all are there renamed. On any failure the temporaries
 * go and what stood there before stays.
 */
export async function writeOutputs(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Result<null, HostError>> {
  const temporaries: [string, string][] = [];
  try {
    for (const [name, bytes] of files) {
      const temporary = join(folder, `.${name}.${process.pid}.tmp`);
      temporaries.push([temporary, join(folder, name)]);
      const file = await open(temporary, 'w', 0o644);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    for (const [temporary, target] of temporaries) await rename(temporary, target);
    if (process.platform !== 'win32') {
      const handle = await open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    }
    return ok(null);
  } catch (error) {
    for (const [temporary] of temporaries) await rm(temporary, { force: true }).catch(() => undefined);
    const explained = explain(error, 'The portfolio could not be written');
    return explained.ok ? ok(null) : err(explained.error);
  }
}
