import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../export/crc32';
import { packZip } from '../../export/zip';
import { nodeFileSystem } from '../file-system';
import { openKitFolder } from '../folder-kit';
import { folderWith } from '../temporary-folder.test-support';
import { withArchive } from './inspect';
import { KIT, MANIFEST, tree, UNPACKED, unpack } from './unpack.test-support';
import type { UnpackProgress } from './write-kit';
import { extra, u32, u64, type ZipEntry, zipBytes } from './zip-bytes.test-support';

/** Unpacks what must be right, and tells what came of it. */
async function unpacked(bytes: Uint8Array): Promise<string> {
  const target = join(folderWith(), 'packet');
  expect(await unpack(bytes, target)).toEqual({ ok: true, value: {} });
  expect(readdirSync(join(target, '..')).sort()).toEqual(['packet', 'packet.zip']);
  return target;
}

describe('a kit zip', () => {
  it('becomes a folder with its files, byte for byte, that opens as a kit', async () => {
    const target = await unpacked(zipBytes(KIT));
    expect(tree(target)).toEqual(UNPACKED);
    expect(readFileSync(join(target, 'notes/deep/b.md'))).toEqual(Buffer.from('b\r\n\0'));
    const opened = await openKitFolder(target, { fs: nodeFileSystem });
    expect(opened.ok && opened.value.kit.name).toBe('Small');
  });

  it('holds no programs, whatever its modes say', async () => {
    const target = await unpacked(
      zipBytes(
        KIT.map((entry) => ({
          ...entry,
          mode: entry.name === 'notes/' || entry.name === 'empty/' ? 0o040777 : 0o107777,
        })),
      ),
    );
    expect(statSync(join(target, 'notes/a.md')).mode & 0o7111).toBe(0);
  });

  it.each<readonly [string, readonly ZipEntry[]]>([
    ['in a folder', KIT.map((entry) => ({ ...entry, name: `packet-main/${entry.name}` }))],
    [
      'in a folder that is listed',
      [{ name: 'packet/' }, ...KIT.map((entry) => ({ ...entry, name: `packet/${entry.name}` }))],
    ],
    [
      'as macOS packs it',
      [
        ...KIT.map((entry) => ({ ...entry, name: `packet/${entry.name}`, flags: 0x0008, descriptor: true })),
        { name: 'packet/.DS_Store', content: 'x' },
        { name: '__MACOSX/', content: '' },
        { name: '__MACOSX/packet/._kit.yaml', content: 'x' },
      ],
    ],
    [
      'with a dot before each name',
      [{ name: './' }, ...KIT.map((entry) => ({ ...entry, name: `./${entry.name}` }))],
    ],
    ['with its folder as a slash', [{ name: '/' }, ...KIT]],
    [
      'beside pictures',
      [
        { name: 'beach.jpg', content: 'x' },
        ...KIT.map((entry) => ({ ...entry, name: `packet/${entry.name}` })),
      ],
    ],
    ['as a stream, with sizes behind the content', KIT.map((entry) => ({ ...entry, descriptor: true }))],
    ['without saying that its names are UTF-8', KIT.map((entry) => ({ ...entry, flags: 0 }))],
    ['stored', KIT.map((entry) => ({ ...entry, stored: true }))],
  ])('opens %s', async (_how, entries) => {
    expect(tree(await unpacked(zipBytes(entries)))).toEqual(UNPACKED);
  });

  it('opens with an end of 64 bits, and with sizes of 64 bits', async () => {
    const untold = 0xffffffff;
    const large = (size: number, packed: number) => extra(0x0001, Buffer.concat([u64(size), u64(packed)]));
    const wide = (name: string, content: string): ZipEntry => {
      const packed = deflateRawSync(Buffer.from(content)).length;
      const said = { size: untold, packed: untold, extra: large(content.length, packed) };
      return { name, content, local: said, central: said };
    };
    const bytes = zipBytes([wide('kit.yaml', MANIFEST), wide('notes/a.md', '# A\n')], {
      end64: {},
      end: { entries: 0xffff, size: untold, offset: untold },
      comment: 'a remark',
    });
    expect(tree(await unpacked(bytes))).toEqual(['kit.yaml', 'notes/', 'notes/a.md']);
  });

  it('opens with a name that is told in UTF-8 beside it', async () => {
    const old = Buffer.from([0x82, 0x2e, 0x6d, 0x64]);
    const told = Buffer.concat([Buffer.from([1]), u32(crc32(old)), Buffer.from('é.md')]);
    const bytes = zipBytes([{ name: old, flags: 0, content: 'x', extra: extra(0x7075, told) }]);
    expect(tree(await unpacked(bytes))).toEqual(['é.md']);
  });

  it('opens as our own exports pack it: the sources of a portfolio are a kit', async () => {
    const file = (text: string) => new TextEncoder().encode(text);
    const portfolio = new Map([
      ['README.md', file('# P\n')],
      ['manifest.json', file('{}')],
      ['portfolio.pdf', file('%PDF')],
      ['kit/notes/a.md', file('# A\n')],
    ]);
    expect(tree(await unpacked(await packZip(portfolio)))).toEqual(['notes/', 'notes/a.md']);
    portfolio.set('more/b.md', file('b'));
    expect(tree(await unpacked(await packZip(portfolio)))).toContain('kit/notes/a.md');
  });

  it('keeps a zip in it a file, and leaves hidden files where they are', async () => {
    const inner = zipBytes([{ name: '../evil.md', content: 'x' }]);
    const bytes = zipBytes([
      ...KIT,
      { name: 'inner.zip', content: inner, stored: true },
      { name: '.git/hooks/post-checkout', content: '#!/bin/sh\n', mode: 0o100755 },
      { name: 'notes/.envrc', content: 'x' },
      { name: 'node_modules/a/index.md', content: 'x' },
      { name: '.staffwright/', content: '' },
      { name: '.staffwright/waivers.yaml', content: 'waivers: []\n' },
      { name: '.staffwright/evil.js', content: 'x' },
    ]);
    const target = await unpacked(bytes);
    expect(readFileSync(join(target, 'inner.zip'))).toEqual(inner);
    expect(tree(target)).toEqual(
      [...UNPACKED, '.staffwright/', '.staffwright/waivers.yaml', 'inner.zip'].sort(),
    );
    const seen = await withArchive(`${target}.zip`, { fs: nodeFileSystem }, async ({ kit }) => ({
      ok: true,
      value: kit.leftOut,
    }));
    expect(seen).toEqual({
      ok: true,
      value: ['.git/hooks/post-checkout', '.staffwright/evil.js', 'node_modules/a/index.md', 'notes/.envrc'],
    });
  });

  it('tells how far it is, from nothing to all', async () => {
    const seen: UnpackProgress[] = [];
    await unpack(zipBytes(KIT), join(folderWith(), 'packet'), {
      onProgress: (progress) => seen.push(progress),
    });
    const total = MANIFEST.length + 4 + 4;
    expect(seen.map(({ label }) => label)).toEqual(['kit.yaml', 'notes/a.md', 'notes/deep/b.md', '']);
    expect([seen[0]?.done, seen.at(-1)?.done]).toEqual([0, total]);
    expect(seen.every((progress) => progress.total === total)).toBe(true);
  });
});
