import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPath, DataTree } from '../data-tree';
import { parseJson } from '../json';
import { parseYaml } from '../yaml';
import { applyEdits } from './edit';
import { type Along, addEntry, type ListPlace, removeEntry } from './list-rows';
import type { ChangePlan } from './set-value';
import type { NewValue } from './style';

const NEW: NewValue = {
  id: 'N-1',
  owner: '<owner, full name>',
  count: 3,
  tags: ['<tag>'],
  at: { deep: 'x' },
};

/** Lists as people write them; each path leads to one. */
const TEXTS: readonly (readonly [text: string, path: DataPath])[] = [
  ['risks:\n  - id: A\n    n: 1\n  - id: B\n    n: 2\nlast: 1\n', ['risks']],
  [
    '# head\nrisks: # all of them\n- id: A # one\n  n: 1\n\n# about B\n- id: B\n  n: 2 # two\n  # below B\n\nlast: 1',
    ['risks'],
  ],
  [
    '\uFEFFrisks:\r\n      -    id: "A"\r\n           owner: \'x\'\r\n\r\n      -    id: "B"\r\n           owner: \'y\'\r\n',
    ['risks'],
  ],
  ['risks:\n  - {id: A, n: 1} # one\n  - { "id": "B", n: 2 }\nrest: {a: 1}\n', ['risks']],
  ['risks: [{id: A}, {id: B}] # two\n', ['risks']],
  ['risks: [\n    {id: A},\n    {id: B}\n  ]\nlast: 1\n', ['risks']],
  ['risks: [\n    {id: A},\n    {id: B},\n  ]\nlast: 1\n', ['risks']],
  ['risks: []\nlast: 1\n', ['risks']],
  ['a:\n  risks: [] # none yet\n  z: 1\n', ['a', 'risks']],
  ['risks:\nlast: 1\n', ['risks']],
  ['risks:   # none yet\nlast: 1\n', ['risks']],
  ['a: 1\n', ['risks']],
  [
    'risks:\n  - id: A\n    text: |\n      - not one\n      # nor this\n\n      end\n  - n: 1\n    id: B\n    text: >-\n      folded\n      on\n',
    ['risks'],
  ],
  ['risks:\n-\n  id: A\n-\n  id: B\n  list:\n  - 1\n  - 2\n', ['risks']],
  ['base: &b {x: 1}\nrisks:\n  - id: A\n    use: *b\n  - id: B\n    own: &o 1\n', ['risks']],
  ['risks: &r\n  - id: A\nlast: 1\n', ['risks']],
  ['- id: A\n- id: B\n', []],
  ['{"risks":[{"id":"A"},{"id":"B"}],"n":1}', ['risks']],
  [
    '{\r\n\t"risks": [\r\n\t\t{\r\n\t\t\t"id": "A"\r\n\t\t},\r\n\t\t{\r\n\t\t\t"id": "B"\r\n\t\t}\r\n\t],\r\n\t"n": 1\r\n}\r\n',
    ['risks'],
  ],
  ['{\n  "risks": []\n}', ['risks']],
];

