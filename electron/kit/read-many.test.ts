import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';
import { readMany } from './read-many';
import { folderWith } from './temporary-folder.test-support';

async function open(files: Record<string, string | Uint8Array>) {
  const opened = await openKitFolder(folderWith(files), { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.kit;
}

describe('reading a batch', () => {
  it('answers in the order asked, each file with its text or its own error', async () => {
    const kit = await open({
      'a.md': 'a\r\n',
      'bad.md': Buffer.from([0x0a, 0xff]),
      'big.md': 'x'.repeat(5 * 1024 * 1024 + 1),
    });
    const files = await readMany(kit, ['gone.md', 'a.md', '../a.md', 'bad.md', 'big.md', 'a.md']);
    expect(files.map(({ path, text, error }) => [path, text, error?.code, error?.line])).toEqual([
      ['gone.md', undefined, 'not-found', undefined],
      ['a.md', 'a\n', undefined, undefined],
      ['../a.md', undefined, 'outside-kit', undefined],
      ['bad.md', undefined, 'not-utf8', 2],
      ['big.md', undefined, 'too-large', undefined],
      ['a.md', 'a\n', undefined, undefined],
    ]);
  });

  it('refuses what would make the answer too long, and gives it when asked again', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `${i}.md`);
    const kit = await open(Object.fromEntries(names.map((name) => [name, 'x'.repeat(4 * 1024 * 1024)])));
    const files = await readMany(kit, names);
    const busy = files.filter((file) => file.error?.code === 'busy').map((file) => file.path);
    expect(busy.length).toBeGreaterThan(0);
    expect(files.length - busy.length).toBeGreaterThan(7);
    expect((await readMany(kit, busy.slice(0, 4))).every((file) => file.text !== undefined)).toBe(true);
  });
});
