import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failing } from '../kit/failing-file-system.test-support';
import { nodeFileSystem as disk, type FileSystem } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { folderWith } from '../kit/temporary-folder.test-support';
import { History } from './history';
import { KitVersions } from './kit-versions';

const CRLF = '\ufeff# A\r\n\r\nOne.\r\n';

async function opened(fs: FileSystem = disk) {
  const root = folderWith({ 'a.md': CRLF, 'notes/b.md': '# B\n' });
  const kit = await openKitFolder(root, { fs: disk });
  if (!kit.ok) throw new Error(kit.error.message);
  const told: (string | null)[] = [];
  const history = new History({
    fs,
    folder: folderWith(),
    now: Date.now,
    zone: () => 0,
    bounds: async () => ({ bytes: 1e9, entries: 1e6 }),
    onDamage: () => {},
  });
  const versions = new KitVersions(history, (_kit, problem) => told.push(problem));
  const save = async (path: string, text: string) => {
    const read = await kit.value.kit.readText(path);
    if (!read.ok) throw new Error(read.error.message);
    return versions.save(kit.value.kit, path, text, read.value.hash);
  };
  const origins = async (path: string) =>
    (await history.versions(kit.value.kit.id, path)).map(({ origin }) => origin);
  return { root, kit: kit.value.kit, history, versions, told, save, origins };
}

describe('saving through the history', () => {
  it('keeps what was there, once, and what is there now', async () => {
    const { kit, history, versions, save, origins, told } = await opened();
    expect((await save('a.md', '# A\n\nTwo.\n')).ok).toBe(true);
    await versions.idle();
    expect((await save('a.md', '# A\n\nThree.\n')).ok).toBe(true);
    await versions.idle();
    expect(await origins('a.md')).toEqual(['found', 'saved', 'saved']);
    const [first, second] = await history.versions(kit.id, 'a.md');
    expect(Buffer.from((await history.read(kit.id, 'a.md', first?.hash ?? '')) ?? []).toString()).toBe(CRLF);
    expect(await versions.text(kit.id, 'a.md', second?.hash ?? '')).toEqual({
      ok: true,
      value: '# A\n\nTwo.\n',
    });
    expect(told).toEqual([null, null]);
  });

  it('keeps what others wrote in between', async () => {
    const { root, versions, save, origins } = await opened();
    await save('notes/b.md', '# B\n\nMine.\n');
    await versions.idle();
    writeFileSync(join(root, 'notes/b.md'), '# B\n\nTheirs.\n');
    await save('notes/b.md', '# B\n\nMine again.\n');
    await versions.idle();
    expect(await origins('notes/b.md')).toEqual(['found', 'saved', 'found', 'saved']);
  });

  it('saves all the same when the disk of the history refuses, and says so', async () => {
    for (const code of ['ENOSPC', 'EROFS', 'EIO'] as const) {
      const { root, versions, save, told } = await opened(failing({ at: 1, code, forEver: true }).fs);
      expect((await save('notes/b.md', '# B\n\nKept.\n')).ok).toBe(true);
      await versions.idle();
      expect(readFileSync(join(root, 'notes/b.md'), 'utf8')).toBe('# B\n\nKept.\n');
      expect(told).toEqual([expect.stringContaining('An older version could not be kept in the history')]);
    }
  });
});

describe('what is deleted', () => {
  it('comes back byte by byte, and never over something else', async () => {
    const { root, kit, history, versions } = await opened();
    await versions.beforeDelete(kit, 'a.md');
    await versions.beforeDelete(kit, 'notes');
    rmSync(join(root, 'a.md'));
    rmSync(join(root, 'notes'), { recursive: true });
    for (const { path, hash } of await history.newest(kit.id))
      expect(await versions.bringBack(kit, path, hash)).toEqual({ ok: true, value: {} });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(CRLF);
    expect(readFileSync(join(root, 'notes/b.md'), 'utf8')).toBe('# B\n');
    const [version] = await history.versions(kit.id, 'a.md');
    writeFileSync(join(root, 'a.md'), 'other');
    expect(await versions.bringBack(kit, 'a.md', version?.hash ?? '')).toMatchObject({ ok: false });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('other');
    expect(await versions.bringBack(kit, '../out.md', version?.hash ?? '')).toMatchObject({ ok: false });
  });
});

it('a milestone holds every text and says what it could not read', async () => {
  const { root, kit, history, versions } = await opened();
  writeFileSync(join(root, 'c.md'), Buffer.from([0x63, 0xff]));
  expect(await versions.milestone(kit, 'Sent')).toEqual({ ok: true, value: { left: 0 } });
  const [milestone] = await history.milestones(kit.id);
  const paths = milestone?.files.map(({ path }) => path) ?? [];
  expect(paths).toContain('a.md');
  expect(paths).toContain('notes/b.md');
});
