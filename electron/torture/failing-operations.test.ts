import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { Journal } from '../journal/journal';
import { sha256 } from '../kit/content-hash';
import { type FileSystem, nodeFileSystem } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import type { OpenKit } from '../kit/open-kit';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';
import { SettingsStore } from '../settings/settings-store';
import { everyFailure, type Outcome, saysWhatToDo } from './every-failure.test-support';

/*
 * Every file operation of everything the studio writes fails once, in every way a disk can fail. Afterwards each file is the old or the new one,
 * nothing is left over when the kit is opened again, and the failure says what and where, why, and what to do.
 */

const OLD = 'the old text\r\nsecond line\r\n';
const NEW = 'a new text, longer than the old one\r\nsecond line\r\n';
const PNG = Buffer.concat([
  Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0,
    1,
  ]),
  Buffer.alloc(200, 7),
]);
const TIME = 1_700_000_000_000;

interface World {
  readonly root: string;
  readonly data: string;
}

const world = (): World => ({
  root: folderWith({ 'd/a.md': OLD, 'd/sub/b.md': '# B\n', 'kit.yaml': 'version: 1\nname: K\n' }),
  data: folderWith(),
});

const trashOf = ({ data }: World) => ({
  folder: join(data, 'deleted'),
  now: () => TIME,
  discard: () => Promise.reject(new Error('This machine has no trash')),
});

/** Opens the kit on a good disk, then does something through one that fails. */
async function through<T>(
  fs: FileSystem,
  { root, data }: World,
  act: (kit: OpenKit) => Promise<T>,
): Promise<T> {
  let disk = nodeFileSystem;
  const switched = new Proxy(nodeFileSystem, { get: (_, name: keyof FileSystem) => disk[name] });
  const opened = await openKitFolder(root, { fs: switched, backups: { folder: join(data, 'backups') } });
  if (!opened.ok) throw new Error(opened.error.message);
  disk = fs;
  return act(opened.value.kit);
}

/** All files of a folder but what the studio keeps for itself, with their bytes. */
function files(root: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isDirectory())
      all.set(path.slice(root.length + 1), entry.isFile() ? readFileSync(path, 'latin1') : '@');
  }
  return all;
}

/** Opens the kit again, as the next start does, and expects that nothing of ours is left in it. */
async function reopened(at: World, what: string): Promise<Map<string, string>> {
  const opened = await openKitFolder(at.root, {
    fs: nodeFileSystem,
    backups: { folder: join(at.data, 'backups') },
  });
  expect(opened.ok, what).toBe(true);
  const left = files(at.root);
  expect(
    [...left.keys()].filter((path) => path.includes('.staffwright')),
    what,
  ).toEqual([]);
  return left;
}

function expectTold(outcome: Outcome, path: string, what: string): void {
  if (outcome.kind !== 'told') return;
  expect(saysWhatToDo(outcome.message, path), `${what}: ${outcome.message}`).toBe(true);
}

const latin1 = (text: string | Uint8Array): string => Buffer.from(text as string).toString('latin1');

