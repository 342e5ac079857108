import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenFile } from './file-system';

/** What a file carries beside its bytes, mode and owner: Node has no call for it, so the system's own means are asked. */

/** Where the system's copying program is; a name looked up on the way could be anybody's. */
const PROGRAMS = ['/usr/bin/cp', '/bin/cp'] as const;
/** Programs of this name know the calls, but not the switches that are needed. */
const TOO_SMALL = ['busybox', 'toybox'];
/** A copy of attributes takes milliseconds; on a disk that hangs the save is refused rather than never ended. */
const PATIENCE_MS = 10_000;

let found: string | null | undefined;

/** The program, or null where there is none that can do it. */
function program(): string | null {
  if (found !== undefined) return found;
  const path = PROGRAMS.find((one) => existsSync(one)) ?? null;
  found = path !== null && !TOO_SMALL.includes(basename(realpathSync(path))) ? path : null;
  return found;
}

/**
 * Copies extended attributes and access rules (ACLs) to a file that is new and empty. Linux: `cp` on both open descriptors, which no swapping of
 * names can lead elsewhere. macOS: its `copyfile`, which takes all along; the bytes it takes too are cut off again. Windows offers Node nothing: a
 * saved file there has the rules that its folder hands down.
 */
export async function copyAttributes(
  from: { readonly path: string; readonly descriptor: number },
  to: { readonly path: string; readonly file: OpenFile },
): Promise<void> {
  if (process.platform === 'darwin') {
    await copyFile(from.path, to.path);
    await to.file.truncate(0);
  } else if (process.platform === 'linux') {
    const copy = program();
    if (copy !== null) await run(copy, descriptor(from.descriptor), descriptor(to.file.descriptor));
  }
}

/** An open descriptor of this process, as another one can name it. */
function descriptor(number: number): string {
  return `/proc/${process.pid}/fd/${number}`;
}

function run(copy: string, from: string, to: string): Promise<void> {
  const what = existsSync('/sys/fs/selinux/enforce') ? 'mode,xattr,context' : 'mode,xattr';
  return new Promise((resolve, reject) => {
    const args = ['--attributes-only', `--preserve=${what}`, '--', from, to];
    execFile(copy, args, { env: {}, timeout: PATIENCE_MS }, (error) => {
      if (error === null) resolve();
      else reject(Object.assign(new Error('ENOTSUP: attributes could not be copied'), { code: 'ENOTSUP' }));
    });
  });
}
