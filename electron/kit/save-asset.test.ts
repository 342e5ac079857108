import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failing } from './failing-file-system.test-support';
import { nodeFileSystem } from './file-system';
import { openKitFolder } from './folder-kit';
import { folderWith } from './temporary-folder.test-support';

/** A PNG of one pixel; the number makes another picture of it. */
function png(n = 0): Uint8Array {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  return Buffer.concat([head, Buffer.from([n])]);
}

const JPEG = Buffer.from('ffd8ffc0000b080001000101011100ffd9', 'hex');

async function open(root: string, { readOnly = false, fs = nodeFileSystem } = {}) {
  const opened = await openKitFolder(root, { fs, readOnly });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.kit;
}

describe('a picture kept beside a file', () => {
  it('goes into a folder that is made for it, under the first free name', async () => {
    const root = folderWith({ 'docs/a.md': 'x', 'docs/assets/Figure.png': 'taken' });
    const kit = await open(root);
    expect(await kit.saveAsset('docs/a.md', 'figure.png', png(1))).toEqual({
      ok: true,
      value: { path: 'docs/assets/figure-2.png' },
    });
    expect(await kit.saveAsset('docs/a.md', 'figure.png', png(2))).toMatchObject({
      value: { path: 'docs/assets/figure-3.png' },
    });
    // The same picture again is no second file.
    expect(await kit.saveAsset('docs/a.md', 'figure.png', png(1))).toMatchObject({
      value: { path: 'docs/assets/figure-2.png' },
    });
    expect(await kit.saveAsset('a.md', 'photo.jpg', JPEG)).toMatchObject({
      value: { path: 'assets/photo.jpg' },
    });
    expect(readdirSync(join(root, 'docs/assets')).sort()).toEqual([
      'Figure.png',
      'figure-2.png',
      'figure-3.png',
    ]);
    expect(readFileSync(join(root, 'docs/assets/figure-2.png'))).toEqual(png(1));
    expect(readFileSync(join(root, 'docs/assets/Figure.png'), 'utf8')).toBe('taken');
  });

  it('is refused when it is no picture, or not the kind its name says', async () => {
    const root = folderWith({ 'a.md': 'x' });
    const kit = await open(root);
    const codes = await Promise.all(
      [Buffer.from('#!/bin/sh'), Buffer.from('<svg onload="x"/>'), JPEG, png().subarray(0, 6)].map(
        async (bytes) => {
          const saved = await kit.saveAsset('a.md', 'x.png', bytes);
          return saved.ok ? null : saved.error.code;
        },
      ),
    );
    expect(codes).toEqual(['bad-request', 'bad-request', 'bad-request', 'bad-request']);
    const large = Buffer.concat([png(), Buffer.alloc(20 * 1024 * 1024)]);
    expect(await kit.saveAsset('a.md', 'x.png', large)).toMatchObject({ error: { code: 'too-large' } });
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('never leaves the kit, whatever the path or a link says', async () => {
    const outside = folderWith({ 'keep.txt': 'x' });
    const root = folderWith({
      'a.md': 'x',
      'kit.yaml': 'version: 1\nname: K\nfolders:\n  - docs\n',
      'docs/b.md': 'x',
    });
    symlinkSync(outside, join(root, 'docs/assets'));
    const kit = await open(root);
    for (const beside of [
      'docs/b.md',
      '../a.md',
      'docs/../../a.md',
      '/etc/passwd',
      '.git/hooks/x',
      'other/c.md',
    ])
      expect(await kit.saveAsset(beside, 'x.png', png())).toMatchObject({
        ok: false,
        error: { code: 'outside-kit' },
      });
    expect(readdirSync(outside)).toEqual(['keep.txt']);
  });

  it('is refused in a kit that is read-only', async () => {
    const root = folderWith({ 'a.md': 'x' });
    const kit = await open(root, { readOnly: true });
    expect(await kit.saveAsset('a.md', 'x.png', png())).toMatchObject({ error: { code: 'read-only' } });
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('is wholly there or not at all when the disk fails at any step', async () => {
    for (let at = 1; at < 60; at++) {
      const root = folderWith({ 'a.md': 'x' });
      mkdirSync(join(root, 'assets'));
      writeFileSync(join(root, 'assets/x.png'), 'theirs');
      const kit = await open(root);
      const { fs, calls } = failing({ at: at + 1, code: 'ENOSPC' });
      // The kit is opened on the sound disk; the failing one counts from the first step of saving.
      const { saveAsset } = await import('./save-asset');
      const saved = await saveAsset({
        fs,
        scope: { root: kit.root, folders: null },
        beside: 'a.md',
        name: 'x.png',
        bytes: png(),
      });
      const names = readdirSync(join(root, 'assets')).filter((name) => !name.includes('tmp'));
      for (const name of names)
        expect(readFileSync(join(root, 'assets', name))).toEqual(
          name === 'x.png' ? Buffer.from('theirs') : png(),
        );
      if (calls.length <= at) {
        expect(saved).toEqual({ ok: true, value: { path: 'assets/x-2.png' } });
        return;
      }
      expect(names.length).toBeLessThanOrEqual(2);
    }
    throw new Error('Saving never came to an end');
  });
});
