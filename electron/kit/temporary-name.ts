import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { foldedPath } from '../../shared/domain/kit-path';
import { errorCode, type FileSystem } from './file-system';

/**
 * Names of our temporaries: hidden, recognisable, and telling which process on which machine made them, so that leftovers of a killed process
 * can be removed without touching one that a running studio (perhaps on another machine, over a shared folder) is writing.
 */
const PREFIX = '.staffwright.tmp-';
const LOCK_PREFIX = '.staffwright.lock-';
const LOCK_PATTERN = /^\.staffwright\.lock-[0-9a-f]{16}$/;
const PATTERN = /^\.staffwright\.tmp-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}$/;
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Temporaries this process is writing right now. */
const inUse = new Set<string>();

/** A new name, kept as in use until {@link releaseTemporary}. */
export function takeTemporaryName(): string {
  const name = `${PREFIX}${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}`;
  inUse.add(name);
  return name;
}

export function releaseTemporary(name: string): void {
  inUse.delete(name);
}

/** True for any name made by {@link takeTemporaryName} or {@link lockName}, on any machine. */
export function isTemporaryName(name: string): boolean {
  return PATTERN.test(name) || LOCK_PATTERN.test(name);
}

/** The name of the lock that is held while a file is replaced: one for all spellings that may be the same file. */
export function lockName(name: string): string {
  const hash = createHash('sha256').update(foldedPath(name)).digest('hex');
  return `${LOCK_PREFIX}${hash.slice(0, 16)}`;
}

/** True when the process that made this temporary is gone. `isAlive` is a seam for tests. */
export function isStaleTemporary(name: string, isAlive: (pid: number) => boolean = processIsAlive): boolean {
  const match = PATTERN.exec(name);
  if (match?.[1] !== MACHINE) return false;
  const pid = Number(match[2]);
  return pid === process.pid ? !inUse.has(name) : !isAlive(pid);
}

/** True for a process of this machine that runs, whoever's it is. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return errorCode(error) !== 'ESRCH';
  }
}

/**
 * Removes what killed processes left in a folder, given its names. Only ordinary files with our name go (or folders, with `removeTree`, which are
 * half-removed ones), and locks of the dead. Failures are ignored: the next open tries again.
 */
export async function removeStaleTemporaries(
  fs: FileSystem,
  names: readonly string[],
  at: (name: string) => string,
  removeTree?: (name: string) => Promise<unknown>,
): Promise<number> {
  let removed = 0;
  for (const name of names) {
    try {
      if (LOCK_PATTERN.test(name) && isStaleTemporary(await fs.linkText(at(name)))) {
        await fs.remove(at(name));
        removed++;
      }
      if (!isStaleTemporary(name)) continue;
      const { kind } = await fs.entry(at(name));
      if (kind === 'folder') await removeTree?.(name);
      if (kind !== 'file') continue;
      await fs.remove(at(name));
      removed++;
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }
  return removed;
}
