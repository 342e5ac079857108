import { join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import { ok, type Result } from '../../shared/util/result';
import { isSkippedName } from './containment';
import { readWhole } from './content-hash';
import type { FileStat, FileSystem } from './file-system';
import type { HeldFolder } from './held-folder';
import { type HeldEntry, walkHeld } from './held-tree';
import { fail } from './host-failure';
import { writeOwnFile } from './own-file';

/** One file or folder of what was deleted, by its path within it; empty for the whole. */
export interface Kept {
  readonly path: string;
  readonly mode: number | null;
}

const LIMITS = { entries: 2000, bytes: 256 * 1024 * 1024, file: 64 * 1024 * 1024 } as const;
/** The file that says what the copies are of. */
export const LIST = 'deleted.json';
/** Files that systems leave in folders by themselves. */
const LITTER = new Set(['.DS_Store', '.gitkeep', '.directory', '.localized']);

/** The copy of the n-th file, in the order of the list. */
export function copyName(n: number): string {
  return `${n}.bytes`;
}

/** What is to be deleted: an entry of a folder that is held. */
export interface Place {
  readonly folder: HeldFolder;
  readonly name: string;
  readonly allowed: (real: string) => boolean;
}

/** What there was, by its path within the whole. */
export type Seen = ReadonlyMap<string, FileStat>;

/** Copies a file or folder and all in it out of the kit, into a folder of its own. Refused where a copy could not be whole. */
export async function copyTree(
  fs: FileSystem,
  copies: string,
  now: number,
  path: string,
  { folder, name, allowed }: Place,
): Promise<Result<Seen, HostError>> {
  const seen = new Map<string, FileStat>();
  const list: Kept[] = [];
  let bytes = 0;
  let files = 0;
  const enter = async ({ folder: at, name: child, within, stat }: HeldEntry): Promise<void> => {
    const litter = within !== '' && LITTER.has(child);
    const ordinary = stat.kind === 'file' || stat.kind === 'folder';
    if (!ordinary || (within !== '' && isSkippedName(child) && !litter))
      throw new Refused(leftAlone(path, child));
    if (litter) return;
    bytes += stat.kind === 'file' ? stat.size : 0;
    if (bytes > LIMITS.bytes || seen.size >= LIMITS.entries) throw new Refused(tooLarge(path));
    seen.set(within, stat);
    list.push({ path: within, mode: stat.kind === 'file' ? stat.mode : null });
    if (stat.kind !== 'file') return;
    const text = await readWhole(fs, at.at(child), LIMITS.file);
    if (text === null) throw new Refused(tooLarge(path));
    await writeOwnFile(fs, join(copies, copyName(files++)), text);
  };
  try {
    await walkHeld(fs, folder, name, { enter, allowed });
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
  const record = { path, at: now, list };
  await writeOwnFile(fs, join(copies, LIST), Buffer.from(JSON.stringify(record)));
  return ok(seen);
}

/** Ends a walk with an answer that is no failure of the disk. */
class Refused extends Error {
  constructor(readonly answer: Result<never, HostError>) {
    super('Refused');
  }
}

/** True while all of it is as it was when it was copied, and nothing came in. */
export async function isUnchanged(
  fs: FileSystem,
  { folder, name, allowed }: Place,
  seen: Seen,
): Promise<boolean> {
  let same = true;
  let count = 0;
  const enter = async ({ name: child, within, stat }: HeldEntry): Promise<void> => {
    if (within !== '' && LITTER.has(child)) return;
    const before = seen.get(within);
    count++;
    if (before?.identity !== stat.identity || before.kind !== stat.kind) same = false;
    else if (stat.kind === 'file' && (before.size !== stat.size || before.modifiedMs !== stat.modifiedMs))
      same = false;
  };
  await walkHeld(fs, folder, name, { enter, allowed });
  return same && count === seen.size;
}

function leftAlone(path: string, name: string): Result<never, HostError> {
  return fail(
    'bad-request',
    `"${path}" holds "${name}", which the studio leaves alone. Delete the folder in your file manager.`,
    { file: path },
  );
}

function tooLarge(path: string): Result<never, HostError> {
  return fail(
    'too-large',
    `"${path}" holds more than can be kept for taking it back. Delete it in your file manager.`,
    { file: path },
  );
}
