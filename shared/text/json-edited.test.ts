import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import { patience, rounds, seeded } from '../util/seeded.test-support';
import type { DataTree } from './data-tree';
import { MAX_JSON_DEPTH, parseJson } from './json';
import { parseEditedJson } from './json-edited';

const TYPED = [
  ...[
    'x',
    ' ',
    '\n',
    '\t',
    '1',
    '-',
    '.5',
    'e9',
    '"',
    '""',
    '"a": 1',
    ', "b": 2',
    '"c"',
    ':',
    ',',
    '\\',
    '\\u0041',
  ],
  ...['{', '}', '[', ']', '{}', '[]', '[1, 2]', ', {"d": [null]}', 'true', 'null', '//', '/* c */', '\uFEFF'],
  ...['😀', '\uD83D', '\u2028', '012', '1e999', '99999999999999999999', '"__proto__": 1, ', '\0'],
];

const data = kitPaths().filter((path) => path.endsWith('.json'));

function someValue(next: (below: number) => number, depth = 0): unknown {
  const kind = next(depth > 3 ? 4 : 7);
  if (kind === 0) return next(1000);
  if (kind === 1) return 'a "b" {c} [d] \\';
  if (kind === 2) return next(2) === 0;
  if (kind === 3) return null;
  const items = Array.from({ length: next(5) }, () => someValue(next, depth + 1));
  return kind === 4 ? items : Object.fromEntries(items.map((item, i) => [`k${i}`, item]));
}

function someText(next: (below: number) => number): string {
  if (next(4) === 0) {
    const whole = kitText(data[next(data.length)] as string);
    return whole.length < 20_000 ? whole : JSON.stringify([JSON.parse(whole)], null, 1).slice(0, 4_000);
  }
  return `${next(5) === 0 ? '\uFEFF' : ''}${JSON.stringify(someValue(next), null, [0, 2, '\t'][next(3)])}\n`;
}

function edited(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const typed = next(4) > 0 ? (TYPED[next(TYPED.length)] as string) : '';
  return text.slice(0, at) + typed + text.slice(at + (next(2) === 0 ? next(4) : 0));
}

describe('a text that is edited', () => {
  it.each([1, 2, 3])(
    'reads as a new one does, round %i',
    (seed) => {
      const next = seeded(seed);
      for (let round = 0; round < rounds(250); round++) {
        let text = someText(next);
        let tree: DataTree | null = null;
        for (let edit = 0; edit < 15; edit++) {
          const before: DataTree | null = tree;
          tree = parseEditedJson(text, before);
          const fresh = parseJson(text);
          expect(tree, JSON.stringify([before?.text, text])).toEqual(fresh);
          expect(JSON.stringify(tree.root?.value)).toBe(JSON.stringify(fresh.root?.value));
          const then = edited(text, next);
          text = parseJson(then).problems.length === 0 || next(4) === 0 ? then : text;
        }
      }
    },
    patience(60_000),
  );

  it('has only the object read that was edited', () => {
    const text = '{"a": [{"x": 1}, {"y": "two"}], "b": {"z": 3}}';
    const before = parseEditedJson(text, null);
    const after = parseEditedJson(text.replace('two', 'twofold'), before);
    expect(after.node(['a', 0])).toBe(before.node(['a', 0]));
    expect(after.node(['b'])?.value).toBe(before.node(['b'])?.value);
    expect(after.node(['b'])?.span.from).toBe((before.node(['b'])?.span.from ?? 0) + 4);
    expect(after.root?.value).toEqual({ a: [{ x: 1 }, { y: 'twofold' }], b: { z: 3 } });
  });

  it('is refused where an edit nests it too deeply', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    const before = parseEditedJson(deep(MAX_JSON_DEPTH), null);
    expect(before.problems).toEqual([]);
    const text = deep(MAX_JSON_DEPTH).replace('1', '[1]');
    expect(parseEditedJson(text, before)).toEqual(parseJson(text));
    expect(parseEditedJson(text, before).root).toBeNull();
  });
});
