import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../journal/journal';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { folderWith } from '../kit/temporary-folder.test-support';
import { SettingsStore } from '../settings/settings-store';
import { saysWhatToDo } from './every-failure.test-support';
import { missingForMounts, mounted, named, succeeds } from './machine.test-support';

const missing = missingForMounts();

async function opened(root: string) {
  const kit = await openKitFolder(root, { fs, backups: { folder: folderWith() } });
  if (!kit.ok) throw new Error(kit.error.message);
  const read = await kit.value.kit.readText('a.md');
  if (!read.ok) throw new Error(read.error.message);
  return { kit: kit.value.kit, hash: read.value.hash };
}

type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

function expectRefused(answer: Answer, code: string, path = 'a.md'): void {
  if (answer.ok) throw new Error('It was not refused');
  expect(answer.error.code).toBe(code);
  expect(saysWhatToDo(answer.error.message, path), answer.error.message).toBe(true);
}

const BIG = 'too much for this disk\n'.repeat(20_000);

describe('a real disk', () => {
  it.skipIf(missing !== '')(
    named('that is full keeps what it had, and says so; with room again the save goes through', missing),
    async () => {
      await mounted(['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs'], async (disk) => {
        const root = join(disk, 'kit');
        mkdirSync(root);
        writeFileSync(join(root, 'a.md'), 'the old text\n');
        const { kit, hash } = await opened(root);
        expectRefused(await kit.save('a.md', BIG, hash), 'no-space');
        expectRefused(await kit.create('b.md', BIG), 'no-space', 'b.md');
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('the old text\n');
        expect(readdirSync(root)).toEqual(['a.md']);
        const journal = new Journal(fs, join(disk, 'data'), () => 0);
        await journal.put('k', { path: 'a.md', text: 'typed', baseHash: hash });
        await expect(journal.put('k', { path: 'a.md', text: BIG, baseHash: hash })).rejects.toMatchObject({
          code: 'ENOSPC',
        });
        expect((await journal.list('k')).map(({ text }) => text)).toEqual(['typed']);
        const settings = new SettingsStore(fs, join(disk, 'settings'));
        await settings.changePreferences({ theme: 'dark' });
        execFileSync('sh', ['-c', `dd if=/dev/zero of=${disk}/filler bs=1k 2>/dev/null || true`]);
        await expect(settings.changePreferences({ theme: 'light' })).rejects.toMatchObject({
          code: 'ENOSPC',
        });
        expect((await settings.readPreferences()).theme).toBe('dark');
        expectRefused(await kit.save('a.md', 'a new text\n', hash), 'no-space');
        execFileSync('rm', [join(disk, 'filler')]);
        expect(await kit.save('a.md', 'a new text\n', hash)).toMatchObject({ ok: true });
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a new text\n');
      });
    },
  );

  it.skipIf(missing !== '')(
    named('that became read-only refuses, with the reason, and changes nothing', missing),
    async () => {
      await mounted(['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs'], async (disk) => {
        writeFileSync(join(disk, 'a.md'), 'the old text\n');
        const { kit, hash } = await opened(disk);
        execFileSync('mount', ['-o', 'remount,ro', disk]);
        const trash = {
          folder: folderWith(),
          now: Date.now,
          discard: () => Promise.reject(new Error('none')),
        };
        expectRefused(await kit.save('a.md', 'new\n', hash), 'read-only');
        expectRefused(await kit.create('b.md', 'new\n'), 'read-only', 'b.md');
        expectRefused(await kit.move('a.md', 'c.md'), 'read-only');
        expectRefused(await kit.makeFolder('d'), 'read-only', 'd');
        expectRefused(await kit.remove('a.md', trash), 'read-only');
        expect(readdirSync(trash.folder)).toEqual([]);
        expect(readFileSync(join(disk, 'a.md'), 'utf8')).toBe('the old text\n');
        expect(readdirSync(disk)).toEqual(['a.md']);
      });
    },
  );

  const locks =
    process.getuid?.() === 0 && process.platform === 'linux' ? '' : 'needs the administrator on Linux';
  it.skipIf(locks !== '')(
    named('with a locked file or a locked folder refuses, with the reason', locks),
    async (context) => {
      const root = folderWith({ 'a.md': 'the old text\n' });
      const { kit, hash } = await opened(root);
      const path = join(root, 'a.md');
      if (!succeeds('chattr', '+i', path)) return context.skip('this disk locks nothing');
      try {
        expectRefused(await kit.save('a.md', 'new\n', hash), 'read-only');
        expectRefused(await kit.move('a.md', 'b.md'), 'read-only');
        expect(readFileSync(path, 'utf8')).toBe('the old text\n');
        expect(readdirSync(root)).toEqual(['a.md']);
      } finally {
        succeeds('chattr', '-i', path);
      }
      // A folder that takes no new files: the file is written in place, with a backup first.
      succeeds('chattr', '+i', root);
      try {
        expect(await kit.save('a.md', 'new\n', hash)).toMatchObject({ ok: true });
        expectRefused(await kit.create('b.md', 'new\n'), 'read-only', 'b.md');
        expect(readFileSync(path, 'utf8')).toBe('new\n');
      } finally {
        succeeds('chattr', '-i', root);
      }
    },
  );
});
