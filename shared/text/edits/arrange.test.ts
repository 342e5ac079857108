import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPath } from '../data-tree';
import { parseJson } from '../json';
import { parseMarkdown } from '../markdown';
import { parseYaml } from '../yaml';
import { arrangeItems } from './arrange-items';
import { arrangeRows } from './arrange-rows';
import { applyEdits } from './edit';

function put(text: string, path: DataPath, order: readonly number[]): string | null {
  const tree = /^\uFEFF?\s*[{[]"?/.test(text) && !text.includes('#') ? parseJson(text) : parseYaml(text);
  const edits = arrangeItems(tree, path, order);
  if (!edits) return null;
  edits.forEach((edit, i) => {
    expect(edit.from).toBeGreaterThanOrEqual(edits[i - 1]?.to ?? 0);
  });
  return applyEdits(text, edits);
}

describe('arrangeItems', () => {
  it.each<[string, string, DataPath, readonly number[], string]>([
    [
      'moves the comments directly above an entry and those within it',
      'e:\n  - t: 1 # one\n  # two\n  # more of two\n  - t: 3\n    # within\n    x: "q"   # why\n  - t: 2\nlast: 1\n',
      ['e'],
      [0, 2, 1],
      'e:\n  - t: 1 # one\n  - t: 2\n  # two\n  # more of two\n  - t: 3\n    # within\n    x: "q"   # why\nlast: 1\n',
    ],
    [
      'keeps a comment indented below the last entry with it',
      'e:\n- t: 1\n- t: 3\n  # about three\n\n# about next\nnext: 1\n',
      ['e'],
      [1, 0],
      'e:\n- t: 3\n  # about three\n- t: 1\n\n# about next\nnext: 1\n',
    ],
    [
      'separates entries by the blank lines that stood between them',
      'e:\n  - 1\n\n  - 3\n\n  - 2',
      ['e'],
      [0, 2, 1],
      'e:\n  - 1\n\n  - 2\n\n  - 3',
    ],
    [
      'knows odd indentation, CRLF and a byte order mark',
      '\uFEFFe:\r\n      -    t: 2\r\n           x: y\r\n      -    t: 1\r\n',
      ['e'],
      [1, 0],
      '\uFEFFe:\r\n      -    t: 1\r\n      -    t: 2\r\n           x: y\r\n',
    ],
    [
      'takes blocks of text along, and entries that start below their dash',
      'e:\n-\n  t: 2\n  x: |\n    - not one\n    # nor this\n\n    end\n- t: 1\n',
      ['e'],
      [1, 0],
      'e:\n- t: 1\n-\n  t: 2\n  x: |\n    - not one\n    # nor this\n\n    end\n',
    ],
    [
      'moves lists within entries with them',
      '- t: 2\n  l:\n  - a\n  - b\n- t: 1\n',
      [],
      [1, 0],
      '- t: 1\n- t: 2\n  l:\n  - a\n  - b\n',
    ],
    [
      'moves an anchor that is used below its new place',
      'e:\n  - &a {t: 1}\n  - {t: 3}\n  - &b {t: 2}\nuse: *b\n',
      ['e'],
      [0, 2, 1],
      'e:\n  - &a {t: 1}\n  - &b {t: 2}\n  - {t: 3}\nuse: *b\n',
    ],
    [
      'keeps flow lists as they are laid out',
      'e: [{t: 2, "x": \'y\'},  {t: 1},  {t: 3}]\n',
      ['e'],
      [1, 0, 2],
      'e: [{t: 1},  {t: 2, "x": \'y\'},  {t: 3}]\n',
    ],
    [
      'keeps the layout of JSON',
      '{\n\t"e": [\n\t\t{"t": 2, "m": "# [no] comment"},\n\t\t{"t": 1}\n\t]\n}\n',
      ['e'],
      [1, 0],
      '{\n\t"e": [\n\t\t{"t": 1},\n\t\t{"t": 2, "m": "# [no] comment"}\n\t]\n}\n',
    ],
    ['removes an entry', '["a", "b", "a"]', [], [0, 1], '["a", "b"]'],
    ['removes the first one', 'e:\n  - 1\n\n  - 1\n  - 2\n', ['e'], [1, 2], 'e:\n  - 1\n  - 2\n'],
  ])('%s', (_, text, path, order, expected) => {
    // Comments in JSON texts are only strings: read them as JSON.
    const tree = text.startsWith('{') ? parseJson(text) : parseYaml(text);
    const edits = arrangeItems(tree, path, order);
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });

  it.each<[string, string, DataPath, readonly number[]]>([
    ['a comment above the first entry', 'e:\n  # newest first\n  - 2\n  - 1\n', ['e'], [1, 0]],
    ['a comment that stands free', 'e:\n  - 2\n\n  # Day two\n\n  - 1\n', ['e'], [1, 0]],
    [
      'a comment that an entry would pass',
      'e:\n  - 1\n  - 4\n\n  # Day two\n\n  - 5\n  - 2\n',
      ['e'],
      [0, 3, 1, 2],
    ],
    ['an alias above its anchor', 'e:\n  - &a {t: 2}\n  - {t: 1, x: *a}\n', ['e'], [1, 0]],
    ['an anchor that is set twice', 'e:\n  - &a 2\n  - &a 1\nuse: *a\n', ['e'], [1, 0]],
    ['a list that stands elsewhere too', 'e: &l\n  - 2\n  - 1\nuse: *l\n', ['e'], [1, 0]],
    ['blank lines that belong to a text', 'e:\n  - |+\n    a\n\n  - |\n    b\n', ['e'], [1, 0]],
    ['a comment between brackets', 'e: [2, # two\n  1]\n', ['e'], [1, 0]],
    ['an anchor between brackets', 'e: [&a 2, &b 1]\n', ['e'], [1, 0]],
    ['an entry that shares its line', '- - 2\n  - 1\n', [0], [1, 0]],
    ['the removal of a comment', 'e:\n  - 1\n  - 1 # again\n', ['e'], [0]],
    ['no list', 'e: 1\n', ['e'], [1, 0]],
    ['the order that stands there', 'e: [1, 2]\n', ['e'], [0, 1]],
  ])('gives up on %s', (_, text, path, order) => {
    expect(put(text, path, order)).toBeNull();
  });

  it('leaves alone a comment of the first entry that stays first', () => {
    expect(put('e:\n  # the oldest first\n  - 1\n  - 3\n  - 2\n', ['e'], [0, 2, 1])).toBe(
      'e:\n  # the oldest first\n  - 1\n  - 2\n  - 3\n',
    );
  });

  it('moves as little as possible', () => {
    const tree = parseYaml('e:\n- 1\n- 9\n- 2\n- 3\n- 4\n');
    expect(arrangeItems(tree, ['e'], [0, 2, 3, 4, 1])).toHaveLength(2);
  });

  it('brings any list into any order, with every line kept', () => {
    const entry = fc.record({ t: fc.integer({ min: 0, max: 5 }), note: fc.boolean(), gap: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 2, maxLength: 9 }),
        fc.infiniteStream(fc.nat()),
        (list, rank) => {
          const ranks = list.map(() => Number(rank.next().value));
          const order = list.map((_, i) => i).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
          const text = `e:\n${list
            .map(
              ({ t, note, gap }, i) =>
                `${note && i > 0 ? `  # n${i}\n` : ''}  - {t: ${t}, i: ${i}}\n${gap ? '\n' : ''}`,
            )
            .join('')}end: 1\n`;
          const made = put(text, ['e'], order);
          if (made === null) {
            expect(order).toEqual(list.map((_, i) => i));
            return;
          }
          const ids = [...made.matchAll(/i: (\d)/g)].map((m) => Number(m[1]));
          expect(ids).toEqual(order);
          for (const [i, { note }] of list.entries())
            if (note && i > 0) expect(made).toMatch(new RegExp(`# n${i}\\n  - \\{t: \\d, i: ${i}\\}`));
          const written = (all: string) =>
            all
              .split('\n')
              .filter((line) => line !== '')
              .sort();
          expect(written(made)).toEqual(written(text));
        },
      ),
    );
  });
});

describe('arrangeRows', () => {
  it.each([
    ['| a |\n| --- |\n| 2 |\n| 1 |\n\nend', [1, 0], '| a |\n| --- |\n| 1 |\n| 2 |\n\nend'],
    ['> | a |\r\n> | - |\r\n> | 2 | \r\n> | 1 |', [1, 0], '> | a |\r\n> | - |\r\n> | 1 |\r\n> | 2 | '],
    ['a | b\n-- | --\n3 | x\n1 | `y`\n2 |\n', [1, 2, 0], 'a | b\n-- | --\n1 | `y`\n2 |\n3 | x\n'],
  ] as const)('%j', (text, order, expected) => {
    const doc = parseMarkdown(text);
    const [table] = doc.tables;
    const edits = table ? arrangeRows(doc, table, order) : null;
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });
});
