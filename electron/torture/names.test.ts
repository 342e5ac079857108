import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { folderWith } from '../kit/temporary-folder.test-support';
import { foldingDisk, type NameMode } from './folding-disk.test-support';
import { missingForImages, mounted, named } from './machine.test-support';

const COMPOSED = 'caf\u00e9.md';
const APART = 'cafe\u0301.md';
const FILES = { 'a.md': 'text a\n', 'Notes/b.md': 'text b\n', [COMPOSED]: 'text c\n' };

const names = (root: string): string[] => readdirSync(root, { recursive: true }).map(String).sort();
const code = (answer: { ok: boolean; error?: { code: string } }): string =>
  answer.ok ? 'ok' : (answer.error?.code ?? '');

/** What holds on every disk, however it takes names. `sees` tells whether two spellings are one file there. */
async function expectNames(root: string, fs: FileSystem, mode: NameMode): Promise<void> {
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit, listing } = opened.value;
  const data = folderWith();
  const trash = { folder: data, now: Date.now, discard: () => Promise.reject(new Error('none')) };
  const cafe = listing.files.find(({ path }) => path.startsWith('caf'))?.path ?? '';
  expect(cafe.normalize('NFC')).toBe(COMPOSED);

  // A name that is the same on some disk is refused everywhere, before anything is written.
  for (const path of ['A.md', 'notes/b.md', 'NOTES/x.md', 'Notes/B.md', COMPOSED, APART, 'CAFE\u0301.md'])
    expect([path, code(await kit.create(path, 'other'))]).toEqual([path, 'exists']);
  for (const path of ['A.MD', 'notes', 'notes/c.md', APART, COMPOSED])
    expect([path, code(await kit.duplicate('Notes/b.md', path))]).toEqual([path, 'exists']);
  expect(code(await kit.move('a.md', 'NOTES/B.md'))).toBe('exists');
  expect(code(await kit.move('a.md', APART))).toBe('exists');
  expect(code(await kit.makeFolder('notes'))).toBe('exists');
  expect(names(root).map((name) => name.normalize('NFC'))).toEqual(
    ['Notes', 'Notes/b.md', 'a.md', COMPOSED].sort(),
  );

  // A change of capitals only is no other name: of a file, a folder, and back.
  for (const [from, to] of [
    ['a.md', 'A.md'],
    ['A.md', 'a.md'],
    ['Notes', 'NOTES'],
    ['NOTES/b.md', 'NOTES/B.MD'],
    ['NOTES/B.MD', 'NOTES/b.md'],
    ['NOTES', 'Notes'],
  ] as const) {
    expect([from, code(await kit.move(from, to))]).toEqual([from, 'ok']);
    expect(names(root)).toContain(to);
  }
  expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('text a\n');
  expect(readFileSync(join(root, 'Notes/b.md'), 'utf8')).toBe('text b\n');

  // A save keeps the spelling that stands there.
  const read = await kit.readText(cafe);
  expect(read.ok && (await kit.save(cafe, 'new c\n', read.value.hash)).ok).toBe(true);
  expect(names(root)).toContain(cafe);

  // Deleted and put back, it has its name again; and what has it meanwhile is kept.
  const removed = await kit.remove('a.md', trash);
  if (!removed.ok) throw new Error(removed.error.message);
  expect(code(await kit.create('A.MD', 'other'))).toBe('ok');
  expect(code(await kit.restore(removed.value.id, trash))).toBe('exists');
  expect(code(await kit.remove('A.MD', trash))).toBe('ok');
  expect(code(await kit.restore(removed.value.id, trash))).toBe('ok');
  expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('text a\n');
  // Another spelling finds a file only where the disk says so, and never makes a second one.
  expect((await kit.readText('A.md')).ok).toBe(mode !== 'exact');
  expect(names(root).filter((name) => name.includes('.staffwright'))).toEqual([]);
}

describe('names on a disk', () => {
  it.each<NameMode>(['exact', 'case', 'accents'])('hold whatever it takes for one name: %s', async (mode) => {
    const root = folderWith();
    const fs = foldingDisk(root, mode);
    for (const [path, text] of Object.entries(FILES)) {
      if (path.includes('/')) mkdirSync(join(root, 'Notes'));
      writeFileSync(join(root, mode === 'accents' ? path.normalize('NFD') : path), text);
    }
    await expectNames(root, fs, mode);
  });

  it.each<NameMode>(['case', 'accents'])(
    'two files that are one there are told when the kit is opened: %s',
    async (mode) => {
      const root = folderWith({ 'a.md': '', 'A.md': '', [COMPOSED]: '', [APART]: '' });
      const opened = await openKitFolder(root, { fs: nodeFileSystem });
      const messages = opened.ok ? opened.value.listing.notices.map(({ message }) => message) : [];
      expect([mode, messages.filter((message) => message.includes('differ only'))]).toEqual([
        mode,
        expect.anything(),
      ]);
      expect(messages.filter((message) => message.includes('differ only'))).toHaveLength(2);
    },
  );

  const images = missingForImages();
  it.skipIf(images !== '')(
    named('hold on a real disk that folds capitals and accents', images),
    async (context) => {
      const image = join(folderWith(), 'disk.img');
      writeFileSync(image, Buffer.alloc(8 * 1024 * 1024));
      try {
        execFileSync('mke2fs', ['-q', '-F', '-t', 'ext4', '-O', 'casefold', '-E', 'encoding=utf8', image], {
          stdio: 'ignore',
        });
        await mounted(['-o', 'loop', image], () => {});
      } catch {
        context.skip('this system has no such disk');
      }
      await mounted(['-o', 'loop', image], async (disk) => {
        const root = join(disk, 'kit');
        mkdirSync(root);
        execFileSync('chattr', ['+F', root]);
        for (const [path, text] of Object.entries(FILES)) {
          if (path.includes('/')) mkdirSync(join(root, 'Notes'));
          writeFileSync(join(root, path), text);
        }
        await expectNames(root, nodeFileSystem, 'accents');
      });
    },
  );
});
