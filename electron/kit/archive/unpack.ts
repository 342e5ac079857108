import { basename, dirname } from 'node:path';
import type { HostError } from '../../../shared/ipc/contract';
import { ok, type Result } from '../../../shared/util/result';
import { errorCode, type FileSystem } from '../file-system';
import { type HeldFolder, holdFolder } from '../held-folder';
import { removeHeld } from '../held-tree';
import { explain, fail } from '../host-failure';
import { putInPlace, targetState } from '../new-folder';
import { releaseTemporary, removeStaleTemporaries, takeTemporaryName } from '../temporary-name';
import { type InspectedArchive, type InspectOptions, withArchive } from './inspect';
import { insideOf, type UnpackProgress, writeKit } from './write-kit';

export interface UnpackOrder extends InspectOptions {
  /** The zip; absolute. */
  readonly archive: string;
  /** Absolute folder; not there yet, or empty. Its parent is there. */
  readonly target: string;
  readonly onProgress: (progress: UnpackProgress) => void;
  readonly signal: AbortSignal;
}

type Nothing = Record<never, never>;

/**
 * Unpacks the kit in a zip into a new or empty folder (requirement D4). All of it is written beside the target first, each file whole and
 * compared with its size and checksum, through folders that are held, and only then moved into place in one step: whatever fails, and when it is
 * cancelled, the target is as it was and nothing else is left.
 */
export function unpackArchive(order: UnpackOrder): Promise<Result<Nothing, HostError>> {
  return withArchive(order.archive, order, (archive) => unpack(order, archive));
}

async function unpack(order: UnpackOrder, archive: InspectedArchive): Promise<Result<Nothing, HostError>> {
  const { fs, target } = order;
  const what = 'The zip could not be unpacked';
  const names = { from: takeTemporaryName(), to: basename(target) };
  let parent: HeldFolder | null = null;
  let made = false;
  try {
    parent = await holdFolder(fs, await fs.realPath(dirname(target)));
    await removeLeftovers(fs, parent);
    const state = await targetState(fs, parent.at(names.to));
    if (state === 'taken') return taken(names.to);
    await fs.makeFolder(parent.at(names.from));
    made = true;
    const written = await writeKit(order, archive, parent, names.from);
    if (!written.ok) return written;
    try {
      await putInPlace(fs, parent, names, state);
    } catch (error) {
      // Somebody filled the place meanwhile.
      return ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(errorCode(error) ?? '')
        ? taken(names.to)
        : explain(error, what);
    }
    made = false;
    return ok({});
  } catch (error) {
    return explain(error, what);
  } finally {
    if (parent && made) await removeHeld(fs, parent, names.from, insideOf(parent.path));
    await parent?.close();
    releaseTemporary(names.from);
  }
}

function taken(name: string): Result<never, HostError> {
  return fail(
    'exists',
    `There is something called "${name}" in that folder already. Nothing was unpacked; choose another name or another folder, so that nothing is overwritten.`,
  );
}

/** What an unpacking that was killed left here goes with the next one. */
async function removeLeftovers(fs: FileSystem, parent: HeldFolder): Promise<void> {
  const allowed = insideOf(parent.path);
  const names = await fs.names(parent.at('.'));
  await removeStaleTemporaries(fs, names, parent.at, (name) => removeHeld(fs, parent, name, allowed));
}
