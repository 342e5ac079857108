import { expect, it } from 'vitest';
import { markedPieces } from './marked-pieces';

const shown = (text: string, marked: readonly string[]) =>
  markedPieces(text, marked)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

it.each([
  ['nothing to mark', 'a b c', [], 'a b c'],
  ['two texts in order', 'a b a', ['a', 'a'], '[a] b [a]'],
  ['a text that is not there', 'a b', ['x', 'b'], 'a [b]'],
  ['the whole text', 'abc', ['abc'], '[abc]'],
  ['an empty mark', 'abc', [''], 'abc'],
  ['a text only before the one marked last', 'a b', ['b', 'a'], 'a [b]'],
])('%s', (_, text, marked, expected) => {
  expect(shown(text, marked)).toBe(expected);
});

it('loses no text and says where each piece stands', () => {
  const text = 'one two three two';
  const pieces = markedPieces(text, ['two', 'two']);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  for (const { from, text: part } of pieces) expect(text.slice(from, from + part.length)).toBe(part);
});
