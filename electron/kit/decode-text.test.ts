import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, describeBadByte } from './decode-text';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('decoding', () => {
  it.each([
    ['nothing', '', 'lf', false],
    ['no final newline', 'a\nb', 'lf', false],
    ['NUL and controls', 'a\0b\u0007\n', 'lf', false],
    ['the last code point', '\u{10ffff}\u{10000}', 'lf', false],
    ['noncharacters', '\uffff\ufffe', 'lf', false],
    ['a replacement character that is really there', 'a\ufffdb', 'lf', false],
    ['a mark in the middle', 'a\ufeffb', 'lf', false],
  ])('keeps %s', (_name, text, lineEnd, bom) => {
    expect(decodeText(utf8(text))).toEqual({ ok: true, value: { text, lineEnd, bom } });
  });

  it('takes off one byte order mark and says so', () => {
    expect(decodeText(utf8('\ufeffa'))).toMatchObject({ value: { text: 'a', bom: true } });
    expect(decodeText(utf8('\ufeff\ufeffa'))).toMatchObject({ value: { text: '\ufeffa', bom: true } });
  });

  it.each([
    ['a Latin-1 umlaut', bytes(0x61, 0x0a, 0x62, 0xfc, 0x62), 3, 2],
    ['a lone continuation byte', bytes(0x80), 0, 1],
    ['an overlong slash', bytes(0x61, 0xc0, 0xaf), 1, 1],
    ['an overlong three-byte sequence', bytes(0xe0, 0x80, 0xaf), 0, 1],
    ['a surrogate', bytes(0x61, 0xed, 0xa0, 0x80), 1, 1],
    ['beyond the last code point', bytes(0xf4, 0x90, 0x80, 0x80), 0, 1],
    ['a byte that never occurs', bytes(0x0a, 0x0a, 0xff), 2, 3],
    ['a sequence cut off at the end', bytes(0x61, 0xe2, 0x82), 1, 1],
    ['a sequence cut off by a letter', bytes(0xe2, 0x82, 0x61), 0, 1],
    ['UTF-16 with a mark', bytes(0xff, 0xfe, 0x61, 0x00), 0, 1],
  ])('refuses %s at its first bad byte', (_name, source, offset, line) => {
    expect(decodeText(source)).toEqual({ ok: false, error: { offset, line, byte: source[offset] } });
  });

  it('names the place and guesses UTF-16', () => {
    const source = bytes(0xff, 0xfe, 0x61, 0x00);
    const decoded = decodeText(source);
    const message = decoded.ok ? '' : describeBadByte(source, decoded.error);
    expect(message).toContain('byte FF at offset 0 (line 1)');
    expect(message).toContain('UTF-16 (little-endian)');
  });

  it('agrees with the platform on what is UTF-8, and gives every valid text back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (source) => {
        let platform: string | null;
        try {
          platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
        } catch {
          platform = null;
        }
        const decoded = decodeText(source);
        expect(decoded.ok).toBe(platform !== null);
        if (!decoded.ok) {
          // Everything before the place is good.
          expect(decodeText(source.subarray(0, decoded.error.offset)).ok).toBe(true);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
