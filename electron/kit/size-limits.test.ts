import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kitPath } from '../../shared/domain/kit-path';
import {
  classifyByName,
  MAX_CHECKED_BYTES,
  MAX_IMAGE_BYTES,
  MAX_TEXT_BYTES,
  stateReason,
} from './file-classes';
import { type FileStat, type FileSystem, nodeFileSystem } from './file-system';
import { openKitFolder } from './folder-kit';
import { KIT_LIMITS, walkKit } from './list-kit';
import { readMany } from './read-many';
import { memoryFolderWith as folderWith } from './temporary-folder.test-support';

const MB = 1024 * 1024;

describe('sizes of files', () => {
  it('are those of the requirements', () => {
    expect([MAX_CHECKED_BYTES, MAX_TEXT_BYTES, MAX_IMAGE_BYTES]).toEqual([5 * MB, 50 * MB, 20 * MB]);
    expect(KIT_LIMITS).toMatchObject({ files: 20_000, depth: 32 });
  });

  it.each([
    ['a text', 'a.md', MAX_TEXT_BYTES, 'text'],
    ['a text of another program', 'a.csv', MAX_TEXT_BYTES, 'text'],
    ['a picture', 'a.png', MAX_IMAGE_BYTES, 'image'],
    ['a drawing', 'a.SVG', MAX_IMAGE_BYTES, 'image'],
  ])('%s: one less, as much, one more', (_what, path, limit, state) => {
    expect([limit - 1, limit, limit + 1].map((size) => classifyByName(path, size))).toEqual([
      state,
      state,
      'too-large',
    ]);
    expect(stateReason('too-large', limit + 1)).toMatch(/MB is more than the studio opens/);
  });
});

describe('files of a kit', () => {
  /** A disk that says it holds so many files. */
  const disk = (count: number): FileSystem => {
    const stat: FileStat = {
      kind: 'file',
      size: 1,
      mode: 0o644,
      uid: 0,
      gid: 0,
      modifiedMs: 0,
      identity: '1',
    };
    const names = Array.from({ length: count }, (_, i) => `${String(i).padStart(6, '0')}.md`);
    return { ...nodeFileSystem, names: async () => names, entry: async () => stat };
  };

  it.each([
    [KIT_LIMITS.files - 1, false],
    [KIT_LIMITS.files, false],
    [KIT_LIMITS.files + 1, true],
  ])('%i of them', async (count, over) => {
    const { files, notices } = await walkKit(disk(count), { root: '/kit', folders: null }, [''], []);
    expect(files).toHaveLength(Math.min(count, KIT_LIMITS.files));
    expect(
      notices.map(({ message }) => message).filter((message) => message.includes('20,000')),
    ).toHaveLength(over ? 1 : 0);
  });
});

describe('full service', () => {
  it.each([
    [MAX_CHECKED_BYTES - 1, true],
    [MAX_CHECKED_BYTES, true],
    [MAX_CHECKED_BYTES + 1, false],
  ])('for a text of %i bytes', async (size, full) => {
    const root = folderWith({ 'kit.yaml': 'version: 1\nname: Kit\n', 'a.md': Buffer.alloc(size, 97) });
    const opened = await openKitFolder(root, { fs: nodeFileSystem });
    if (!opened.ok) throw new Error(opened.error.message);
    const { kit } = opened.value;
    const [read] = await readMany(kit, ['a.md']);
    expect(read?.text?.length).toBe(full ? size : undefined);
    expect(read?.error?.message).toEqual(full ? undefined : expect.stringContaining('more than 5 MB'));
    // Beyond it, the text is still edited.
    expect(await kit.readText('a.md')).toMatchObject({ ok: true });
    await kit.close();
  });

  it.each([
    [MAX_TEXT_BYTES - 1, true],
    [MAX_TEXT_BYTES, true],
    [MAX_TEXT_BYTES + 1, false],
  ])('ends for a text of %i bytes that grew after it was listed', async (size, opens) => {
    const root = folderWith({ 'kit.yaml': 'version: 1\nname: Kit\n', 'a.md': 'a' });
    const opened = await openKitFolder(root, { fs: nodeFileSystem });
    if (!opened.ok) throw new Error(opened.error.message);
    const { kit } = opened.value;
    writeFileSync(join(root, 'a.md'), Buffer.alloc(size, 97));
    const read = await kit.readText('a.md');
    expect(read.ok ? read.value.text.length : read.error).toEqual(
      opens
        ? size
        : expect.objectContaining({
            code: 'too-large',
            message: expect.stringContaining('limit here is 50 MB'),
          }),
    );
    await kit.close();
  });
});

describe('depth', () => {
  const { depth } = KIT_LIMITS;
  const deep = (parts: number) => `${'d/'.repeat(parts - 1)}a.md`;

  it('of a path: one less, as deep, one deeper', () => {
    expect([depth - 1, depth, depth + 1].map((parts) => kitPath(deep(parts)).ok)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    [depth - 1, false],
    [depth, false],
    [depth + 1, true],
  ])('of a file in the folder, %i names', async (parts, over) => {
    const root = folderWith({ 'kit.yaml': 'version: 1\nname: Kit\n', [deep(parts)]: 'x' });
    const opened = await openKitFolder(root, { fs: nodeFileSystem });
    if (!opened.ok) throw new Error(opened.error.message);
    const { files, notices } = opened.value.listing;
    expect(files.some(({ path }) => path === deep(parts))).toBe(!over);
    expect(notices.filter(({ message }) => message.includes('deeper than 32'))).toHaveLength(over ? 1 : 0);
    await opened.value.kit.close();
  });
});
