import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';
import { folderWith } from './temporary-folder.test-support';

async function open(root: string, readOnly = false) {
  const opened = await openKitFolder(root, { fs, readOnly });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const MANIFEST = 'version: 1\nname: My packet\nfolders:\n  - examples\n  - scenarios\n';

describe('opening a folder', () => {
  it('refuses what is not there, is a file, is empty, or holds nothing to write in', async () => {
    const root = folderWith({ 'photo/a.png': 'x', 'b.bin': Buffer.from([0, 1, 2]) });
    mkdirSync(join(root, 'empty'));
    const codes = await Promise.all(
      ['missing', 'b.bin', 'empty', '.'].map(async (name) => {
        const opened = await openKitFolder(join(root, name), { fs });
        return opened.ok ? null : [opened.error.code, opened.error.message.length > 20];
      }),
    );
    expect(codes).toEqual([
      ['not-found', true],
      ['not-a-kit', true],
      ['empty-folder', true],
      ['not-a-kit', true],
    ]);
  });

  it('takes the whole folder without a manifest, and hides what is hidden', async () => {
    const root = folderWith({
      'b/c.md': '',
      'a.yaml': 'x',
      '.git/config': '',
      'node_modules/x/a.md': '',
      '.env': '',
      '.staffwright/a.yaml': '',
    });
    mkdirSync(join(root, 'empty'));
    const { kit, listing } = await open(root);
    expect(kit.manifest).toBeNull();
    expect(listing).toEqual({
      files: [
        { path: 'a.yaml', size: 1, state: 'text', readOnly: false },
        { path: 'b/c.md', size: 0, state: 'text', readOnly: false },
      ],
      folders: ['b', 'empty'],
      notices: [],
    });
  });

  it('looks only at the folders that kit.yaml names', async () => {
    const root = folderWith({
      'kit.yaml': MANIFEST,
      'src/a.md': '',
      'b.md': '',
      'examples/x/c.md': '',
      'scenarios/d.json': '{}',
    });
    const { kit, listing } = await open(root);
    expect(kit.name).toBe('My packet');
    expect(listing.files.map((file) => file.path)).toEqual([
      'examples/x/c.md',
      'kit.yaml',
      'scenarios/d.json',
    ]);
    expect(listing.folders).toEqual(['examples', 'examples/x', 'scenarios']);
    for (const path of ['src/a.md', 'b.md']) {
      expect(await kit.readText(path)).toMatchObject({ ok: false, error: { code: 'outside-kit' } });
      expect(await kit.create(`${path}.new.md`, 'x')).toMatchObject({
        ok: false,
        error: { code: 'outside-kit' },
      });
    }
    expect((await kit.readText('kit.yaml')).ok).toBe(true);
  });

  it('leaves out folders that are kits of their own, and says so', async () => {
    const root = folderWith({
      'part1/a.md': '',
      'ana/kit.yaml': 'version: 1\nname: Ana\n',
      'ana/part1/b.md': '',
      'team/ben/kit.yaml': 'version: 1\nname: Ben\n',
      'team/ben/c.md': '',
      'team/d.md': '',
    });
    const { listing, kits } = await open(root);
    expect(listing.files.map((file) => file.path)).toEqual(['part1/a.md', 'team/d.md']);
    expect(listing.folders).toEqual(['part1', 'team']);
    expect(kits).toEqual(['ana', 'team/ben']);
    expect(listing.notices).toEqual([
      {
        message:
          '"ana" and "team/ben" have their own kit.yaml: they are kits of their own and no part of this one. Open each by itself.',
      },
    ]);
  });

  it('refuses a folder that holds only kits, unless they are to be checked one by one', async () => {
    const root = folderWith({ 'ana/kit.yaml': 'version: 1\nname: Ana\n', 'ana/a.md': '' });
    expect(await openKitFolder(root, { fs })).toMatchObject({
      ok: false,
      error: {
        code: 'not-a-kit',
        message: 'This folder holds a kit and nothing of its own to write or check. Open "ana".',
      },
    });
    const opened = await openKitFolder(root, { fs, holdsKits: true });
    expect(opened.ok && [opened.value.kits, opened.value.listing.notices]).toEqual([['ana'], []]);
  });

  it('says where kit.yaml is wrong and takes the whole folder', async () => {
    const root = folderWith({ 'kit.yaml': 'version: 1\nname: A\nfolders:\n  - ../secret\n', 'a.md': '' });
    const { kit, listing } = await open(root);
    expect(kit.manifest).toBeNull();
    expect(kit.manifestText).toContain('../secret');
    expect(listing.notices[0]).toMatchObject({ path: 'kit.yaml', line: 4 });
    expect(listing.files.map((file) => file.path)).toEqual(['a.md', 'kit.yaml']);
  });

  it('tells about named folders that are missing or links', async () => {
    const outside = folderWith({ 'secret.md': 'secret' });
    const root = folderWith({
      'kit.yaml': 'version: 1\nname: A\nfolders: [examples, gone, out]\n',
      'examples/a.md': '',
    });
    symlinkSync(outside, join(root, 'out'));
    const { kit, listing } = await open(root);
    expect(listing.notices.map((notice) => notice.message)).toEqual([
      'The folder "gone" is not there.',
      '"out" is a link that leaves the kit; it is not followed.',
    ]);
    expect(await kit.readText('out/secret.md')).toMatchObject({ ok: false, error: { code: 'outside-kit' } });
  });

  it('lists links, pipes, pictures and binary files for what they are', async () => {
    const outside = folderWith({ 'secret.md': 'secret' });
    const root = folderWith({
      'real/a.md': 'abc',
      'pic.png': 'x',
      'data.bin': Buffer.from([1, 0, 2]),
      'latin.foo': Buffer.from([0x61, 0xfc]),
      'plain.foo': 'text',
    });
    symlinkSync(join(outside, 'secret.md'), join(root, 'out.md'));
    symlinkSync(outside, join(root, 'outdir'));
    symlinkSync('real/a.md', join(root, 'in.md'));
    symlinkSync('real', join(root, 'indir'));
    symlinkSync('..', join(root, 'real', 'up'));
    symlinkSync('nowhere', join(root, 'broken.md'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    const { listing } = await open(root);
    expect(Object.fromEntries(listing.files.map((file) => [file.path, file.state]))).toEqual({
      'broken.md': 'unreadable',
      'data.bin': 'binary',
      'in.md': 'text',
      'latin.foo': 'not-utf8',
      'out.md': 'link-outside',
      outdir: 'link-outside',
      'pic.png': 'image',
      'pipe.md': 'special',
      'plain.foo': 'text',
      'real/a.md': 'text',
    });
    expect(listing.files.find((file) => file.path === 'in.md')?.size).toBe(3);
    expect(listing.notices.map((notice) => notice.path)).toEqual(['indir', 'real/up']);
  });

  it('leaves out names that other systems cannot hold, with the reason, and tells about collisions', async () => {
    const root = folderWith({
      'A.md': '',
      'a.md': '',
      'e\u0301.md': '',
      '\u00e9.md': '',
      'b:c.md': '',
      'con.md': '',
      'd.': '',
      'x\u202eb.md': '',
    });
    const { listing } = await open(root);
    expect(listing.files.map((file) => file.path)).toEqual([
      'A.md',
      'a.md',
      'e\u0301.md',
      'x\u202eb.md',
      '\u00e9.md',
    ]);
    const messages = listing.notices.map((notice) => notice.message);
    expect(messages.filter((message) => message.includes('left out'))).toHaveLength(3);
    expect(messages.filter((message) => message.includes('differ only'))).toHaveLength(2);
  });

  it('stops at 32 folders of depth and says so', async () => {
    const root = folderWith({ [`${'d/'.repeat(31)}ok.md`]: '', [`${'d/'.repeat(32)}deep.md`]: '' });
    const { listing } = await open(root);
    expect(listing.files.map((file) => file.path)).toEqual([`${'d/'.repeat(31)}ok.md`]);
    expect(listing.notices[0]?.message).toContain('deeper than 32');
  });

  it('removes what a killed process left behind, and only that', async () => {
    const living = `.staffwright.tmp-00000000-${process.pid}-000000000000`;
    const root = folderWith({
      'a.md': '',
      [`b/${living}`]: 'other machine',
      'b/.staffwright.tmp-notes': 'not ours',
    });
    const { takeTemporaryName, releaseTemporary } = await import('./temporary-name');
    const dead = takeTemporaryName().replace(`-${process.pid}-`, '-4194999-');
    const writing = takeTemporaryName();
    writeFileSync(join(root, 'b', dead), 'torn');
    writeFileSync(join(root, 'b', writing), 'being written');
    await open(root);
    expect(readdirSync(join(root, 'b')).sort()).toEqual([writing, living, '.staffwright.tmp-notes'].sort());
    releaseTemporary(writing);
  });
});

describe('reading and saving', () => {
  const sources: [string, Uint8Array][] = [
    ['LF', Buffer.from('a\nb\n')],
    ['CRLF', Buffer.from('a\r\nb\r\n')],
    ['mixed', Buffer.from('a\r\nb\nc\rd')],
    ['no final newline', Buffer.from('a')],
    ['a mark and CRLF', Buffer.from('\ufeffa\r\nb')],
    ['two marks', Buffer.from('\ufeff\ufeffa\n')],
    ['NUL', Buffer.from('a\0b\n')],
    ['nothing', Buffer.from('')],
    ['only line ends', Buffer.from('\r\n\n\r\r\n')],
    ['emoji and combining marks', Buffer.from('👩‍👩‍👧 e\u0301\u2028\n')],
  ];

  it.each(sources)('leaves a file with %s byte-identical when it is saved unedited', async (_name, bytes) => {
    const root = folderWith({ 'a.md': bytes });
    const { kit } = await open(root);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.text).not.toContain('\r');
    const saved = await kit.save('a.md', read.value.text, read.value.hash);
    expect(saved).toEqual({ ok: true, value: { hash: read.value.hash } });
    expect(readFileSync(join(root, 'a.md'))).toEqual(Buffer.from(bytes));
  });

  it('changes only the edited line', async () => {
    const root = folderWith({ 'a.md': '\ufeffone\r\ntwo\nthree\r\n' });
    const { kit } = await open(root);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value).toMatchObject({ text: 'one\ntwo\nthree\n', lineEnd: 'mixed', bom: true });
    expect((await kit.save('a.md', 'one\nTWO!\nthree\n', read.value.hash)).ok).toBe(true);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('\ufeffone\r\nTWO!\nthree\r\n');
  });

  it('refuses to save over what another program wrote, and goes on from there', async () => {
    const root = folderWith({ 'a.md': 'one\n' });
    const { kit } = await open(root);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    writeFileSync(join(root, 'a.md'), 'two\n');
    expect(await kit.save('a.md', 'mine\n', read.value.hash)).toMatchObject({
      ok: false,
      error: { code: 'changed-on-disk', file: 'a.md' },
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('two\n');
    const again = await kit.readText('a.md');
    if (!again.ok) throw new Error(again.error.message);
    expect((await kit.save('a.md', 'mine\n', again.value.hash)).ok).toBe(true);
  });

  it('saves one after the other when asked at once', async () => {
    const root = folderWith({ 'a.md': '0' });
    const { kit } = await open(root);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    const both = await Promise.all([
      kit.save('a.md', '1', read.value.hash),
      kit.save('a.md', '2', read.value.hash),
    ]);
    expect(both.map((answer) => answer.ok)).toEqual([true, false]);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('1');
  });

  it('explains a write-protected file, a deleted one and half a character', async () => {
    const root = folderWith({ 'a.md': 'one\n', 'b.md': 'x' });
    chmodSync(join(root, 'a.md'), 0o444);
    const { kit, listing } = await open(root);
    expect(listing.files[0]).toMatchObject({ path: 'a.md', readOnly: true });
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.readOnly).toBe(true);
    expect(await kit.save('a.md', 'two', read.value.hash)).toMatchObject({
      error: { code: 'read-only', file: 'a.md' },
    });
    expect(await kit.save('gone.md', 'two', read.value.hash)).toMatchObject({ error: { code: 'not-found' } });
    expect(await kit.save('b.md', 'a\nb\ud800c', read.value.hash)).toMatchObject({
      error: { code: 'bad-request', line: 2 },
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('one\n');
  });

  it('keeps a link inside the kit a link', async () => {
    const root = folderWith({ 'real/a.md': 'one' });
    symlinkSync('real/a.md', join(root, 'a.md'));
    const { kit } = await open(root);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    expect((await kit.save('a.md', 'two', read.value.hash)).ok).toBe(true);
    expect(readFileSync(join(root, 'real/a.md'), 'utf8')).toBe('two');
    expect(
      readdirSync(root, { withFileTypes: true })
        .find((entry) => entry.name === 'a.md')
        ?.isSymbolicLink(),
    ).toBe(true);
  });

  it('says where a file stops being UTF-8, also in the next listing', async () => {
    const root = folderWith({ 'a.md': Buffer.concat([Buffer.from('ok\nok\n'), Buffer.from([0xfc, 0x0a])]) });
    const { kit, listing } = await open(root);
    expect(listing.files[0]?.state).toBe('text');
    expect(await kit.readText('a.md')).toMatchObject({
      ok: false,
      error: { code: 'not-utf8', file: 'a.md', line: 3 },
    });
    expect((await kit.list()).files[0]).toMatchObject({
      state: 'not-utf8',
      reason: expect.stringContaining('offset 6'),
    });
    writeFileSync(join(root, 'a.md'), 'now it is good\n');
    expect((await kit.list()).files[0]?.state).toBe('text');
  });

  it('reads 20 MB and refuses more than 50 MB with a reason', async () => {
    const line = 'Lorem ipsum dolor sit amet, consectetur.\n';
    const root = folderWith({
      'big.md': line.repeat(Math.ceil((20 * 1024 * 1024) / line.length)),
      'small.md': '',
    });
    writeFileSync(join(root, 'huge.md'), Buffer.alloc(50 * 1024 * 1024 + 1, 97));
    const { kit, listing } = await open(root);
    const big = await kit.readText('big.md');
    expect(big.ok && big.value.text.length).toBeGreaterThan(20 * 1024 * 1024);
    expect(await kit.readText('huge.md')).toMatchObject({
      error: { code: 'too-large', message: expect.stringContaining('50 MB') },
    });
    expect(listing.files.find((file) => file.path === 'huge.md')).toMatchObject({ state: 'too-large' });
  });

  it('creates files with their folders, but never over a name that is the same elsewhere', async () => {
    const root = folderWith({ 'Notes/a.md': 'kept' });
    const { kit } = await open(root);
    expect((await kit.create('new/deep/b.md', 'text')).ok).toBe(true);
    expect(readFileSync(join(root, 'new/deep/b.md'), 'utf8')).toBe('text');
    for (const path of ['Notes/a.md', 'Notes/A.md', 'notes/c.md', 'NEW/deep/d.md']) {
      expect(await kit.create(path, 'x')).toMatchObject({ ok: false, error: { code: 'exists' } });
    }
    expect(readFileSync(join(root, 'Notes/a.md'), 'utf8')).toBe('kept');
    expect(readdirSync(root).sort()).toEqual(['Notes', 'new']);
  });

  it('creates nothing through a link that leaves the kit', async () => {
    const outside = folderWith();
    const root = folderWith({ 'a.md': '' });
    symlinkSync(outside, join(root, 'out'));
    const { kit } = await open(root);
    expect(await kit.create('out/b.md', 'x')).toMatchObject({ ok: false, error: { code: 'outside-kit' } });
    expect(await kit.create('out/new/b.md', 'x')).toMatchObject({
      ok: false,
      error: { code: 'outside-kit' },
    });
    expect(readdirSync(outside)).toEqual([]);
  });

  it('writes nothing at all in the worked example', async () => {
    const root = folderWith({ 'a.md': 'one' });
    const { kit, listing } = await open(root, true);
    const writable = await open(root);
    expect(kit.id).not.toBe(writable.kit.id);
    expect(listing.files[0]?.readOnly).toBe(true);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    expect(await kit.save('a.md', 'two', read.value.hash)).toMatchObject({ error: { code: 'read-only' } });
    expect(await kit.create('b.md', 'two')).toMatchObject({ error: { code: 'read-only' } });
    expect(existsSync(join(root, 'b.md'))).toBe(false);
  });
});
