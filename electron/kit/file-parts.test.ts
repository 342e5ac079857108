import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validators } from '../../shared/generated/ipc-validators';
import type { FilePart } from '../../shared/ipc/payloads';
import { MAX_TEXT_BYTES } from './file-classes';
import { cutNear, PART_BYTES, partCount, REACH_BYTES, readKitPart } from './file-parts';
import { type FileSystem, nodeFileSystem } from './file-system';
import { openKitFolder } from './folder-kit';
import type { OpenKit } from './open-kit';
import { folderWith, memoryFolderWith } from './temporary-folder.test-support';

const MANIFEST = { 'kit.yaml': 'version: 1\nname: Kit\n' };
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function opened(root: string): Promise<OpenKit> {
  const answer = await openKitFolder(root, { fs: nodeFileSystem });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.kit;
}

async function part(kit: OpenKit, path: string, wanted: number): Promise<FilePart> {
  const answer = await kit.readPart(path, wanted);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(validators['ipc:artifact.readPart.response']?.(answer.value)).toBe(true);
  return answer.value;
}

async function allParts(kit: OpenKit, path: string): Promise<readonly FilePart[]> {
  const first = await part(kit, path, 0);
  const rest: FilePart[] = [];
  for (let at = 1; at < first.parts; at++) rest.push(await part(kit, path, at));
  return [first, ...rest];
}

/** Bytes as texts have them, and as they have not: broken characters, lone line ends, marks. */
const PIECES = ['a', '\n', '\r\n', '\r', 'ä', '€', '😀', '\ufeff', '\u0000'].map((word) => Buffer.from(word));
const BROKEN = [
  [0x80],
  [0xbf, 0xbf, 0xbf, 0xbf],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xff],
  [0xed, 0xa0],
];
const anyBytes = fc
  .array(fc.constantFrom(...PIECES, ...BROKEN.map((bytes) => Buffer.from(bytes))), { maxLength: 60 })
  .map((pieces) => new Uint8Array(Buffer.concat(pieces)));

