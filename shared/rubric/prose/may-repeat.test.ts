import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRepeat } from './may-repeat';

/** What it must never miss: a word, a gap, and the word again in any case. */
const TWICE = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)\s+([\p{L}\p{M}]+)(?![\p{L}\p{M}])/gu;

function repeats(text: string): boolean {
  for (let from = 0; from < text.length; from++) {
    TWICE.lastIndex = from;
    const m = TWICE.exec(text);
    if (!m) return false;
    if ((m[1] as string).toLowerCase() === (m[2] as string).toLowerCase()) return true;
    from = m.index;
  }
  return false;
}

describe('whether a word may stand twice', () => {
  it.each(['the the', 'We replay The the log', 'log\nlog', 'a\u00a0\u3000a', 'é é', '\u212a k', 'x x'])(
    '%j may',
    (text) => {
      expect(mayRepeat(text)).toBe(true);
    },
  );

  it.each(['', ' ', 'the', 'the other', 'the log the', 'a1 1a', ' the', 'athe thea', 'x, x', '1 1', '@ `'])(
    '%j does not',
    (text) => {
      expect(mayRepeat(text)).toBe(false);
    },
  );

  it('misses none in any text', () => {
    const letters = fc.constantFrom(
      'a',
      'A',
      'b',
      'é',
      'É',
      'İ',
      'i',
      '\u212a',
      'k',
      'ſ',
      's',
      ' ',
      '\n',
      '\u00a0',
      '.',
      '1',
      '😀',
      '語',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (repeats(text)) expect(mayRepeat(text)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });
});
