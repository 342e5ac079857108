import { EventEmitter } from 'node:events';
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { afterEach, describe, expect, it } from 'vitest';
import type { KitChange } from '../../shared/ipc/payloads';
import { sha256 } from './content-hash';
import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';
import type { OpenKit } from './open-kit';
import { folderWith } from './temporary-folder.test-support';
import { watchKit } from './watch-kit';

type Told = Omit<KitChange, 'kitId'>;

const open: OpenKit[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((kit) => kit.close()));
});

/** A watched kit whose watcher is known to be running: a first change of the test's own was told. */
async function watched(files: Record<string, string>) {
  const root = folderWith({ ...files, 'marker.md': '0' });
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit } = opened.value;
  open.push(kit);
  const told: Told[] = [];
  kit.watch((change) => told.push(change));
  const marker = async (text: string): Promise<void> => {
    for (let round = 0; !changes().some((change) => change.hash === sha256(`${text}${round}`)); ) {
      writeFileSync(join(root, 'marker.md'), `${text}${++round}`);
      for (let i = 0; i < 20 && !changes().some((c) => c.hash === sha256(`${text}${round}`)); i++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    }
  };
  const changes = () => told.flatMap((one) => one.changes);
  await marker('start');
  told.length = 0;
  /** Everything told so far, when whatever happened before the call is certain to be in it. */
  const settled = async () => {
    await marker('settled');
    return changes().filter((change) => change.path !== 'marker.md');
  };
  return { root, kit, told, settled };
}

describe('watching a kit', () => {
  it('tells what others add, change and remove, with the hash', async () => {
    const { root, settled } = await watched({ 'a.md': 'one', 'b/gone.md': 'x' });
    writeFileSync(join(root, 'a.md'), 'two');
    writeFileSync(join(root, 'b/new.md'), 'new');
    rmSync(join(root, 'b/gone.md'));
    expect(await settled()).toEqual([
      { path: 'a.md', change: 'changed', hash: sha256('two') },
      { path: 'b/gone.md', change: 'removed' },
      { path: 'b/new.md', change: 'added', hash: sha256('new') },
    ]);
  });

  it('says nothing about saves of its own, nor about a file that was only touched', async () => {
    const { root, kit, settled } = await watched({ 'a.md': 'one', 'b.md': 'same' });
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    await kit.readText('b.md');
    expect((await kit.save('a.md', 'two', read.value.hash)).ok).toBe(true);
    expect((await kit.create('c.md', 'three')).ok).toBe(true);
    utimesSync(join(root, 'b.md'), new Date(), new Date());
    expect(await settled()).toEqual([]);
  });

  it('tells a save of another editor, which replaces the file, as a change', async () => {
    const { root, settled } = await watched({ 'a.md': 'one' });
    writeFileSync(join(root, '.a.md.swp'), 'two');
    renameSync(join(root, '.a.md.swp'), join(root, 'a.md'));
    expect(await settled()).toEqual([{ path: 'a.md', change: 'changed', hash: sha256('two') }]);
  });

  it('looks neither at hidden files nor outside', async () => {
    const outside = folderWith({ 'x.md': '1' });
    const { root, settled } = await watched({ 'a.md': 'one', '.git/config': '' });
    symlinkSync(outside, join(root, 'out'));
    writeFileSync(join(outside, 'x.md'), '2');
    writeFileSync(join(root, '.git/config'), '2');
    writeFileSync(join(root, '.staffwright.tmp-00000000-1-000000000000'), '2');
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/a.md'), '2');
    expect((await settled()).map((change) => change.path)).toEqual(['out']);
  });

  it('asks for a new look when thousands of files change at once', async () => {
    const root = folderWith({ 'a.md': 'one' });
    const told: Told[] = [];
    const source = Object.assign(new EventEmitter(), { close: async () => {} });
    const watcher = watchKit({
      fs,
      scope: { root, folders: null },
      tops: [''],
      known: new Map(),
      tell: (change) => told.push(change),
      start: () => source as unknown as FSWatcher,
    });
    for (let i = 0; i < 2001; i++) source.emit('add', join(root, `${i}.md`));
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).toEqual([{ changes: [], lost: true }]);
    await watcher.close();
  });

  it('says nothing after it was closed', async () => {
    const { root, kit, told } = await watched({ 'a.md': 'one' });
    writeFileSync(join(root, 'a.md'), 'two');
    await kit.close();
    const count = told.length;
    writeFileSync(join(root, 'a.md'), 'three');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toHaveLength(count);
  });

  it('says that events were lost when watching fails, and goes on by looking', async () => {
    const root = folderWith({ 'a.md': 'one' });
    const told: Told[] = [];
    let fail: (error: Error) => void = () => {};
    const watcher = watchKit({
      fs,
      scope: { root, folders: null },
      tops: [''],
      known: new Map(),
      tell: (change) => told.push(change),
      lookEvery: 20,
      start: (...args) => {
        const real = watch(...args);
        fail = (error) => real.emit('error', error);
        return real;
      },
    });
    fail(
      Object.assign(new Error('ENOSPC: System limit for number of file watchers reached'), {
        code: 'ENOSPC',
      }),
    );
    expect(told).toEqual([{ changes: [], lost: true }]);
    for (let i = 0; told.length < 2; i++) {
      writeFileSync(join(root, `new-${i}.md`), 'x');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(told[1]).toEqual({ changes: [], lost: true });
    await watcher.close();
    const count = told.length;
    writeFileSync(join(root, 'after.md'), 'x');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).toHaveLength(count);
  });
});
