import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { folderWith } from '../kit/temporary-folder.test-support';
import { bundled, started } from './child.test-support';
import { hasProgram, missingForMounts, mounted, named, succeeds } from './machine.test-support';

const root = process.getuid?.() === 0;
const traced = process.platform !== 'linux' ? 'only on Linux' : hasProgram('strace') ? '' : 'needs strace';

/** The system calls of one save, in order, in words: which call on which file. */
async function callsOf(kit: string, data: string): Promise<string[]> {
  const script = await bundled('saving-once');
  const trace = join(folderWith(), 'trace');
  const calls =
    'openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,symlink,symlinkat,unlink,fchmod,fchown,ftruncate';
  const running = started(
    script,
    [kit, data],
    ['strace', '-f', '-y', '-s', '32', '-o', trace, '-e', `trace=${calls}`],
  );
  const { complaint } = await running.ended;
  expect(running.lines, complaint).toEqual(['begin', 'saved']);
  const lines = readFileSync(trace, 'utf8').split('\n');
  const from = lines.findIndex((line) => line.includes('"begin'));
  return lines.slice(from + 1).flatMap((line) => {
    const call = /^\d+\s+(\w+)\(/.exec(line)?.[1];
    if (call === undefined) return [];
    const what = line.includes('"saved')
      ? 'answer'
      : /fsync|fdatasync|write/.test(call) && line.includes(`<${data}>`)
        ? 'backups'
        : line.includes('.staffwright.lock-')
          ? 'lock'
          : line.includes('.staffwright.tmp-') && line.includes('a.md') && call.startsWith('rename')
            ? 'target'
            : line.includes(`${data}/`)
              ? 'backup'
              : line.includes('.staffwright.tmp-')
                ? 'temporary'
                : /\/a\.md[">]/.test(line)
                  ? 'target'
                  : line.includes(`<${kit}>`)
                    ? 'folder'
                    : null;
    if (what === null) return [];
    const mode = line.includes('O_CREAT|O_EXCL') ? ' new' : line.includes('O_RDWR') ? ' to write' : '';
    return [
      `${call.replace(/^(open|rename|symlink|unlink)at2?$/, '$1').replace('pwrite64', 'write')} ${what}${mode}`,
    ];
  });
}

/** Expects that these calls occur in this order, others in between. */
function expectOrder(calls: readonly string[], order: readonly string[]): void {
  let at = -1;
  for (const call of order) {
    const next = calls.indexOf(call, at + 1);
    expect(next, `${call} after ${calls[at] ?? 'the start'} in\n${calls.join('\n')}`).toBeGreaterThan(at);
    at = next;
  }
}

describe('the system calls of a save', () => {
  it.skipIf(traced !== '')(
    named('flush the bytes, compare, rename, flush the folder, and only then answer', traced),
    async () => {
      const kit = folderWith({ 'a.md': 'old\n' });
      const calls = await callsOf(kit, folderWith());
      expectOrder(calls, [
        'open temporary new',
        'write temporary',
        'fsync temporary',
        'symlink lock',
        'open target',
        'rename target',
        'fsync folder',
        'write answer',
      ]);
      expect(calls.filter((call) => call === 'write target')).toEqual([]);
    },
  );

  const mounts = traced || missingForMounts();
  it.skipIf(mounts !== '')(
    named('flush a backup before a file that is mounted on its own is written', mounts),
    async () => {
      const kit = folderWith({ 'a.md': '', 'b.md': 'x' });
      const real = folderWith({ 'a.md': 'old\n' });
      execFileSync('mount', ['--bind', join(real, 'a.md'), join(kit, 'a.md')]);
      try {
        const data = folderWith();
        const calls = await callsOf(kit, data);
        expectOrder(calls, [
          'open target to write',
          'write backup',
          'fsync backup',
          'fsync backups',
          'write target',
          'fsync target',
          'write answer',
        ]);
        expect(readFileSync(join(real, 'a.md'), 'utf8')).toBe('the new text\n');
      } finally {
        execFileSync('umount', [join(kit, 'a.md')]);
      }
    },
  );
});

/** Python reads and writes attributes without any package. */
const python = (...args: string[]): string =>
  execFileSync('python3', ['-c', ...args], { encoding: 'utf8' }).trim();
const SET = 'import os,sys; os.setxattr(sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3]))';
const GET =
  'import os,sys; print(",".join(sorted(f"{n}={os.getxattr(sys.argv[1], n).hex()}" for n in os.listxattr(sys.argv[1]))))';
/** Owner all, user 12345 reads, group reads, mask reads and writes, others nothing: an access list as Linux stores it. */
const ACL =
  '0200000001000600ffffffff0200040039300000040004 00ffffffff10000600ffffffff20000000ffffffff'.replaceAll(
    ' ',
    '',
  );

function attributesMissing(): string {
  if (process.platform !== 'linux') return 'only on Linux';
  const file = join(folderWith({ a: '' }), 'a');
  return succeeds('python3', '-c', SET, file, 'user.note', '00')
    ? ''
    : 'this disk takes no attributes, or there is no Python';
}

describe('what a file carries beside its bytes', () => {
  const missing = attributesMissing();
  async function save(kitFolder: string): Promise<void> {
    const opened = await openKitFolder(kitFolder, { fs, backups: { folder: folderWith() } });
    if (!opened.ok) throw new Error(opened.error.message);
    const read = await opened.value.kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    const saved = await opened.value.kit.save('a.md', 'new\n', read.value.hash);
    expect(saved).toMatchObject({ ok: true });
    expect(readFileSync(join(kitFolder, 'a.md'), 'utf8')).toBe('new\n');
  }

  it.skipIf(missing !== '')(
    named('is kept by a save: attributes, access list, mode and owner', missing),
    async () => {
      const kit = folderWith({ 'a.md': 'old\n' });
      const path = join(kit, 'a.md');
      if (root) chownSync(path, 12_345, 23_456);
      chmodSync(path, 0o640);
      python(SET, path, 'user.note', Buffer.from('a tag of the file manager').toString('hex'));
      python(SET, path, 'user.empty', '');
      const listed = succeeds('python3', '-c', SET, path, 'system.posix_acl_access', ACL);
      const state = () => {
        const { mode, uid, gid } = statSync(path);
        return { mode, uid, gid, attributes: python(GET, path) };
      };
      const before = state();
      const { ino } = statSync(path);
      await save(kit);
      expect(state()).toEqual(before);
      expect(before.attributes).toContain('user.note=');
      if (listed) expect(before.attributes).toContain('system.posix_acl_access=');
      // Replaced, not overwritten: the way that survives a power cut.
      expect(statSync(path).ino).not.toBe(ino);
    },
  );

  const mounts = missing || missingForMounts();
  it.skipIf(mounts !== '')(
    named('is kept where a new file could not have it, by writing in place', mounts),
    async () => {
      // A file on a disk of its own that takes attributes of users, in a folder that does not.
      await mounted(['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs'], async (kit) => {
        const real = folderWith({ 'a.md': 'old\n' });
        python(SET, join(real, 'a.md'), 'user.note', '01');
        execFileSync('touch', [join(kit, 'a.md')]);
        execFileSync('mount', ['--bind', join(real, 'a.md'), join(kit, 'a.md')]);
        try {
          await save(kit);
          expect(python(GET, join(real, 'a.md'))).toBe('user.note=01');
        } finally {
          execFileSync('umount', [join(kit, 'a.md')]);
        }
      });
    },
  );
});
