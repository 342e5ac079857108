import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../../kinds/kit-fixture.test-support';
import { patience, rounds, seeded } from '../../util/seeded.test-support';
import type { DataNode, DataTree } from '../data-tree';
import { parseYaml } from '../yaml';
import { parseEditedYaml } from './edited';

/** What people type, and what has the text around it read otherwise. */
const TYPED = [
  ...['x', ' ', '  ', '\n', '\n\n', '\t', '\r', '\r\n', 'word ', '\u2028', '😀', '\uD83D', '\uFEFF', '\0'],
  ...[
    'a: 1\n',
    'b:\n',
    '\nc: two words\n',
    '  - d\n',
    '- e\n',
    '-\n',
    '    f: g\n',
    ': ',
    ':',
    '? ',
    '\n? h\n',
  ],
  ...['[', ']', '{', '}', ',', '[1, {i: j}]', '{k: [', '"', "'", '"l": ', "'m': n\n", '"two\n  lines"', '\\'],
  ...['|\n', '|+\n', '>-\n', '|2\n', ' |+\n  text\n\n\n', '# c\n', ' # d', '\n# e\n', '#'],
  ...['&n ', '*n', '&n', '*n\n', '!t ', '!!str ', '!', '<<: ', '<<: {a: 1}\n', '%YAML 1.2\n', '%', '@', '`'],
  ...['---\n', '\n---\n', '--- ', '...\n', '\n...\n', '---', '~: 1\n', 'null: 1\n', '1: 2\n', '"1": 3\n'],
  ...[
    '1e999',
    '012',
    '99999999999999999999',
    '.nan',
    '__proto__: 1\n',
    'constructor: {}\n',
    '~the next entry~: 1\n',
  ],
];

const data = kitPaths().filter((path) => path.endsWith('.yaml'));

function someText(next: (below: number) => number): string {
  if (next(4) === 0)
    return Array.from({ length: next(40) }, () => TYPED[next(TYPED.length)] as string).join('');
  const some =
    next(2) === 0
      ? `head: {of: it}\n${Array.from({ length: 1 + next(6) }, (_, i) => `k${i}:${someValue(next)}`).join('')}`
      : partOf(kitText(data[next(data.length)] as string), next);
  return next(4) === 0 ? some.replace(/\n/g, '\r\n') : some;
}

/** The first lines of a text, or some from its middle, which seldom are whole entries. */
function partOf(text: string, next: (below: number) => number): string {
  const lines = text.split('\n');
  const from = next(4) === 0 ? next(lines.length) : 0;
  return lines.slice(from, from + 20 + next(200)).join('\n');
}

/** The value of a top-level entry, in any form, with the end of its line. */
function someValue(next: (below: number) => number): string {
  const forms = [
    ...[' 1\n', ' text\n', '\n', ' "q"\n', " 's'\n", ' [1, 2]\n', ' {a: 1, b: }\n', '\n- 1\n- 2\n'],
    ...[
      '\n  a: 1\n  b:\n    - c\n',
      '\n  - a: 1\n    b: 2\n  -\n    c: 3\n',
      ' |\n  text\n\n\n',
      ' >+\n  x\n\n',
    ],
    ...[' long\n  text\n', ' # c\n', '\n# c\n\n', ' [1,\n  2]\n', ' "a\n  b"\n', ' 012\n'],
  ];
  return forms[next(forms.length)] as string;
}

function edited(text: string, next: (below: number) => number): string {
  const at = next(2) === 0 ? next(text.length + 1) : text.indexOf('\n', next(text.length + 1)) + 1;
  const typed = next(4) > 0 ? (TYPED[next(TYPED.length)] as string) : '';
  return text.slice(0, at) + typed + text.slice(at + (next(3) === 0 ? next(12) : 0));
}

/** The keys of all mappings in their order, which an equal map may have otherwise. */
function keys(node: DataNode | null): unknown {
  if (node?.kind === 'list') return node.items.map(keys);
  return node?.kind === 'map' ? [...node.members].map(([key, member]) => [key, keys(member)]) : null;
}

function orderOf(tree: DataTree): unknown {
  return [keys(tree.root), JSON.stringify(tree.root?.value)];
}

/** Whether a tree has nodes of the one before, or the same ones moved: their values are the same objects. */
function tookOver(tree: DataTree, before: DataTree | null): boolean {
  const [now, then] = [tree.root, before?.root];
  if (now?.kind !== 'map' || then?.kind !== 'map') return false;
  return [...now.members].some(
    ([key, { kind, value }]) => kind !== 'scalar' && then.members.get(key)?.value === value,
  );
}

describe('a text that is edited', () => {
  it.each([1, 2, 3, 4])(
    'reads as a new one does, round %i',
    (seed) => {
      const next = seeded(seed);
      let edits = 0;
      let taken = 0;
      for (let round = 0; round < rounds(120); round++) {
        let text = someText(next);
        let tree: DataTree | null = null;
        for (let edit = 0; edit < 12; edit++) {
          const before: DataTree | null = tree;
          tree = parseEditedYaml(text, before);
          const fresh = parseYaml(text);
          expect(tree, JSON.stringify([before?.text, text])).toEqual(fresh);
          expect(orderOf(tree)).toEqual(orderOf(fresh));
          edits++;
          if (tookOver(tree, before)) taken++;
          // One that does not parse teaches little about the next.
          const then = edited(text, next);
          text = parseYaml(then).root || next(3) === 0 ? then : text;
        }
      }
      expect(taken / edits).toBeGreaterThan(0.1);
    },
    patience(60_000),
  );

  it('has only the entry read that was edited', () => {
    const text = 'a: {x: 1}\nb:\n  - one\n  - two\nc: {y: 2}\n';
    const before = parseEditedYaml(text, null);
    const after = parseEditedYaml(text.replace('two', 'twofold'), before);
    expect(after.node(['a'])).toBe(before.node(['a']));
    expect(after.node(['c'])?.value).toBe(before.node(['c'])?.value);
    expect(after.node(['c'])?.span.from).toBe((before.node(['c'])?.span.from ?? 0) + 4);
    const again = parseEditedYaml(text.replace('two', 'twofolds'), after);
    expect(again.node(['a'])).toBe(before.node(['a']));
    expect(again.node(['b', 1])?.value).toBe('twofolds');
  });

  it.each([
    ['an anchor that another entry uses', 'a: &n [1]\nb: *n\n', '[1]', '[2]'],
    ['a bracket that swallows the next entry', 'a: [1]\nb: 2\nc: ]\n', '1]', '1'],
    ['a quote that swallows it', 'a: "x"\nb: "y"\n', 'x"', 'x'],
    ['a key that another entry has', 'a: {x: 1}\nb: 2\n', 'b:', 'a:'],
    ['the end of the line before the next entry', 'a: {x: 1}\nb: 2\n', '}\n', '}'],
    ['a second document', 'a: {x: 1}\nb: 2\nc: 3\n', '2\n', '2\n---\n'],
  ])('is read as a whole after %s', (_, text, from, to) => {
    const before = parseEditedYaml(text, null);
    const now = text.replace(from, to);
    expect(parseEditedYaml(now, before)).toEqual(parseYaml(now));
  });
});
