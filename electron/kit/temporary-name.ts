import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { errorCode, type FileSystem } from './file-system';

/**
 * Names of our temporaries: hidden, recognisable, and telling which process on which machine made them, so that leftovers of a killed process
 * can be removed without touching one that a running studio (perhaps on another machine, over a shared folder) is writing.
 */
const PREFIX = '.staffwright.tmp-';
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

/** True for any name made by {@link takeTemporaryName}, on any machine. */
export function isTemporaryName(name: string): boolean {
  return PATTERN.test(name);
}

/** True when the process that made this temporary is gone. `isAlive` is a seam for tests. */
export function isStaleTemporary(name: string, isAlive: (pid: number) => boolean = processIsAlive): boolean {
  const match = PATTERN.exec(name);
  if (match?.[1] !== MACHINE) return false;
  const pid = Number(match[2]);
  return pid === process.pid ? !inUse.has(name) : !isAlive(pid);
}

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return errorCode(error) !== 'ESRCH';
  }
}

/**
 * Removes what killed processes left in a folder, given its names. Only ordinary files (or folders, when `removeTree` is given, for half-made
 * copies) with our name go. Failures are ignored: the next open tries again.
 */
export async function removeStaleTemporaries(
  fs: FileSystem,
  names: readonly string[],
  at: (name: string) => string,
): Promise<number> {
  let removed = 0;
  for (const name of names) {
    if (!isStaleTemporary(name)) continue;
    try {
      if ((await fs.entry(at(name))).kind !== 'file') continue;
      await fs.remove(at(name));
      removed++;
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }
  return removed;
}
