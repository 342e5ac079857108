import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';
import { folderWith } from './temporary-folder.test-support';

const WAIVERS = '.staffwright/waivers.yaml';
const MANIFEST = 'version: 1\nname: My packet\nfolders:\n  - examples\n';

async function open(root: string) {
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const paths = (listing: { files: readonly { path: string }[] }) => listing.files.map((file) => file.path);

describe('the waivers file of a kit', () => {
  it('is listed and read, alone of its hidden folder', async () => {
    const root = folderWith({
      'a.md': 'x',
      [WAIVERS]: '# none\n',
      '.staffwright/notes.yaml': 'x',
      '.git/c': '',
    });
    const { kit, listing } = await open(root);
    expect(paths(listing)).toEqual([WAIVERS, 'a.md']);
    expect(listing.folders).toEqual([]);
    expect((await kit.readText(WAIVERS)).ok).toBe(true);
    expect((await kit.readText('.staffwright/notes.yaml')).ok).toBe(false);
  });

  it('belongs to a kit that names its folders', async () => {
    const root = folderWith({ 'kit.yaml': MANIFEST, 'examples/a.md': 'x', [WAIVERS]: '# none\n' });
    const { kit, listing } = await open(root);
    expect(paths(listing)).toEqual([WAIVERS, 'examples/a.md', 'kit.yaml']);
    const read = await kit.readText(WAIVERS);
    if (!read.ok) throw new Error(read.error.message);
    expect((await kit.save(WAIVERS, '# one\n', read.value.hash)).ok).toBe(true);
    expect(readFileSync(join(root, WAIVERS), 'utf8')).toBe('# one\n');
  });

  it('is created with its folder; its neighbours and its folder are not', async () => {
    const root = folderWith({ 'kit.yaml': MANIFEST, 'examples/a.md': 'x' });
    const { kit } = await open(root);
    expect((await kit.create(WAIVERS, '# one\n')).ok).toBe(true);
    expect(readFileSync(join(root, WAIVERS), 'utf8')).toBe('# one\n');
    for (const path of [
      '.staffwright/other.yaml',
      '.staffwright',
      '.staffwright/waivers.yaml/x',
      'examples/.staffwright/waivers.yaml',
    ])
      expect((await kit.create(path, 'x')).ok).toBe(false);
    expect(paths(await kit.list())).toEqual([WAIVERS, 'examples/a.md', 'kit.yaml']);
  });

  it('is left alone when its folder is a link', async () => {
    const outside = folderWith({ 'waivers.yaml': 'secret' });
    const root = folderWith({ 'a.md': 'x' });
    symlinkSync(outside, join(root, '.staffwright'));
    const { kit, listing } = await open(root);
    expect(paths(listing)).toEqual(['a.md']);
    expect((await kit.readText(WAIVERS)).ok).toBe(false);
    expect((await kit.create(WAIVERS, 'x')).ok).toBe(false);
    expect(readFileSync(join(outside, 'waivers.yaml'), 'utf8')).toBe('secret');
  });

  it('is listed, and not followed, when it is a link itself', async () => {
    const outside = folderWith({ 'secret.yaml': 'secret' });
    const root = folderWith({ 'a.md': 'x', '.staffwright/x': '' });
    symlinkSync(join(outside, 'secret.yaml'), join(root, WAIVERS));
    const { kit, listing } = await open(root);
    expect(listing.files[0]).toMatchObject({ path: WAIVERS, state: 'link-outside' });
    expect((await kit.readText(WAIVERS)).ok).toBe(false);
  });

  it.each([
    ['the whole folder', {}],
    ['named folders', { 'kit.yaml': MANIFEST }],
  ])('is watched in a kit of %s', async (_, manifest) => {
    const root = folderWith({ ...manifest, 'examples/a.md': 'x', [WAIVERS]: '# none\n' });
    const { kit } = await open(root);
    const seen = new Set<string>();
    kit.watch((change) => {
      for (const { path } of change.changes) seen.add(path);
    });
    for (let round = 0; round < 200 && !seen.has(WAIVERS); round++) {
      writeFileSync(join(root, WAIVERS), `# ${round}\n`);
      writeFileSync(join(root, '.staffwright/notes.yaml'), `${round}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await kit.close();
    expect([...seen]).toEqual([WAIVERS]);
  });

  it('costs nothing where there is none', async () => {
    const root = folderWith({ 'a.md': 'x', [WAIVERS]: '' });
    rmSync(join(root, '.staffwright'), { recursive: true });
    mkdirSync(join(root, '.staffwright'));
    expect(paths((await open(root)).listing)).toEqual(['a.md']);
  });
});

it.each([
  ['the answers of people', '.staffwright/self-assessments.yaml'],
  ['the words of a kit', '.staffwright/words.txt'],
])('%s are listed, created and saved beside the waivers', async (_, answers) => {
  const root = folderWith({ 'kit.yaml': MANIFEST, 'examples/a.md': 'x' });
  const { kit } = await open(root);
  expect((await kit.create(answers, '# one\n')).ok).toBe(true);
  expect(readFileSync(join(root, answers), 'utf8')).toBe('# one\n');
  expect(paths(await kit.list())).toContain(answers);
});

describe('kit.yaml', () => {
  it('asks to be opened anew when its folders change, not when its own standard does', async () => {
    const root = folderWith({ 'kit.yaml': MANIFEST, 'examples/a.md': 'x' });
    const { kit } = await open(root);
    writeFileSync(join(root, 'kit.yaml'), `${MANIFEST}kinds: {"*.md": none}\n`);
    expect((await kit.list()).notices).toEqual([]);
    writeFileSync(join(root, 'kit.yaml'), MANIFEST.replace('examples', 'other'));
    expect((await kit.list()).notices[0]?.message).toContain('Open the kit anew');
  });
});