const read = (text: string): DataTree => (/^\uFEFF?\s*\{/.test(text) ? parseJson(text) : parseYaml(text));

const planOf = (text: string, place: ListPlace, out: number | null): ChangePlan => {
  const data = { tree: read(text), read };
  return out === null ? addEntry(data, place, NEW) : removeEntry(data, place, out);
};

function put(text: string, path: DataPath, out: number | null = null, along: readonly Along[] = []): string {
  const plan = planOf(text, { path, along }, out);
  if (!('edits' in plan)) throw new Error(`${text.slice(plan.span.from, plan.span.to)}: ${plan.problem}`);
  plan.edits.forEach((edit, i) => {
    expect(edit.from).toBeGreaterThanOrEqual(plan.edits[i - 1]?.to ?? 0);
  });
  return applyEdits(text, plan.edits);
}

const entries = (text: string, path: DataPath): readonly unknown[] => {
  const list = read(text).node(path);
  return list?.kind === 'list' ? list.items.map(({ value }) => value) : [];
};

describe('an entry more, and the same one less', () => {
  it.each(TEXTS)('%j', (text, path) => {
    const more = put(text, path);
    const before = entries(text, path);
    expect(entries(more, path)).toEqual([...before, NEW]);
    // What was there is there still, in its order: the new text is the old one with something between.
    const tree = read(text).node(path);
    const back = put(more, path, before.length);
    if (tree?.kind === 'list') expect(back).toBe(text);
    else expect(entries(back, path)).toEqual([]);
  });

  it.each(TEXTS)('takes out each entry that can go, and nothing else: %j', (text, path) => {
    const before = entries(text, path);
    for (const index of before.keys()) {
      const plan = planOf(text, { path, along: [] }, index);
      if (!('edits' in plan)) {
        expect(plan.problem).toMatch(/comment|marked|only|repeat/);
        continue;
      }
      const after = applyEdits(text, plan.edits);
      expect(entries(after, path)).toEqual(before.filter((__, at) => at !== index));
      for (const { from, to, insert } of plan.edits) {
        expect(['', ' []']).toContain(insert);
        expect(to).toBeGreaterThanOrEqual(from);
      }
    }
  });

  it.each<readonly [string, string, string]>([
    [
      'as its neighbour is written: order of keys, quotation marks, spaces behind the dash',
      'risks:\n   -   owner: \'x\'\n       id: "A"\nlast: 1\n',
      'risks:\n   -   owner: \'x\'\n       id: "A"\n   -   owner: \'<owner, full name>\'\n       id: "N-1"\n       count: 3\n       tags: ["<tag>"]\n       at:\n         deep: x\nlast: 1\n',
    ],
    [
      'between brackets where its neighbour is',
      'risks:\n  - {id: A} # one\n',
      'risks:\n  - {id: A} # one\n  - {id: "N-1", owner: "<owner, full name>", count: 3, tags: ["<tag>"], at: {deep: x}}\n'.replace(
        '"N-1"',
        'N-1',
      ),
    ],
    [
      'below the comments of its neighbour, a blank line apart where they are',
      'risks:\n  - id: A\n\n  - id: B\n    # of B\n\n# of last\nlast: 1\n',
      'risks:\n  - id: A\n\n  - id: B\n    # of B\n\n  - id: N-1\n    owner: "<owner, full name>"\n    count: 3\n    tags: ["<tag>"]\n    at:\n      deep: x\n\n# of last\nlast: 1\n',
    ],
    [
      'below the comment behind a list without entries',
      'risks: [] # none yet\n',
      'risks: # none yet\n  - id: N-1\n    owner: "<owner, full name>"\n    count: 3\n    tags: ["<tag>"]\n    at:\n      deep: x\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(put(text, ['risks'])).toBe(expected);
  });
});

describe('what goes along', () => {
  const text =
    'criteria:\n- id: C1\n- id: C2\noptions:\n  - scores:\n      C1: {score: 4} # why\n      C2:\n        score: 3\n        evidence: |\n          two\n          lines\n  - scores: {C1: {score: 1}, "C2": {score: 2}}\n';
  const along = (name: string, value: NewValue | null): readonly Along[] =>
    [0, 1].map((at) => ({ path: ['options', at, 'scores', name], value }));

  it('is added and taken out with it, byte for byte', () => {
    const more = put(text, ['criteria'], null, along('N-1', { score: '<n>' }));
    expect(read(more).node(['options', 0, 'scores', 'N-1', 'score'])?.value).toBe('<n>');
    expect(read(more).node(['options', 1, 'scores', 'N-1', 'score'])?.value).toBe('<n>');
    expect(put(more, ['criteria'], 2, along('N-1', null))).toBe(text);
    expect(put(text, ['criteria'], 1, along('C2', null))).toBe(
      'criteria:\n- id: C1\noptions:\n  - scores:\n      C1: {score: 4} # why\n  - scores: {C1: {score: 1}}\n',
    );
    expect(put(text, ['criteria'], 0, along('C1', null))).toBe(
      'criteria:\n- id: C2\noptions:\n  - scores:\n      C2:\n        score: 3\n        evidence: |\n          two\n          lines\n  - scores: {"C2": {score: 2}}\n',
    );
  });
});

describe('refusals point at their line', () => {
  it.each<readonly [string, DataPath, number | null, string, string]>([
    ['a: [\n', ['a'], null, 'bracket', ''],
    ['x: &r [{id: A}]\na: *r\n', ['a'], null, 'alias *r', 'r'],
    ['a: &r\n  - id: A\nb: *r\n', ['a'], null, 'anchor &r', 'a'],
    ['a: several\n', ['a'], null, 'no room', 'a'],
    ['a: [{id: A} # one\n  ]\n', ['a'], null, 'no room', 'a'],
    ['a:\n  - id: A\n    t: |+\n      x\n\nb: 1\n', ['a'], null, 'no room', 'a'],
    ['a:\n  # of all\n  - id: A\n  - id: B\n', ['a'], 0, 'comment above', 'id: A'],
    ['a:\n  - id: A\n  # of B\n  - id: B\n', ['a'], 1, 'comment above', 'id: B'],
    ['a:\n  - &x\n    id: A\n  - id: B\n    c: *x\n', ['a'], 0, 'repeat', 'id: A'],
    ['a:\n  - id: A\n', ['a'], 3, 'not there', 'a'],
  ])('%j', (text, path, out, problem, at) => {
    const plan = planOf(text, { path, along: [] }, out);
    if ('edits' in plan) throw new Error(applyEdits(text, plan.edits));
    expect(plan.problem.toLowerCase()).toContain(problem.toLowerCase());
    expect(text.slice(plan.span.from, plan.span.to)).toContain(at);
  });
});

/** Lists as chance writes them: in lines or brackets, indented and set apart in any way, with comments and blocks in them. */
const lists = fc
  .record({
    indent: fc.integer({ min: 0, max: 5 }),
    dash: fc.integer({ min: 1, max: 4 }),
    apart: fc.boolean(),
    look: fc.constantFrom('lines', 'flow', 'brackets', 'open brackets'),
    quote: fc.constantFrom('', '"', "'"),
    newline: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', 'last: 1', '# the end', '...'),
    ends: fc.boolean(),
    entries: fc.array(
      fc.record({
        id: fc.constantFrom('A', 'B-1', 'R-07', 'c d'),
        note: fc.constantFrom('', ' # why', '   # two  words'),
        below: fc.constantFrom(
          '',
          '# inside',
          'text: |\n  - a\n\n  # b',
          'more: [1, 2]',
          'sub:\n- x\n- y',
          'empty:',
        ),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ indent, dash, apart, look, quote, newline, end, ends, entries }) => {
    const lead = ' '.repeat(indent);
    const flow = entries.map(({ id }) => `{id: ${quote}${id}${quote}, n: 1}`);
    const lines = entries.map(({ id, note, below }) => {
      const own = [
        `id: ${quote}${id}${quote}${note}`,
        ...below.split('\n').filter((line, at) => at > 0 || line),
      ];
      const keys = `${lead} ${' '.repeat(dash)}`;
      return `${lead}-${' '.repeat(dash)}${own
        .map((line) => (line ? keys + line : ''))
        .join('\n')
        .trimStart()}`;
    });
    const bodies: Readonly<Record<string, string>> = {
      lines: `\n${lines.join(apart ? '\n\n' : '\n')}`,
      flow: `\n${flow.map((entry) => `${lead}-${' '.repeat(dash)}${entry}`).join('\n')}`,
      brackets: ` [${flow.join(', ')}]`,
      'open brackets': ` [\n${flow.map((entry) => `  ${lead}${entry}`).join(',\n')}\n  ]`,
    };
    const body = entries.length === 0 ? ' []' : bodies[look];
    const text = `head: 0\nrisks:${body}\n${end}${end && ends ? '\n' : ''}`;
    return (ends ? text : text.trimEnd()).replaceAll('\n', newline);
  });

it('adds to any list and takes the same out again, byte for byte', () => {
  fc.assert(
    fc.property(lists, (text) => {
      const tree = read(text);
      expect(tree.problems, text).toEqual([]);
      const before = entries(text, ['risks']);
      const more = put(text, ['risks']);
      expect(entries(more, ['risks'])).toEqual([...before, NEW]);
      expect(put(more, ['risks'], before.length)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

it('takes any entry out of any list and leaves all else, or says why not', () => {
  fc.assert(
    fc.property(lists, fc.nat(), (text, at) => {
      const before = entries(text, ['risks']);
      if (before.length === 0) return;
      const index = at % before.length;
      const plan = planOf(text, { path: ['risks'], along: [] }, index);
      if (!('edits' in plan)) return expect(plan.problem, text).toMatch(/comment/);
      const after = applyEdits(text, plan.edits);
      expect(entries(after, ['risks']), text).toEqual(before.filter((_, i) => i !== index));
      expect(after.startsWith('head: 0'), text).toBe(true);
      for (const words of ['# the end', 'last: 1', '...'])
        expect(after.includes(words)).toBe(text.includes(words));
    }),
    { numRuns: 300 },
  );
});
