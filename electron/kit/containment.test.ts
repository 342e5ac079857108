import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongsToKit, checkKitPath, isInside, openInKit, resolveInKit } from './containment';
import { failing } from './failing-file-system.test-support';
import { nodeFileSystem } from './file-system';
import { folderWith } from './temporary-folder.test-support';

const fs = nodeFileSystem;
const scopeOf = (root: string) => ({ root, folders: null });

/** Paths that no page may name, by the rules of POSIX and Windows together. */
const HOSTILE = [
  '',
  '.',
  '..',
  './a.md',
  '../a.md',
  'a/../b.md',
  'a/../../b.md',
  'a/..',
  'a/.',
  '/',
  '/etc/passwd',
  '//server/share',
  '//./C:/a',
  '\\',
  '\\\\server\\share\\a',
  '\\\\?\\C:\\a',
  '..\\a.md',
  'a\\..\\b.md',
  'a\\b.md',
  'C:',
  'C:/a.md',
  'C:\\a.md',
  'c:a.md',
  'a:b',
  'a.md:stream',
  'a.md::$DATA',
  'a//b.md',
  'a/',
  '/a/',
  'a.md/',
  'a\0.md',
  '\0',
  'a\nb.md',
  'a\rb.md',
  'a\tb.md',
  'a\u007fb.md',
  'a\u0001.md',
  'a.',
  'a ',
  'a./b.md',
  'a /b.md',
  '...',
  '. .',
  '.. ',
  'a/.. /b',
  'con',
  'CON',
  'Con.md',
  'con.tar.gz',
  'prn',
  'aux',
  'AUX.txt',
  'nul',
  'nul.md',
  'NUL.',
  'a/nul',
  'a/con/b.md',
  'com1',
  'COM9.md',
  'com0',
  'com¹',
  'lpt1',
  'LPT9',
  'lpt²',
  'conin$',
  'CONOUT$',
  'file:///etc/passwd',
  'http://a/b',
  'app://kit/a',
  '.git/config',
  '.git/hooks/post-checkout',
  '.staffwright/notes.yaml',
  '.env',
  'a/.hidden.md',
  'node_modules/a/index.md',
  'a/NODE_MODULES/b.md',
  '.staffwright.tmp-00000000-1-000000000000',
  `${'a/'.repeat(32)}b.md`,
  'a'.repeat(1025),
  '%2e%2e/../a',
  'a/\u0000/b',
  '~/../a',
];

