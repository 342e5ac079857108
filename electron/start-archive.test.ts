import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './kit/file-system';
import { folderWith } from './kit/temporary-folder.test-support';
import { startArchive } from './start-archive';

describe('the zip at start', () => {
  it('is an existing file of that name, links resolved', async () => {
    const folder = folderWith({ 'packet.zip': 'x', 'PACKET (1).ZIP': 'x' });
    symlinkSync('packet.zip', join(folder, 'link.zip'));
    for (const [name, real] of [
      ['packet.zip', 'packet.zip'],
      ['PACKET (1).ZIP', 'PACKET (1).ZIP'],
      ['link.zip', 'packet.zip'],
    ] as const)
      expect(await startArchive(fs, join(folder, name))).toBe(join(folder, real));
  });

  it('is nothing else', async () => {
    const folder = folderWith({ 'notes.md': 'x', 'folder.zip/a.md': 'x' });
    symlinkSync('/dev/zero', join(folder, 'zero.zip'));
    const names = ['notes.md', 'folder.zip', 'absent.zip', 'zero.zip', 'a\0.zip', `${'a'.repeat(5000)}.zip`];
    for (const path of [
      ...names.map((name) => join(folder, name)),
      null,
      undefined,
      1,
      {},
      '',
      '.zip',
      'https://a.b/c.zip',
    ])
      expect(await startArchive(fs, path), String(path)).toBeNull();
  });
});
