import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Trash } from './deleted-entries';
import { failing } from './failing-file-system.test-support';
import { nodeFileSystem } from './file-system';
import { openKitFolder } from './folder-kit';
import type { OpenKit } from './open-kit';
import { folderWith } from './temporary-folder.test-support';

const FILES = { 'a.md': '# A\n', 'd/b.md': '# B\n', 'd/p.png': Buffer.from([1, 2, 255]) };

async function opened(root: string, fs = nodeFileSystem, readOnly = false): Promise<OpenKit> {
  const kit = await openKitFolder(root, { fs, readOnly });
  if (!kit.ok) throw new Error(kit.error.message);
  return kit.value.kit;
}

/** The system has no trash, or one that takes everything. */
function trash(system = false): Trash {
  const folder = join(folderWith(), 'deleted');
  return {
    folder,
    now: () => 1_700_000_000_000,
    discard: async (path) => {
      if (!system) throw new Error('No trash');
      rmSync(path, { recursive: true });
    },
  };
}

function tree(root: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    all[path.slice(root.length + 1)] = entry.isFile()
      ? readFileSync(path, 'latin1')
      : entry.isDirectory()
        ? '/'
        : '@';
  }
  return all;
}

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

describe('moving', () => {
  it('gives files and folders another name or place, and makes the folders it needs', async () => {
    const root = folderWith(FILES);
    const kit = await opened(root);
    expect(code(await kit.move('a.md', 'new/deep/c.md'))).toBe('ok');
    expect(code(await kit.move('d', 'new/e'))).toBe('ok');
    expect(tree(root)).toEqual({
      new: '/',
      'new/deep': '/',
      'new/deep/c.md': '# A\n',
      'new/e': '/',
      'new/e/b.md': '# B\n',
      'new/e/p.png': '\u0001\u0002\u00ff',
    });
    expect((await kit.list()).files.map(({ path }) => path)).toEqual([
      'new/deep/c.md',
      'new/e/b.md',
      'new/e/p.png',
    ]);
  });

  it('changes capitals only, and keeps permissions', async () => {
    const root = folderWith(FILES);
    const kit = await opened(root);
    const before = statSync(join(root, 'a.md'));
    expect(code(await kit.move('a.md', 'A.md'))).toBe('ok');
    expect(code(await kit.move('d', 'D'))).toBe('ok');
    expect(Object.keys(tree(root)).sort()).toEqual(['A.md', 'D', 'D/b.md', 'D/p.png']);
    const after = statSync(join(root, 'A.md'));
    expect([after.ino, after.mode]).toEqual([before.ino, before.mode]);
  });

  it.each<[string, string, string]>([
    ['a.md', 'd/b.md', 'exists'],
    ['a.md', 'd/B.md', 'exists'],
    ['a.md', 'D/c.md', 'exists'],
    ['a.md', 'd', 'exists'],
    ['d', 'd/e/f', 'bad-request'],
    ['a.md', '../a.md', 'outside-kit'],
    ['a.md', '/etc/a.md', 'outside-kit'],
    ['a.md', '.git/hooks/a', 'outside-kit'],
    ['a.md', 'x\0.md', 'outside-kit'],
    ['a.md', 'con.md', 'outside-kit'],
    ['a.md', `${'ä'.repeat(101)}.md`, 'bad-request'],
    ['nothing.md', 'x.md', 'not-found'],
    ['A.md', 'x.md', 'not-found'],
    ['kit.yaml', 'x.yaml', 'bad-request'],
    ['.staffwright/waivers.yaml', 'x.yaml', 'bad-request'],
    ['a.md', '.staffwright/waivers.yaml', 'bad-request'],
    ['out.md', 'x.md', 'bad-request'],
    ['a.md', 'outside/x.md', 'outside-kit'],
    ['outside/secret.md', 'x.md', 'outside-kit'],
  ])('refuses %s to %s and touches nothing', async (from, to, refused) => {
    const outside = folderWith({ 'secret.md': 's' });
    const root = folderWith({
      ...FILES,
      'kit.yaml': 'version: 1\nname: K\n',
      '.staffwright/waivers.yaml': '[]\n',
    });
    symlinkSync(join(outside, 'secret.md'), join(root, 'out.md'));
    symlinkSync(outside, join(root, 'outside'));
    const before = tree(root);
    expect(code(await (await opened(root)).move(from, to))).toBe(refused);
    expect(tree(root)).toEqual(before);
    expect(tree(outside)).toEqual({ 'secret.md': 's' });
  });

  it('changes nothing in a kit that is read-only', async () => {
    const root = folderWith(FILES);
    const kit = await opened(root, nodeFileSystem, true);
    const bin = trash();
    const results = [
      await kit.move('a.md', 'b.md'),
      await kit.makeFolder('x'),
      await kit.duplicate('a.md', 'b.md'),
      await kit.remove('a.md', bin),
      await kit.restore('0', bin),
    ];
    for (const result of results)
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'read-only', message: expect.stringMatching(/your own packet/) },
      });
    expect(Object.keys(tree(root))).toHaveLength(4);
  });

  it('keeps a folder that kit.yaml names', async () => {
    const root = folderWith({ ...FILES, 'kit.yaml': 'version: 1\nname: K\nfolders: [d]\n' });
    const kit = await opened(root);
    expect(code(await kit.move('d', 'e'))).toBe('bad-request');
    expect(code(await kit.move('d/b.md', 'e/b.md'))).toBe('outside-kit');
    expect(code(await kit.move('d/b.md', 'd/c.md'))).toBe('ok');
  });

  it.each(['EIO', 'ENOSPC', 'EACCES', 'EPERM'])(
    'loses nothing when any operation fails with %s',
    async (failure) => {
      for (let at = 1; ; at++) {
        const root = folderWith(FILES);
        const kit = await opened(root);
        const { fs, calls } = failing({ at, code: failure });
        const broken = await opened(root, fs).catch(() => null);
        if (broken) {
          const opening = calls.length;
          const moved = await broken.move('a.md', 'n/c.md');
          const places = ['a.md', 'n/c.md'].filter((path) => existsSync(join(root, path)));
          expect(places.length).toBeGreaterThan(0);
          for (const path of places) expect(readFileSync(join(root, path), 'utf8')).toBe('# A\n');
          if (moved.ok) expect(places).toEqual(['n/c.md']);
          else expect(moved.error.message).toMatch(/\.$/);
          if (at > calls.length) {
            expect([moved.ok, calls.length > opening]).toEqual([true, true]);
            break;
          }
        }
        await kit.close();
      }
    },
  );
});

