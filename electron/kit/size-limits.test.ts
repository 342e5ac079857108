import { describe, expect, it } from 'vitest';
import {
  classifyByName,
  MAX_CHECKED_BYTES,
  MAX_IMAGE_BYTES,
  MAX_TEXT_BYTES,
  stateReason,
} from './file-classes';
import { type FileStat, type FileSystem, nodeFileSystem } from './file-system';
import { KIT_LIMITS, walkKit } from './list-kit';

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
