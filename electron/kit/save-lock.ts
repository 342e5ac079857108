import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, type FileSystem } from './file-system';
import type { HeldFolder } from './held-folder';
import { isStaleTemporary, lockName, releaseTemporary, takeTemporaryName } from './temporary-name';

/** Held between the last look at a file and its replacement. */
export interface SaveLock {
  /** False when somebody who waited took it for a dead one's. */
  isOurs(): Promise<boolean>;
  release(): Promise<void>;
}

/** A lock that stands this long under one and the same name belongs to somebody who hangs or is gone. Milliseconds. */
const DEAD_AFTER_MS = 2000;
/** How long a save waits for its turn before it is refused. Milliseconds. */
const PATIENCE_MS = 15_000;

/** Where no lock can be made the comparison of hashes stands alone, as it does against other programs. */
const NO_LOCK: SaveLock = { isOurs: async () => true, release: async () => {} };

/**
 * Takes turns with other processes of ours that save the same file (another user's, or another machine's, over a shared folder): between the
 * comparison of hashes and the rename there would be a moment in which one save could silently replace another's. The lock is a link whose text
 * says who holds it: made in one step, readable in one, and left behind by a kill as something that tells whose it was. Locks of the dead are
 * taken. Throws EBUSY when others do not come to an end.
 */
export async function takeSaveLock(fs: FileSystem, folder: HeldFolder, name: string): Promise<SaveLock> {
  const path = folder.at(lockName(name));
  const owner = takeTemporaryName();
  const start = performance.now();
  let seen: string | null = null;
  let since = start;
  for (let round = 0; ; round++) {
    try {
      await fs.makeLink(owner, path);
      return lockOf(fs, path, owner);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') {
        releaseTemporary(owner);
        if (errorCode(error) === null) throw error;
        return NO_LOCK;
      }
    }
    const holder = await holderOf(fs, path);
    if (holder === null && (await isSomethingElse(fs, path))) {
      releaseTemporary(owner);
      return NO_LOCK;
    }
    const now = performance.now();
    if (holder !== seen) since = now;
    seen = holder;
    const dead = holder !== null && (isStaleTemporary(holder) || now - since > DEAD_AFTER_MS);
    if (dead && (await holderOf(fs, path)) === holder) await removeQuietly(fs, path);
    if (now - start > PATIENCE_MS) {
      releaseTemporary(owner);
      throw Object.assign(new Error('EBUSY: others are saving this file'), { code: 'EBUSY' });
    }
    await wait(dead ? 0 : 1 + Math.min(round, 20));
  }
}

function lockOf(fs: FileSystem, path: string, owner: string): SaveLock {
  const isOurs = async () => (await holderOf(fs, path)) === owner;
  return {
    isOurs,
    release: async () => {
      // A disk that does not answer once may the second time; one that is gone keeps the lock until its process is.
      if ((await isOurs()) || (await isOurs())) await removeQuietly(fs, path);
      releaseTemporary(owner);
    },
  };
}

/** Who holds a lock; null when nobody does, or the disk does not say. */
async function holderOf(fs: FileSystem, path: string): Promise<string | null> {
  try {
    return await fs.linkText(path);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** True when the name is taken by what is no lock of ours. */
async function isSomethingElse(fs: FileSystem, path: string): Promise<boolean> {
  try {
    return (await fs.entry(path)).kind !== 'link';
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

/** One that stays tells whose it was: it goes when its process is gone. */
async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.remove(path);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}
