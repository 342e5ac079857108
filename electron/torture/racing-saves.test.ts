import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../kit/content-hash';
import { type FileSystem, nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';
import { lockName, takeTemporaryName } from '../kit/temporary-name';
import { bundled, started } from './child.test-support';
import { rounds } from './long.test-support';

const SAVES = rounds(500, 20_000);
const WRITERS = ['A', 'B', 'C', 'D'] as const;

describe('several writers of one file', () => {
  it(
    `have each of ${SAVES} racing saves on disk, or told as refused`,
    async () => {
      const script = await bundled('racing-program');
      const root = folderWith({ 'a.md': 'start\n' });
      const running = WRITERS.map((who) => started(script, [root, who, `${SAVES / WRITERS.length}`]));
      for (const { ended } of running) expect((await ended).complaint).toBe('');
      const lines = running.flatMap((one) => one.lines);
      expect(lines).toHaveLength(SAVES);
      const saved = lines.filter((line) => line.startsWith('saved')).map((line) => line.split(' ')[1]);
      const text = readFileSync(join(root, 'a.md'), 'utf8').trim().split('\n');
      expect(text[0]).toBe('start');
      expect([...text.slice(1)].sort()).toEqual([...saved].sort());
      expect(new Set(lines.map((line) => line.split(' ')[2]))).toEqual(new Set(['', 'changed-on-disk']));
      // They really raced, and nobody was kept out.
      expect(saved.length).toBeLessThan(SAVES);
      for (const who of WRITERS)
        expect(saved.filter((line) => line?.startsWith(who)).length).toBeGreaterThan(0);
      expect(readdirSync(root)).toEqual(['a.md']);
    },
    24 * 3_600_000,
  );

  async function saveBeside(make: (lock: string) => void) {
    const root = folderWith({ 'a.md': 'old\n' });
    make(join(root, lockName('a.md')));
    const opened = await openKitFolder(root, { fs });
    if (!opened.ok) throw new Error(opened.error.message);
    make(join(root, lockName('a.md')));
    const start = performance.now();
    const saved = await opened.value.kit.save('a.md', 'new\n', sha256('old\n'));
    return { root, saved, took: performance.now() - start };
  }

  const once = (make: (lock: string) => void) => (lock: string) => {
    if (!existsSync(lock) && !readdirSync(join(lock, '..')).some((name) => name.includes('.lock-')))
      make(lock);
  };

  it('take the lock of a process that is dead at once', async () => {
    const dead = takeTemporaryName().replace(`-${process.pid}-`, '-4194999-');
    const { root, saved, took } = await saveBeside(once((lock) => symlinkSync(dead, lock)));
    expect(saved.ok).toBe(true);
    expect(took).toBeLessThan(1_900);
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('take a lock that nobody moves, whoever made it, after a while', async () => {
    const { root, saved, took } = await saveBeside(once((lock) => symlinkSync('of another machine', lock)));
    expect(saved.ok).toBe(true);
    expect(took).toBeGreaterThan(1_900);
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('lose nothing to a disk that is slow for one of them: who stood still too long is refused', async () => {
    const root = folderWith({ 'a.md': 'old\n' });
    let standing = false;
    const slow: FileSystem = {
      ...fs,
      open: async (path, mode, permissions) => {
        // The comparison just before the rename takes longer than a turn may.
        if (mode === 'read' && path.startsWith('/proc/') && path.endsWith('/a.md') && standing)
          await new Promise((resolve) => setTimeout(resolve, 3_000));
        return fs.open(path, mode, permissions);
      },
      makeLink: async (text, path) => {
        await fs.makeLink(text, path);
        standing = true;
      },
    };
    const kits = await Promise.all([slow, fs].map((disk) => openKitFolder(root, { fs: disk })));
    const [first, second] = kits.map((kit, n) => async () => {
      if (!kit.ok) throw new Error(kit.error.message);
      return kit.value.kit.save('a.md', `of ${n}\n`, sha256('old\n'));
    });
    const stuck = first?.();
    while (!standing) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await second?.()).toMatchObject({ ok: true });
    expect(await stuck).toMatchObject({ ok: false });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('of 1\n');
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('are not kept from saving by something else of that name', async () => {
    const { root, saved } = await saveBeside(once((lock) => mkdirSync(lock)));
    expect(saved.ok).toBe(true);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('new\n');
  });

  it('compare bytes, not times: an outside edit of equal size with its time restored is caught', async () => {
    const { utimesSync, statSync, writeFileSync } = await import('node:fs');
    const root = folderWith({ 'a.md': 'mine 1\n' });
    const opened = await openKitFolder(root, { fs });
    if (!opened.ok) throw new Error(opened.error.message);
    const { kit } = opened.value;
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    const path = join(root, 'a.md');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, 'yours1\n');
    utimesSync(path, atime, mtime);
    expect(await kit.save('a.md', 'mine 2\n', read.value.hash)).toMatchObject({
      ok: false,
      error: { code: 'changed-on-disk' },
    });
    expect(readFileSync(path, 'utf8')).toBe('yours1\n');
  });
});
