import { describe, expect, test } from 'vitest';
import type { Section } from './book';
import { Html } from './html';
import { inPieces } from './pieces';

const section = (id: string, length: number): Section => ({
  id,
  html: new Html('x'.repeat(length + 5)),
  layout: new Html('x'.repeat(length)),
  breaks: true,
});
const divided = (lengths: readonly number[]) =>
  inPieces(
    lengths.map((length, i) => section(`s${i}`, length)),
    { whole: 100, piece: 50 },
  ).map((piece) => piece.map(({ layout }) => layout.markup.length));

describe('how a book is divided', () => {
  test.each([
    [[], [[]]],
    [[100], [[100]]],
    [[60, 40], [[60, 40]]],
    [
      [60, 41],
      [[60], [41]],
    ],
    [
      [20, 30, 1, 49, 10],
      [[20, 30], [1, 49], [10]],
    ],
    [
      [10, 200, 10, 10],
      [[10], [200], [10, 10]],
    ],
  ])('%j becomes %j', (lengths, pieces) => {
    expect(divided(lengths)).toEqual(pieces);
  });
});
