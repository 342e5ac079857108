import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEndOf, restoreLineEnds, toLineFeeds } from './line-ends';

describe('line ends', () => {
  it.each([
    ['', 'lf'],
    ['a\nb\n', 'lf'],
    ['a\r\nb', 'crlf'],
    ['a\r\nb\n', 'mixed'],
    ['a\rb', 'mixed'],
  ] as const)('%j is %s', (text, expected) => {
    expect(lineEndOf(text)).toBe(expected);
  });

  it('gives an unedited text back byte for byte, whatever ends its lines', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom('', 'a', 'b', 'αβ', ' '), fc.constantFrom('\n', '\r\n', '\r')), {
        maxLength: 40,
      })
      .map((lines) => lines.map(([line, end]) => line + end).join(''));
    fc.assert(
      fc.property(text, (original) => restoreLineEnds(toLineFeeds(original), original) === original),
      { numRuns: 5000 },
    );
  });

  it('never changes the text itself', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (edited, original) => {
        expect(toLineFeeds(restoreLineEnds(edited, original))).toBe(toLineFeeds(edited));
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps a purely CRLF file so when lines are added', () => {
    expect(restoreLineEnds('one\nnew\ntwo\n', 'one\r\ntwo\r\n')).toBe('one\r\nnew\r\ntwo\r\n');
  });

  it.each([
    ['a line is changed', 'one\nTWO\nthree\nfour\n', 'one\r\nTWO\r\nthree\nfour\n'],
    ['a line after another end is changed', 'one\ntwo\nTHREE\nfour\n', 'one\r\ntwo\r\nTHREE\nfour\n'],
    [
      'a line is added after a CRLF line',
      'one\nnew\ntwo\nthree\nfour\n',
      'one\r\nnew\r\ntwo\r\nthree\nfour\n',
    ],
    ['a line is added after a LF line', 'one\ntwo\nthree\nnew\nfour\n', 'one\r\ntwo\r\nthree\nnew\nfour\n'],
    ['a line is deleted', 'one\nthree\nfour\n', 'one\r\nthree\nfour\n'],
    ['lines change places', 'three\none\ntwo\nfour\n', null],
  ])('touches only its own line in a mixed file: %s', (_what, edited, expected) => {
    const restored = restoreLineEnds(edited, 'one\r\ntwo\r\nthree\nfour\n');
    if (expected !== null) expect(restored).toBe(expected);
    else expect(restored).toContain('one\r\ntwo\r\n');
  });

  it('finds its lines again in a long file with edits in several places', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `line ${i}`);
    const original = lines.map((line, i) => line + (i % 3 === 0 ? '\r\n' : '\n')).join('');
    const edited = [...lines];
    edited.splice(2500, 1);
    edited.splice(1200, 0, 'new');
    edited[10] = 'changed';
    const restored = restoreLineEnds(`${edited.join('\n')}\n`, original);
    const expected = lines.map((line, i) => ({ line, end: i % 3 === 0 ? '\r\n' : '\n' }));
    expected.splice(2500, 1);
    expected.splice(1200, 0, { line: 'new', end: '\n' });
    expected[10] = { line: 'changed', end: '\n' };
    expect(restored).toBe(expected.map(({ line, end }) => line + end).join(''));
  });
});
