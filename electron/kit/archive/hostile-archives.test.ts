import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from '../file-system';
import { memoryFolderWith } from '../temporary-folder.test-support';
import { HOSTILE_ARCHIVES } from './hostile-archives.test-support';
import { withArchive } from './inspect';
import { unpackArchive } from './unpack';
import { zipBytes } from './zip-bytes.test-support';

/** All that lies in a folder, with the bytes of files and the targets of links. */
function stateOf(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below))
    .flatMap((name) => {
      const path = join(below, name);
      const entry = lstatSync(join(folder, path));
      if (entry.isDirectory()) return [`${path}/`, ...stateOf(folder, path)];
      return [`${path} ${entry.mode} ${readFileSync(join(folder, path)).toString('base64')}`];
    })
    .sort();
}

/** A zip among files that nobody may touch, with places that paths out of it would lead to. */
function world(bytes: Uint8Array): {
  readonly root: string;
  readonly archive: string;
  readonly target: string;
} {
  const root = memoryFolderWith({
    'evil.md': 'ours',
    'tmp/evil.md': 'ours',
    'out/evil.md': 'ours',
    'out/kit-before/a.md': 'ours',
  });
  const archive = join(root, 'packet.zip');
  writeFileSync(archive, bytes);
  return { root, archive, target: join(root, 'out', 'packet') };
}

const unpack = (archive: string, target: string) =>
  unpackArchive({ fs, archive, target, onProgress: () => undefined, signal: new AbortController().signal });

describe('zips that would do harm', () => {
  it('are tried in more than thirty ways', () => {
    expect(HOSTILE_ARCHIVES.length).toBeGreaterThan(100);
    expect(new Set(HOSTILE_ARCHIVES.map(([what]) => what)).size).toBe(HOSTILE_ARCHIVES.length);
  });

  it.each(HOSTILE_ARCHIVES)(
    '%s: nothing is written, and the message says what it is',
    async (_what, bytes, said) => {
      const { root, archive, target } = world(bytes);
      const before = stateOf(root);
      const answer = await unpack(archive, target);
      expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(said) } });
      expect(answer.ok ? '' : answer.error.message).toMatch(/\.$/);
      expect(stateOf(root)).toEqual(before);
    },
  );

  it('are refused before anything is written, but for what only their content tells', async () => {
    const late: string[] = [];
    for (const [what, bytes] of HOSTILE_ARCHIVES) {
      const looked = await withArchive(world(bytes).archive, { fs }, async () => ({ ok: true, value: null }));
      if (looked.ok) late.push(what);
    }
    expect(late).toEqual([
      'a file that is larger than it says',
      'a file that fills a disk, and says it is small',
      'a file that is smaller than it says',
      'a file that says it is empty',
      'another checksum',
      'broken content',
      'content cut short',
      'bytes behind the content',
    ]);
  });

  it('would be unpacked without what is wrong with them', async () => {
    const good = zipBytes([
      { name: 'kit.yaml', content: 'version: 1\n' },
      { name: 'notes/a.md', content: '# A\n' },
    ]);
    const { root, archive, target } = world(good);
    expect(await unpack(archive, target)).toEqual({ ok: true, value: {} });
    expect(stateOf(root).filter((line) => line.startsWith('out/packet/'))).toHaveLength(4);
  });

  it('do not hang or harm when they are no files', async () => {
    const { root, target } = world(zipBytes([]));
    mkdirSync(join(root, 'folder.zip'));
    execFileSync('mkfifo', [join(root, 'pipe.zip')]);
    symlinkSync('/dev/zero', join(root, 'zero.zip'));
    symlinkSync('loop.zip', join(root, 'loop.zip'));
    for (const name of ['folder.zip', 'pipe.zip', 'zero.zip', 'loop.zip', 'absent.zip'])
      expect(await unpack(join(root, name), target)).toMatchObject({ ok: false });
    expect(readdirSync(join(root, 'out'))).toEqual(['evil.md', 'kit-before']);
  });
});
