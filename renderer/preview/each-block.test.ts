import { readFileSync } from 'node:fs';
import { GFM, parser } from '@lezer/markdown';
import { describe, expect, it } from 'vitest';
import { eachBlock } from './each-block';

describe('visiting the blocks of a tree', () => {
  it.each([
    ['an empty text', ''],
    ['small blocks', '---\n\na\n\n***\n\n# b\n\n'.repeat(400)],
    ['a real text', readFileSync('examples/part1-design-doc/RFC-042-streaming-migration.md', 'utf8')],
    ['one list', '- a\n- b\n'.repeat(3000)],
  ])('gives what a cursor gives of %s', (_name, text) => {
    const tree = parser.configure(GFM).parse(text);
    const found: (readonly [string, number, number])[] = [];
    eachBlock(tree, (...block) => found.push(block));
    const cursor = tree.cursor();
    const expected: (readonly [string, number, number])[] = [];
    if (cursor.firstChild()) {
      do expected.push([cursor.name, cursor.from, cursor.to]);
      while (cursor.nextSibling());
    }
    expect(found).toEqual(expected);
  });
});
