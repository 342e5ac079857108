import { describe, expect, it } from 'vitest';
import { visibleName, visibleText } from './visible-name';

/** Characters nobody sees, of each kind there is. */
const UNSEEN: readonly number[] = [
  // Control characters of both ranges.
  ...[0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f],
  // Direction.
  ...[0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
  // Nothing wide.
  ...[0x00ad, 0x034f, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff],
  // Fillers and selectors.
  ...[0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0, 0xfe00, 0xfe0e, 0xfe0f, 0xe0100],
  // Annotations, tags, ends of lines, private use, half a character.
  ...[0xfff9, 0xfffa, 0xfffb, 0xe0001, 0xe0041, 0xe007f, 0x2028, 0x2029, 0xe000, 0x1d173, 0xd800, 0xdfff],
];

/** Names that are as they look. */
const PLAIN = [
  'notes.md',
  'Übersicht für Łukasz.md',
  'résumé e\u0301.md',
  '日本語 メモ.md',
  'مذكرة.md',
  'हिन्दी.md',
  '\u{1f4c8} growth.md',
  '\u2705\ufe0f done.md',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} family.md',
  'a–b — “c” ‹d› 50 %.md',
];

describe('names that are shown', () => {
  it('there are 60 to look at', () => {
    expect(UNSEEN.length + PLAIN.length).toBeGreaterThanOrEqual(60);
  });

  it.each(UNSEEN.map((code) => [code.toString(16).toUpperCase().padStart(4, '0'), code]))(
    '%s is written out',
    (hex, code) => {
      const name = `safe${String.fromCodePoint(code as number)}txt.md`;
      expect(visibleName(name)).toBe(`safe\u2039${hex}\u203atxt.md`);
    },
  );

  it.each(PLAIN)('%s stays', (name) => {
    expect(visibleName(name)).toBe(name);
    expect(visibleText(name)).toBe(name);
  });

  it('no two names that differ look alike because of something unseen, and the same twice changes nothing', () => {
    const shown = UNSEEN.map((code) => visibleName(`a${String.fromCodePoint(code)}b`));
    expect(new Set([...shown, visibleName('ab')]).size).toBe(UNSEEN.length + 1);
    for (const one of shown) expect(visibleName(one)).toBe(one);
  });

  it('words of the studio keep their lines', () => {
    expect(visibleText('One:\n\tsafe\u202etxt')).toBe('One:\n\tsafe\u2039202E\u203atxt');
  });
});