describe('cuts between parts', () => {
  it('of any bytes at any places: the parts are together the text of the whole', () => {
    fc.assert(
      fc.property(anyBytes, fc.array(fc.nat({ max: 240 }), { maxLength: 6 }), (bytes, places) => {
        const wanted = places.map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b);
        const cuts = [0, ...wanted.map((at) => cutNear(bytes, at)), bytes.length];
        expect(cuts).toEqual([...cuts].sort((a, b) => a - b));
        const parts = cuts.slice(1).map((end, at) => text(bytes.subarray(cuts[at], end)));
        expect(parts.join('')).toBe(text(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('of a text without line ends are between characters, at each of its bytes', () => {
    const bytes = Buffer.from('aä€😀'.repeat(4));
    for (let at = 0; at <= bytes.length; at++) {
      const cut = cutNear(bytes, at);
      expect(cut - at).toBeLessThan(4);
      expect(text(bytes.subarray(0, cut)) + text(bytes.subarray(cut))).not.toContain('\ufffd');
    }
  });

  it('are behind the next line end where one is near: the last byte within reach, and one beyond', () => {
    const line = (length: number) => Buffer.from(`x${'a'.repeat(length)}\nb`);
    expect(cutNear(line(REACH_BYTES - 1), 1)).toBe(REACH_BYTES + 1);
    expect(cutNear(line(REACH_BYTES), 1)).toBe(1);
    // Where a line ends already, nothing is looked for.
    expect(cutNear(Buffer.from('a\nb\n'), 2)).toBe(2);
    expect(cutNear(Buffer.from('a\r\nb'), 2)).toBe(3);
  });

  it('leave every part something, and none more than a part and the reach of a line end', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), (size) => {
        const parts = partCount(size);
        const lastStart = (parts - 1) * PART_BYTES;
        if (parts > 1) expect(size - lastStart).toBeGreaterThan(REACH_BYTES);
        expect(size - lastStart).toBeLessThanOrEqual(PART_BYTES + REACH_BYTES);
      }),
    );
  });
});

describe('parts of a file', () => {
  const lines = Buffer.from('Grüße, 12 € für 😀\r\n'.repeat(60_000));
  const one = Buffer.from('€'.repeat(900_000));
  const broken = Buffer.concat([one.subarray(1), Buffer.from([0xff, 0x80]), lines]);

  it.each([
    ['lines', lines],
    ['one long line', one],
    ['broken characters', broken],
    ['a part and the reach, less a byte', one.subarray(0, PART_BYTES + REACH_BYTES - 1)],
    ['a part and the reach', one.subarray(0, PART_BYTES + REACH_BYTES)],
    ['a part and the reach, and a byte', one.subarray(0, PART_BYTES + REACH_BYTES + 1)],
    ['nothing', new Uint8Array()],
  ])('of %s are together its text', async (_what, bytes) => {
    const kit = await opened(memoryFolderWith({ ...MANIFEST, 'a.md': bytes }));
    const parts = await allParts(kit, 'a.md');
    expect(parts.map(({ text }) => text).join('') === text(bytes)).toBe(true);
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_part, at) => at));
    expect(new Set(parts.map(({ parts: count, size }) => `${count} ${size}`))).toEqual(
      new Set([`${partCount(bytes.length)} ${bytes.length}`]),
    );
    await kit.close();
  });

  it('end with a line where lines are short, line ends as on the disk', async () => {
    const kit = await opened(memoryFolderWith({ ...MANIFEST, 'a.md': lines }));
    for (const { text } of await allParts(kit, 'a.md')) expect(text.endsWith('\r\n')).toBe(true);
    await kit.close();
  });

  it('have no byte order mark at the start', async () => {
    const kit = await opened(memoryFolderWith({ ...MANIFEST, 'a.md': '\ufeff\ufeffa' }));
    expect((await part(kit, 'a.md', 0)).text).toBe('\ufeffa');
    await kit.close();
  });

  it.each([
    [MAX_TEXT_BYTES - 1, 'text'],
    [MAX_TEXT_BYTES, 'text'],
    [MAX_TEXT_BYTES + 1, 'too-large'],
  ])('are what is shown of %i bytes: it is edited or not, its parts are all there', async (size, state) => {
    const root = memoryFolderWith({ ...MANIFEST, 'a.md': 'a line\n'.repeat(1000) });
    // The rest takes no room on the disk.
    truncateSync(join(root, 'a.md'), size);
    const kit = await opened(root);
    const listed = (await kit.list()).files.find(({ path }) => path === 'a.md');
    expect(listed).toMatchObject({ state, size });
    expect((await kit.readText('a.md')).ok).toBe(state === 'text');
    expect(await part(kit, 'a.md', 0)).toMatchObject({ parts: 50, size });
    // Asked for more than there are, the last one.
    const last = await part(kit, 'a.md', Number.MAX_SAFE_INTEGER);
    expect(last.part).toBe(49);
    expect(last.text.length).toBe(size - 49 * PART_BYTES);
    await kit.close();
  });

  it('of a file that became shorter or longer: the last one there is, and another stamp', async () => {
    const root = memoryFolderWith({ ...MANIFEST, 'a.log': one });
    const kit = await opened(root);
    const before = await part(kit, 'a.log', 2);
    expect(before).toMatchObject({ part: 2, parts: 3 });
    truncateSync(join(root, 'a.log'), 3000);
    const after = await part(kit, 'a.log', 2);
    expect(after).toMatchObject({ part: 0, parts: 1, size: 3000, text: '€'.repeat(1000) });
    expect(after.stamp).not.toBe(before.stamp);
    appendFileSync(join(root, 'a.log'), 'more');
    expect((await part(kit, 'a.log', 2)).stamp).not.toBe(after.stamp);
    await kit.close();
  });

  it.each([
    [1, true],
    [3, false],
  ])('are read anew when the file ends early, %i times', async (times, ends) => {
    const root = folderWith({ ...MANIFEST, 'a.md': 'text' });
    let asked = 0;
    const shrinking: FileSystem = {
      ...nodeFileSystem,
      open: async (...order) => {
        const file = await nodeFileSystem.open(...order);
        const stat = async () => {
          const now = await file.stat();
          // The first answer is for the check of where the file is.
          asked++;
          return asked > 1 && asked <= 1 + times ? { ...now, size: now.size + 5 } : now;
        };
        return { ...file, stat };
      },
    };
    const answer = await readKitPart(shrinking, { root, folders: null }, 'a.md', 0);
    expect(answer).toMatchObject(
      ends ? { ok: true, value: { text: 'text', size: 4 } } : { ok: false, error: { code: 'busy' } },
    );
  });
});

describe('no part is shown', () => {
  it.each([
    ['binary data', 'a.dat', Buffer.from([1, 2, 0, 3]), 'binary data'],
    ['a text in UTF-16', 'a.md', Buffer.from('\ufeffText', 'utf16le'), 'binary data'],
    ['a picture', 'a.png', Buffer.from('text'), '20 MB for pictures'],
  ])('of %s', async (_what, path, bytes, words) => {
    const kit = await opened(folderWith({ ...MANIFEST, [path]: bytes }));
    expect(await kit.readPart(path, 0)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(words), file: path },
    });
    await kit.close();
  });

  it('of what is outside the kit, hidden in it, a folder or not there', async () => {
    const outside = folderWith({ 'secret.md': 'secret' });
    const root = folderWith({ ...MANIFEST, '.git/config': 'hidden', 'in/a.md': 'text' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
    symlinkSync(outside, join(root, 'linked'));
    mkdirSync(join(root, 'empty'));
    writeFileSync(join(root, 'b.md'), 'text');
    const kit = await opened(root);
    const codeOf = async (path: string) => {
      const answer = await kit.readPart(path, 0);
      return answer.ok ? answer.value.text : answer.error.code;
    };
    const hidden = ['../secret.md', join(outside, 'secret.md'), '.git/config', 'link.md', 'linked/secret.md'];
    for (const path of hidden) expect(await codeOf(path), path).toBe('outside-kit');
    expect(await codeOf('empty')).toBe('not-found');
    expect(await codeOf('none.md')).toBe('not-found');
    expect(await codeOf('b.md')).toBe('text');
    await kit.close();
  });
});