describe('folders and copies', () => {
  it('are made, and refused where the name is taken', async () => {
    const root = folderWith(FILES);
    const kit = await opened(root);
    expect(code(await kit.makeFolder('x/y'))).toBe('ok');
    expect(code(await kit.makeFolder('X'))).toBe('exists');
    expect(code(await kit.makeFolder('a.md'))).toBe('exists');
    expect(code(await kit.makeFolder('../x'))).toBe('outside-kit');
    expect(code(await kit.duplicate('d/p.png', 'x/copy.png'))).toBe('ok');
    expect(code(await kit.duplicate('d/p.png', 'x/COPY.png'))).toBe('exists');
    expect(readFileSync(join(root, 'x/copy.png'))).toEqual(Buffer.from([1, 2, 255]));
    expect((await kit.list()).folders).toContain('x/y');
  });
});

describe('deleting', () => {
  it.each([true, false])('can be taken back, byte by byte (trash of the system: %s)', async (system) => {
    const root = folderWith({ ...FILES, 'd/e/c.md': '\uFEFF# C\r\n', 'd/.DS_Store': 'x' });
    mkdirSync(join(root, 'd/empty'));
    const before = tree(root);
    const kit = await opened(root);
    const bin = trash(system);
    const folder = await kit.remove('d', bin);
    const file = await kit.remove('a.md', bin);
    expect(tree(root)).toEqual({});
    if (!folder.ok || !file.ok) throw new Error('refused');
    expect(folder.value.system).toBe(system);
    expect(await kit.restore(folder.value.id, bin)).toEqual({ ok: true, value: { path: 'd' } });
    expect(await kit.restore(file.value.id, bin)).toEqual({ ok: true, value: { path: 'a.md' } });
    const { 'd/.DS_Store': _, ...expected } = before;
    expect(tree(root)).toEqual(expected);
  });

  it('refuses what it could not put back, and what the kit is known by', async () => {
    const outside = folderWith({ 'secret.md': 's' });
    const root = folderWith({
      ...FILES,
      'kit.yaml': 'version: 1\nname: K\n',
      'g/.git/config': 'x',
      'l/x.md': 'x',
    });
    symlinkSync(outside, join(root, 'l', 'link'));
    const kit = await opened(root);
    const bin = trash();
    const before = tree(root);
    for (const path of ['g', 'l', 'kit.yaml', 'l/link', 'l/link/secret.md', '../x', 'nothing.md'])
      expect([path, (await kit.remove(path, bin)).ok]).toEqual([path, false]);
    expect(tree(root)).toEqual(before);
    expect(tree(outside)).toEqual({ 'secret.md': 's' });
  });

  it('does not put back over what is there now, and says when the copy is gone', async () => {
    const root = folderWith(FILES);
    const kit = await opened(root);
    const bin = trash();
    const removed = await kit.remove('a.md', bin);
    if (!removed.ok) throw new Error('refused');
    writeFileSync(join(root, 'A.md'), 'mine');
    expect(code(await kit.restore(removed.value.id, bin))).toBe('exists');
    expect(readFileSync(join(root, 'A.md'), 'utf8')).toBe('mine');
    expect(code(await kit.restore('gone', bin))).toBe('not-found');
  });

  it('leaves the file, or a whole copy of it, when any operation fails', async () => {
    for (let at = 1; ; at++) {
      const root = folderWith(FILES);
      const bin = trash();
      const whole = await opened(root);
      const { fs, calls } = failing({ at, code: 'EIO' });
      const kit = await opened(root, fs).catch(() => null);
      if (!kit) continue;
      const removed = await kit.remove('a.md', bin);
      if (removed.ok) expect(code(await whole.restore(removed.value.id, bin))).toBe('ok');
      expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('# A\n');
      if (at > calls.length) {
        expect(removed.ok).toBe(true);
        break;
      }
    }
  });

  it('forgets copies after a month', async () => {
    const root = folderWith(FILES);
    const kit = await opened(root);
    const bin = trash();
    const first = await kit.remove('a.md', bin);
    await kit.remove('d/b.md', { ...bin, now: () => Date.now() + 31 * 24 * 60 * 60 * 1000 });
    expect(code(await kit.restore(first.ok ? first.value.id : '', bin))).toBe('not-found');
  });
});
