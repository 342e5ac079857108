import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';

/*
 * Forty files as other programs write them. Each is opened and saved as it is, byte for byte, or not opened, with the offset of what no UTF-8 text
 * can hold; nothing is ever replaced (requirement C5).
 */

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

const TEXTS: readonly (readonly [string, Uint8Array])[] = [
  ['nothing at all', utf8('')],
  ['one line feed', utf8('\n')],
  ['one carriage return', utf8('\r')],
  ['LF', utf8('one\ntwo\nthree\n')],
  ['LF, no final one', utf8('one\ntwo\nthree')],
  ['CRLF', utf8('one\r\ntwo\r\nthree\r\n')],
  ['CRLF, no final one', utf8('one\r\ntwo\r\nthree')],
  ['CR only, as on old Macs', utf8('one\rtwo\rthree\r')],
  ['CRLF and LF mixed', utf8('one\r\ntwo\nthree\r\n')],
  ['all three mixed', utf8('one\r\ntwo\nthree\rfour')],
  ['line ends alone', utf8('\r\n\n\r\r\n\n\r')],
  ['CR before CRLF', utf8('one\r\r\ntwo\r\r\n')],
  ['LF before CR', utf8('one\n\rtwo\n\r')],
  ['a byte order mark', utf8('\ufeffone\ntwo\n')],
  ['a byte order mark and CRLF', utf8('\ufeffone\r\ntwo\r\n')],
  ['a byte order mark and nothing', utf8('\ufeff')],
  ['two byte order marks', utf8('\ufeff\ufeffone\n')],
  ['a byte order mark in the middle', utf8('one\n\ufefftwo\n')],
  ['NUL', utf8('one\0\ntwo\n')],
  ['control characters', utf8('\u0001one\u0007\u001b[31m\ntwo\u007f\n')],
  ['other line separators', utf8('one\u2028two\u2029three\u0085four\u000bfive\u000csix\n')],
  ['blanks at line ends and tabs', utf8('one  \n\ttwo\t\n   \n')],
  ['emoji made of several', utf8('👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪\none\n')],
  ['letters with marks apart', utf8('e\u0301a\u0308 \u1100\u1161\none\n')],
  ['a replacement character that is really there', utf8('one\ufffd\ntwo\n')],
  ['noncharacters', utf8('\ufffe\uffff\u{1fffe}\none\n')],
  ['the last character of all', utf8('\u{10ffff}\u{10000}\none\n')],
  ['right to left, with its controls', utf8('שלום \u202eabc\u202c\none\n')],
  ['a line of 200,000 characters', utf8(`${'x'.repeat(200_000)}\none\n`)],
  ['100,000 lines', utf8('line\r\n'.repeat(100_000))],
];

const REFUSED: readonly (readonly [string, Uint8Array, number])[] = [
  ['UTF-16, little end first', joined(bytes(0xff, 0xfe), Buffer.from('one\n', 'utf16le')), 0],
  ['UTF-16, big end first', joined(bytes(0xfe, 0xff), Buffer.from('one\n', 'utf16le').swap16()), 0],
  ['Latin-1', joined(utf8('one\n'), bytes(0x66, 0xfc, 0x72), utf8('\n')), 5],
  ['Windows-1252 quotes', joined(utf8('a '), bytes(0x93), utf8('word'), bytes(0x94)), 2],
  ['Shift-JIS', joined(utf8('x'), bytes(0x93, 0xfa, 0x96, 0x7b)), 1],
  ['half of a pair (a lone surrogate)', joined(utf8('ok\n'), bytes(0xed, 0xa0, 0x80)), 3],
  ['pairs as CESU-8 has them', joined(utf8('ok'), bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)), 2],
  ['an overlong NUL', joined(utf8('abc'), bytes(0xc0, 0x80)), 3],
  ['a character cut off at the end', joined(utf8('abc'), bytes(0xe2, 0x82)), 3],
  ['beyond the last character', joined(utf8('abc'), bytes(0xf4, 0x90, 0x80, 0x80)), 3],
];

async function kitWith(content: Uint8Array) {
  const root = folderWith({ 'a.md': content, 'b.md': 'x' });
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  const onDisk = (): Buffer => readFileSync(join(root, 'a.md'));
  return { kit: opened.value.kit, onDisk };
}

/** Where a place of the text that the editor has (without mark, `\n` only) stands in the bytes; null within a line end. */
function byteOf(content: Uint8Array, offset: number): number {
  const exact = Buffer.from(content).toString('utf8');
  let at = exact.startsWith('\ufeff') ? 1 : 0;
  for (let left = offset; left > 0; left--) at += exact.startsWith('\r\n', at) ? 2 : 1;
  return Buffer.byteLength(exact.slice(0, at));
}

it('there are forty', () => {
  expect(TEXTS.length + REFUSED.length).toBe(40);
});

describe('bytes of a file', () => {
  it.each(TEXTS)('%s: come back as they were, and one edit changes only its own', async (_, content) => {
    const { kit, onDisk } = await kitWith(content);
    const read = await kit.readText('a.md');
    if (!read.ok) throw new Error(read.error.message);
    const { text, hash } = read.value;
    expect(text).not.toContain('\r');
    expect((await kit.save('a.md', text, hash)).ok).toBe(true);
    expect(onDisk().equals(content)).toBe(true);
    // A word at the start of the first, of a middle and of the last line.
    const starts = [...text.matchAll(/(?<=\n|^)/g)].map(({ index }) => index);
    for (const start of new Set([starts[0], starts[starts.length >> 1], starts.at(-1)])) {
      if (start === undefined) continue;
      const edited = `${text.slice(0, start)}word${text.slice(start)}`;
      expect((await kit.save('a.md', edited, hash)).ok).toBe(true);
      const at = byteOf(content, start);
      expect(onDisk().equals(joined(content.subarray(0, at), utf8('word'), content.subarray(at)))).toBe(true);
      const again = await kit.readText('a.md');
      expect(again.ok && (await kit.save('a.md', text, again.value.hash)).ok).toBe(true);
      expect(onDisk().equals(content)).toBe(true);
    }
  });

  it.each(REFUSED)('%s: are not opened, with the place, and stay', async (_, content, offset) => {
    const { kit, onDisk } = await kitWith(content);
    const read = await kit.readText('a.md');
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'not-utf8', file: 'a.md', message: expect.stringContaining(`at offset ${offset} `) },
    });
    expect((await kit.list()).files[0]).toMatchObject({ path: 'a.md', state: 'not-utf8' });
    expect(onDisk().equals(content)).toBe(true);
  });
});