describe('paths a page may name', () => {
  it('knows at least 80 hostile ones', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(80);
  });

  it.each(HOSTILE)('refuses %j before the disk is touched', async (path) => {
    const root = folderWith({ 'a.md': 'a' });
    const { fs: counted, calls } = failing(null);
    const opened = await openInKit(counted, scopeOf(root), path);
    expect(opened).toMatchObject({ ok: false, error: { code: 'outside-kit' } });
    expect(calls).toEqual([]);
  });

  it.each([
    'a.md',
    'part 1/ä.md',
    'a/b/c/d.mmd',
    'a..b.md',
    'a.md.bak',
    'icon.md',
    'common.md',
    'nullable.md',
    '~a.md',
    '%2e.md',
    'a/-.md',
  ])('allows %j', (path) => {
    expect(checkKitPath(path).ok).toBe(true);
  });

  it('lets no text lead outside the root', () => {
    const piece = fc.constantFrom('..', '.', 'a', 'b.md', '/', '\\', ':', '\0', ' ', '~', 'C:', 'con', '%2e');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = pieces.join('');
        if (checkKitPath(path).ok) expect(isInside('/kit', join('/kit', ...path.split('/')))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('compares by segment, not by prefix', () => {
    expect(isInside('/home/kit', '/home/kit-secret/a')).toBe(false);
    expect(isInside('/home/kit', '/home/kit/..a')).toBe(true);
    expect(isInside('/home/kit', '/home/kit')).toBe(true);
    expect(isInside('/', '/etc')).toBe(true);
  });

  it('counts only the folders that a manifest names, and kit.yaml', () => {
    const scope = { root: '/k', folders: ['/k/examples'] };
    expect(['/k/examples/a.md', '/k/kit.yaml'].map((path) => belongsToKit(scope, path))).toEqual([
      true,
      true,
    ]);
    for (const path of [
      '/k/a.md',
      '/k/examples-old/a.md',
      '/k/src/kit.yaml',
      '/k/examples/.git/config',
      '/e',
    ]) {
      expect(belongsToKit(scope, path)).toBe(false);
    }
  });
});

describe('links and special files', () => {
  const secret = 'secret';

  it.each([
    [
      'a file link',
      (root: string, outside: string) => symlinkSync(join(outside, 'secret.md'), join(root, 'x.md')),
      'x.md',
    ],
    [
      'a folder link',
      (root: string, outside: string) => symlinkSync(outside, join(root, 'x')),
      'x/secret.md',
    ],
    [
      'a relative link',
      (root: string, outside: string) =>
        symlinkSync(join('..', outside.split('/').at(-1) ?? '', 'secret.md'), join(root, 'x.md')),
      'x.md',
    ],
    [
      'a link to a link',
      (root: string, outside: string) => {
        symlinkSync(join(outside, 'secret.md'), join(root, 'y.md'));
        symlinkSync('y.md', join(root, 'x.md'));
      },
      'x.md',
    ],
    [
      'a link into a hidden folder',
      (root: string) => {
        mkdirSync(join(root, '.git'));
        writeFileSync(join(root, '.git', 'config'), secret);
        symlinkSync('.git/config', join(root, 'x.md'));
      },
      'x.md',
    ],
    [
      'a link to the file system of processes',
      (root: string) => symlinkSync('/proc/self/environ', join(root, 'x.md')),
      'x.md',
    ],
  ])('does not follow %s out of the kit', async (_name, make, path) => {
    const outside = folderWith({ 'secret.md': secret });
    const root = folderWith({ 'a.md': 'a' });
    make(root, outside);
    const opened = await openInKit(fs, scopeOf(root), path);
    expect(opened).toMatchObject({ ok: false, error: { code: 'outside-kit', file: path } });
  });

  it('follows a link that stays inside', async () => {
    const root = folderWith({ 'b/real.md': 'text' });
    symlinkSync('b/real.md', join(root, 'a.md'));
    expect(await resolveInKit(fs, scopeOf(root), 'a.md')).toEqual({
      ok: true,
      value: join(root, 'b/real.md'),
    });
  });

  it('ends at a loop', async () => {
    const root = folderWith();
    symlinkSync('b.md', join(root, 'a.md'));
    symlinkSync('a.md', join(root, 'b.md'));
    expect(await openInKit(fs, scopeOf(root), 'a.md')).toMatchObject({
      ok: false,
      error: { code: 'outside-kit' },
    });
  });

  it('never opens a pipe, a socket or a device', async () => {
    const root = folderWith();
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    const server = createServer().listen(join(root, 'socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    const names = ['pipe.md', 'socket.md'];
    if (process.getuid?.() === 0) {
      try {
        execFileSync('mknod', [join(root, 'device.md'), 'c', '1', '5'], { stdio: 'ignore' });
        names.push('device.md');
      } catch {
        // Containers may forbid making devices.
      }
    }
    for (const name of names) {
      const { fs: counted, calls } = failing(null);
      expect(await openInKit(counted, scopeOf(root), name)).toMatchObject({
        ok: false,
        error: { code: 'outside-kit' },
      });
      expect(calls.filter((call) => call.startsWith('open'))).toEqual([]);
    }
    // The socket is still one that answers: nobody read from it.
    await new Promise<void>((resolve) => {
      const socket = connect(join(root, 'socket.md'), () => {
        socket.destroy();
        resolve();
      });
    });
    await new Promise((resolve) => server.close(resolve));
  });

  it('reads nothing outside while another process swaps file and link', async () => {
    const outside = folderWith({ 'a.md': secret });
    const root = folderWith({ 'd/a.md': 'inside' });
    symlinkSync(outside, join(root, 'evil'));
    const scope = scopeOf(root);
    let stop = false;
    const swapper = (async () => {
      while (!stop) {
        renameSync(join(root, 'd'), join(root, 'kept'));
        renameSync(join(root, 'evil'), join(root, 'd'));
        await new Promise((resolve) => setImmediate(resolve));
        renameSync(join(root, 'd'), join(root, 'evil'));
        renameSync(join(root, 'kept'), join(root, 'd'));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    let read = 0;
    for (let i = 0; i < 2000; i++) {
      const opened = await openInKit(fs, scope, 'd/a.md');
      if (!opened.ok) continue;
      const buffer = Buffer.alloc(10);
      const count = await opened.value.file.read(buffer, 0, 10, 0);
      await opened.value.file.close();
      read++;
      expect(buffer.toString('utf8', 0, count)).toBe('inside');
    }
    stop = true;
    await swapper;
    expect(read).toBeGreaterThan(0);
  });

  it('notices when the entry is replaced between check and open', async () => {
    const outside = folderWith({ 'secret.md': secret });
    const root = folderWith({ 'a.md': 'inside' });
    const swapping = {
      ...fs,
      open: async (...args: Parameters<typeof fs.open>) => {
        unlinkSync(join(root, 'a.md'));
        symlinkSync(join(outside, 'secret.md'), join(root, 'a.md'));
        return fs.open(...args);
      },
    };
    expect((await openInKit(swapping, scopeOf(root), 'a.md')).ok).toBe(false);
  });

  it('takes a second name of an inside file as what it is', async () => {
    const root = folderWith({ 'a.md': 'text' });
    linkSync(join(root, 'a.md'), join(root, 'b.md'));
    const opened = await openInKit(fs, scopeOf(root), 'b.md');
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.file.close();
    expect(readFileSync(join(root, 'b.md'), 'utf8')).toBe('text');
  });
});
