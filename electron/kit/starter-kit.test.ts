import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../shared/domain/manifest';
import { failing } from './failing-file-system.test-support';
import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';
import { createFromStarter } from './starter-kit';
import { folderWith } from './temporary-folder.test-support';

const FILES = {
  'kit.yaml': 'version: 1\nname: Starter\nfolders: [templates, examples]\n',
  'package.json': '{}',
  'templates/rfc.md': 'template\r\n',
  'examples/part1/RFC-1.md': 'text',
  'examples/part1/diagrams/a.mmd': 'graph TD\n',
  'examples/part2/adr.md': Buffer.from([0x61, 0xff]),
};

async function starter() {
  const opened = await openKitFolder(folderWith(FILES), { fs, readOnly: true });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.kit;
}

function tree(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? [`${path}/`, ...tree(folder, path)] : [path];
    })
    .sort();
}

describe('a new packet', () => {
  it('holds the whole worked example, byte for byte, and nothing that is not in the kit', async () => {
    const target = join(folderWith(), 'packet');
    expect(await createFromStarter({ fs, starter: await starter(), target, content: 'example' })).toEqual({
      ok: true,
      value: {},
    });
    const copied = Object.keys(FILES).filter((path) => path !== 'package.json');
    expect(tree(target).filter((path) => !path.endsWith('/'))).toEqual(copied.sort());
    for (const path of copied) {
      expect(readFileSync(join(target, path))).toEqual(Buffer.from(FILES[path as keyof typeof FILES]));
    }
    expect(readdirSync(dirname(target))).toEqual(['packet']);
  });

  it('holds the templates, an empty folder per part and a manifest that opens', async () => {
    const target = join(folderWith(), 'my "new": packet');
    mkdirSync(target);
    await createFromStarter({ fs, starter: await starter(), target, content: 'blank' });
    expect(tree(target)).toEqual(['kit.yaml', 'part1/', 'part2/', 'templates/', 'templates/rfc.md']);
    const manifest = readManifest(readFileSync(join(target, 'kit.yaml'), 'utf8'));
    expect(manifest.problems).toEqual([]);
    expect(manifest.manifest).toMatchObject({
      name: 'my "new": packet',
      folders: ['part1', 'part2', 'templates'],
    });
    expect((await openKitFolder(target, { fs })).ok).toBe(true);
  });

  it('is never put over anything', async () => {
    const parent = folderWith({ 'full/a.md': 'kept', file: 'kept' });
    symlinkSync('full', join(parent, 'link'));
    const kit = await starter();
    for (const name of ['full', 'file', 'link']) {
      const made = await createFromStarter({
        fs,
        starter: kit,
        target: join(parent, name),
        content: 'example',
      });
      expect(made).toMatchObject({ ok: false, error: { code: 'exists' } });
    }
    expect(tree(parent)).toEqual(['file', 'full/', 'full/a.md', 'link']);
  });

  it('leaves nothing half-made when any operation fails', async () => {
    const kit = await starter();
    for (let at = 1; ; at++) {
      const target = join(folderWith(), 'packet');
      mkdirSync(target);
      const { fs: broken, calls } = failing({ at, code: 'ENOSPC' });
      const made = await createFromStarter({ fs: broken, starter: kit, target, content: 'example' });
      if (!made.ok && existsSync(join(target, 'kit.yaml'))) expect(calls.indexOf('rename')).toBeLessThan(at);
      // Where even the emptied target was removed before the rename failed, nothing was in it.
      else if (!made.ok && existsSync(target)) expect(readdirSync(target)).toEqual([]);
      if (calls[at - 1] !== 'remove' && calls[at - 1] !== 'removeFolder') {
        expect(readdirSync(dirname(target)).filter((name) => name.startsWith('.'))).toEqual([]);
      }
      if (calls.length < at) {
        expect(made.ok).toBe(true);
        break;
      }
    }
  });

  it('does not take a folder that somebody fills meanwhile', async () => {
    const target = join(folderWith(), 'packet');
    mkdirSync(target);
    const racing = {
      ...fs,
      removeFolder: async (path: string) => {
        if (path === target) writeFileSync(join(target, 'theirs.md'), 'theirs');
        return fs.removeFolder(path);
      },
    };
    const made = await createFromStarter({
      fs: racing,
      starter: await starter(),
      target,
      content: 'example',
    });
    expect(made.ok).toBe(false);
    expect(readdirSync(target)).toEqual(['theirs.md']);
  });
});