describe('when any file operation fails in any way', () => {
  it('a save leaves the old or the new text, and saving again works', async () => {
    const failures = await everyFailure({
      prepare: world,
      act: (fs, at) => through(fs, at, (kit) => kit.save('d/a.md', NEW.replaceAll('\r', ''), sha256(OLD))),
      check: async (at, outcome, what) => {
        const text = readFileSync(join(at.root, 'd/a.md'), 'utf8');
        if (outcome.kind === 'done') expect(text, what).toBe(NEW);
        else expect([OLD, NEW], what).toContain(text);
        expectTold(outcome, 'd/a.md', what);
        expect(outcome.kind, what).not.toBe('thrown');
        const again = await through(nodeFileSystem, at, (kit) =>
          kit.save('d/a.md', NEW.replaceAll('\r', ''), sha256(OLD)),
        );
        expect(again.ok, what).toBe(true);
        const left = await reopened(at, what);
        expect([...left.keys()].sort(), what).toEqual(['d/a.md', 'd/sub/b.md', 'kit.yaml']);
        expect(
          existsSync(join(at.data, 'backups')) ? readdirSync(join(at.data, 'backups')) : [],
          what,
        ).toEqual([]);
      },
    });
    expect(failures).toBeGreaterThan(20);
  });

  it('a new file is whole or not there', async () => {
    await everyFailure({
      prepare: world,
      act: (fs, at) => through(fs, at, (kit) => kit.create('new/deep/c.md', 'a new file\n')),
      check: async (at, outcome, what) => {
        expectTold(outcome, 'new/deep/c.md', what);
        const left = await reopened(at, what);
        if (outcome.kind === 'done' || left.has('new/deep/c.md'))
          expect(left.get('new/deep/c.md'), what).toBe('a new file\n');
        expect([left.get('d/a.md'), left.size - Number(left.has('new/deep/c.md'))], what).toEqual([OLD, 3]);
      },
    });
  });

  it.each<[string, string, string, readonly string[]]>([
    ['a file', 'd/a.md', 'e/f.md', ['d/a.md', 'e/f.md']],
    ['a folder', 'd/sub', 'e/sub', ['d/sub/b.md', 'e/sub/b.md']],
    ['capitals only', 'd/a.md', 'd/A.md', ['d/a.md', 'd/A.md']],
  ])('moving %s leaves it whole, under its old or its new name', async (_, from, to, places) => {
    await everyFailure({
      prepare: world,
      act: (fs, at) => through(fs, at, (kit) => kit.move(from, to)),
      check: async (at, outcome, what) => {
        expectTold(outcome, from, what);
        const left = await reopened(at, what);
        const there = places.filter((path) => left.has(path));
        expect(there.length, what).toBeGreaterThan(0);
        if (outcome.kind === 'done') expect(there, what).toEqual([places[1]]);
        for (const path of there) expect([OLD, '# B\n'], what).toContain(left.get(path));
      },
    });
  });

  it.each(['d/a.md', 'd'])('deleting %s leaves it, or a whole copy that comes back', async (path) => {
    let id = '';
    const before = files(world().root);
    await everyFailure({
      prepare: world,
      act: (fs, at) =>
        through(fs, at, async (kit) => {
          const removed = await kit.remove(path, trashOf(at));
          if (removed.ok) id = removed.value.id;
          return removed;
        }),
      check: async (at, outcome, what) => {
        expectTold(outcome, path, what);
        if (outcome.kind === 'done') {
          expect(
            [...(await reopened(at, what)).keys()].some((one) => one.startsWith(path)),
            what,
          ).toBe(false);
          const back = await through(nodeFileSystem, at, (kit) => kit.restore(id, trashOf(at)));
          expect(back.ok, what).toBe(true);
        }
        expect(await reopened(at, what), what).toEqual(before);
      },
    });
  });

  it('a picture is whole or not there', async () => {
    await everyFailure({
      prepare: world,
      act: (fs, at) => through(fs, at, (kit) => kit.saveAsset('d/a.md', 'p.png', PNG)),
      check: async (at, outcome, what) => {
        expectTold(outcome, 'd/assets/p.png', what);
        const left = await reopened(at, what);
        if (outcome.kind === 'done')
          expect([...left.values()].filter((bytes) => bytes === latin1(PNG))).toHaveLength(1);
        expect(left.get('d/a.md'), what).toBe(OLD);
        for (const [name, bytes] of left) if (name.endsWith('.png')) expect(bytes, what).toBe(latin1(PNG));
      },
    });
  });

  it('the journal has the earlier or the new text, and nothing else beside it', async () => {
    const typed = { path: 'a.md', baseHash: null, length: 3, edits: [{ from: 3, to: 3, insert: '!' }] };
    await everyFailure({
      prepare: async () => {
        const at = world();
        await new Journal(nodeFileSystem, at.data, () => TIME).put('k', {
          path: 'a.md',
          text: 'one',
          baseHash: null,
        });
        return at;
      },
      act: async (fs, at) => {
        const journal = new Journal(fs, at.data, () => TIME);
        const frame = await journal.put('k', { path: 'a.md', text: 'two', baseHash: null });
        if ((await journal.change('k', { ...typed, frame })) === null)
          return { ok: false, error: { code: 'none', message: '' } };
        return null;
      },
      check: async (at, outcome, what) => {
        const entries = await new Journal(nodeFileSystem, at.data, () => TIME).list('k');
        expect(
          entries.map(({ text }) => text),
          what,
        ).toHaveLength(1);
        expect(outcome.kind === 'done' ? ['two!'] : ['one', 'two', 'two!'], what).toContain(entries[0]?.text);
        expect(readdirSync(join(at.data, 'k')), what).toHaveLength(1);
      },
    });
  });

  it('settings are the old or the new ones', async () => {
    await everyFailure({
      prepare: () => {
        const at = world();
        writeFileSync(
          join(at.data, 'preferences.json'),
          JSON.stringify({ version: 3, value: DEFAULT_SETTINGS }),
        );
        return at;
      },
      act: (fs, at) => new SettingsStore(fs, at.data).changePreferences({ theme: 'dark' }),
      check: async (at, outcome, what) => {
        const store = new SettingsStore(nodeFileSystem, at.data);
        await store.removeLeftovers();
        const { theme } = await store.readPreferences();
        expect(outcome.kind === 'done' ? ['dark'] : ['system', 'dark'], what).toContain(theme);
        expect(readdirSync(at.data), what).toEqual(['preferences.json']);
      },
    });
  });
});
