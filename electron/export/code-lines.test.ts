import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { pieces, wrapCode } from './code-lines';
import { textOf } from './hast-text';

function wrapped(text: string, depth = 0): Element {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: text }],
  };
  wrapCode(code, text, depth);
  return code;
}

const marks = (code: Element) => code.children.filter((child) => child.type === 'element').length;

test('pieces fit, lose nothing, and end at a blank or a sign where there is one', () => {
  const line = `curl ${'--header=x '.repeat(20)}${'y'.repeat(130)}`;
  const found = pieces(line, 60);
  expect(found.join('')).toBe(line);
  for (const piece of found) expect(piece.length).toBeLessThanOrEqual(60);
  expect(found[0]?.endsWith(' ')).toBe(true);
  expect(pieces('', 60)).toEqual(['']);
  expect(pieces('中'.repeat(40), 60).map((piece) => piece.length)).toEqual([30, 10]);
});

test('lines that fit stay as they are', () => {
  const code = wrapped('short\n\tindented\n');
  expect(code.children).toEqual([{ type: 'text', value: 'short\n\tindented\n' }]);
});

test('each continuation begins with a drawn mark; the text is the same but for the breaks', () => {
  const text = `first\n${'word '.repeat(40)}\nlast\n`;
  const code = wrapped(text);
  expect(marks(code)).toBe(2);
  expect(textOf(code).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  expect(
    textOf(code)
      .split('\n')
      .every((line) => line.length <= 90),
  ).toBe(true);
  // In a list there is less room.
  expect(marks(wrapped(text, 3))).toBeGreaterThan(marks(wrapped(text)) - 1);
  expect(
    textOf(wrapped(text, 3))
      .split('\n')
      .every((line) => line.length <= 78),
  ).toBe(true);
});
