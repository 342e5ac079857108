import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../kit/content-hash';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';
import { bundled, started } from './child.test-support';
import { random, rounds } from './long.test-support';

const OPERATIONS = rounds(400, 2_000);
const SECRET = 'a secret outside of the kit\n';
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'),
  Buffer.alloc(100, 7),
]);

/** All that is outside, with what could tell a change. */
function state(folder: string): unknown {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .map((name) => {
      const { ino, mode, mtimeMs, size } = lstatSync(join(folder, name));
      return { name, ino, mode, mtimeMs, size };
    });
}

it(
  `nothing outside is read or changed in ${OPERATIONS} operations while another process swaps folder and link`,
  async () => {
    const script = await bundled('swapping-program');
    const outside = folderWith({ 'a.md': SECRET, 'b.md': SECRET, 'sub/c.md': SECRET, 'assets/p.png': 'x' });
    const root = folderWith({ 'd/a.md': 'mine 0\n', 'd/sub/c.md': 'mine\n', 'x.md': 'x' });
    symlinkSync(outside, join(root, 'evil'));
    const before = state(outside);
    const data = folderWith();
    const opened = await openKitFolder(root, { fs, backups: { folder: join(data, 'backups') } });
    if (!opened.ok) throw new Error(opened.error.message);
    const { kit } = opened.value;
    const trash = {
      folder: join(data, 'deleted'),
      now: Date.now,
      discard: () => Promise.reject(new Error('none')),
    };
    const swapper = started(script, [root, 'd']);
    await swapper.printed(1);
    const next = random(7);
    const done = new Map<string, number>();
    const count = (what: string, ok: boolean): void => {
      if (ok) done.set(what, (done.get(what) ?? 0) + 1);
    };
    const told: string[] = [];
    for (let number = 0; number < OPERATIONS; number++) {
      const pick = Math.floor(next() * 8);
      if (pick <= 1) {
        const read = await kit.readText('d/a.md');
        if (read.ok) {
          expect(read.value.text).toMatch(/^mine/);
          count('save', (await kit.save('d/a.md', `mine ${number}\n`, read.value.hash)).ok);
        }
        count('read', read.ok);
      } else if (pick === 2) count('create', (await kit.create(`d/new/${number}.md`, 'mine\n')).ok);
      else if (pick === 3) {
        count('move', (await kit.move('d/sub/c.md', `d/sub/m.md`)).ok);
        count('move', (await kit.move('d/sub/m.md', 'd/sub/c.md')).ok);
      } else if (pick === 4) {
        const removed = await kit.remove('d/sub', trash);
        count('remove', removed.ok);
        if (removed.ok) told.push(removed.value.id);
      } else if (pick === 5) {
        const id = told.pop();
        if (id !== undefined) count('restore', (await kit.restore(id, trash)).ok);
        else count('create', (await kit.create('d/sub/c.md', 'mine\n')).ok);
      } else if (pick === 6) count('picture', (await kit.saveAsset('d/a.md', `p${number}.png`, PNG)).ok);
      else count('folder', (await kit.makeFolder(`d/folder ${number}`)).ok);
    }
    swapper.child.kill('SIGTERM');
    await swapper.ended;
    expect(state(outside)).toEqual(before);
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(SECRET);
    // Copies of what was deleted are none of what lies outside.
    for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(sha256(readFileSync(join(entry.parentPath, entry.name)))).not.toBe(sha256(SECRET));
    // The operations really went through in between.
    for (const what of ['read', 'save', 'create', 'picture', 'folder'])
      expect(done.get(what) ?? 0, what).toBeGreaterThan(0);
  },
  24 * 3_600_000,
);
