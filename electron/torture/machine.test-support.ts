import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why something cannot be tried here, for the name of a skipped test; empty when it can. */
export type Missing = string;

/** True when a program is there, in the places where systems keep theirs. */
export function hasProgram(name: string): boolean {
  return ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].some((folder) => existsSync(join(folder, name)));
}

/** Runs a program and says whether it succeeded; its output is dropped. */
export function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Whether file systems can be mounted: only the administrator may, and many containers take even that away. */
export function missingForMounts(): Missing {
  if (process.platform !== 'linux') return 'only on Linux';
  if (process.getuid?.() !== 0) return 'needs the administrator';
  const folder = mkdtempSync(join(tmpdir(), 'staffwright-mount-'));
  try {
    if (!succeeds('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder))
      return 'this machine mounts nothing';
    return succeeds('umount', folder) ? '' : 'this machine unmounts nothing';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether images of disks can be mounted. */
export function missingForImages(): Missing {
  const mounts = missingForMounts();
  if (mounts !== '') return mounts;
  if (!hasProgram('mke2fs')) return 'needs mke2fs';
  return existsSync('/dev/loop-control') ? '' : 'needs loop devices';
}

/** Mounts something on a new folder while work runs on it. */
export async function mounted<T>(
  args: readonly string[],
  work: (folder: string) => Promise<T> | T,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'staffwright-mount-')));
  try {
    execFileSync('mount', [...args, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      return await work(folder);
    } finally {
      execFileSync('umount', [folder]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A name for a test that may be skipped, with why. */
export function named(name: string, missing: Missing): string {
  return missing === '' ? name : `${name} (skipped: ${missing})`;
}
