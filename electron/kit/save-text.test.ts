import { readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from './content-hash';
import { failing } from './failing-file-system.test-support';
import { nodeFileSystem } from './file-system';
import { createText, saveText } from './save-text';
import { folderWith } from './temporary-folder.test-support';

const OLD = 'old\r\ntext\r\n';
const NEW = 'new\r\ntext\r\n';

const order = (root: string, fs = nodeFileSystem) => ({
  fs,
  scope: { root, folders: null },
  path: 'd/a.md',
  text: 'new\ntext\n',
  announce: () => {},
});

describe('a save on a failing disk', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE'])(
    'is reported as unsaved with a reason, the file being wholly old or new: %s at every operation',
    async (code) => {
      let unsaved = 0;
      for (let at = 1; ; at++) {
        const root = folderWith({ 'd/a.md': OLD });
        const { fs, calls } = failing({ at, code });
        const saved = await saveText({ ...order(root, fs), baseHash: sha256(OLD) });
        const text = readFileSync(join(root, 'd/a.md'), 'utf8');
        expect([OLD, NEW]).toContain(text);
        if (saved.ok) expect(text).toBe(NEW);
        else {
          unsaved++;
          expect(saved.error.file).toBe('d/a.md');
          expect(saved.error.message).toMatch(/^.*"d\/a\.md".*[:.] .+\.$/);
          // Trying again with the same base works, also when the text got there unconfirmed.
          expect((await saveText({ ...order(root), baseHash: sha256(OLD) })).ok).toBe(true);
        }
        if (calls.length < at) {
          expect(saved.ok).toBe(true);
          break;
        }
      }
      expect(unsaved).toBeGreaterThan(15);
    },
  );

  it('creates all of a new file or nothing', async () => {
    for (let at = 1; ; at++) {
      const root = folderWith({ 'x.md': '' });
      const { fs, calls } = failing({ at, code: 'ENOSPC' });
      const made = await createText(order(root, fs));
      const files = readdirSync(root, { recursive: true }).map(String);
      if (files.includes('d/a.md')) expect(readFileSync(join(root, 'd/a.md'), 'utf8')).toBe('new\ntext\n');
      else expect(made.ok).toBe(false);
      if (calls.length < at) {
        expect(made.ok).toBe(true);
        break;
      }
    }
  });

  it('writes nothing outside while another process swaps the folder and a link', async () => {
    const outside = folderWith({ 'a.md': 'theirs' });
    const root = folderWith({ 'd/a.md': OLD });
    symlinkSync(outside, join(root, 'evil'));
    let stop = false;
    const swapper = (async () => {
      while (!stop) {
        renameSync(join(root, 'd'), join(root, 'kept'));
        renameSync(join(root, 'evil'), join(root, 'd'));
        await new Promise((resolve) => setImmediate(resolve));
        renameSync(join(root, 'd'), join(root, 'evil'));
        renameSync(join(root, 'kept'), join(root, 'd'));
        for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    let base = OLD;
    let saves = 0;
    for (let i = 0; i < 300; i++) {
      const text = `${i}\n`;
      const saved = await saveText({ ...order(root), text, baseHash: sha256(base) });
      if (!saved.ok) continue;
      saves++;
      base = text.replace('\n', '\r\n');
    }
    stop = true;
    await swapper;
    expect(saves).toBeGreaterThan(0);
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('theirs');
    expect(readdirSync(outside)).toEqual(['a.md']);
    expect(readFileSync(join(root, 'd/a.md'), 'utf8')).toBe(base);
  }, 60_000);
});
