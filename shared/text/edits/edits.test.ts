import { describe, expect, it } from 'vitest';
import type { DataNode, DataPath, DataTree } from '../data-tree';
import { parseJson } from '../json';
import { parseMarkdown } from '../markdown';
import { parseYaml } from '../yaml';
import { applyEdits, type TextEdit } from './edit';
import { appendItem } from './list-item';
import { insertMapKey } from './map-key';
import { quoteScalar, replaceScalar } from './scalar';
import type { NewValue } from './style';

type Format = 'yaml' | 'json' | 'md';

/** Hard inputs: comments, anchors, blocks, flow style, line ends, byte order marks, odd indentation. */
const TEXTS: readonly (readonly [Format, string])[] = [
  ['yaml', "a: 1\nb: two # why\n# own line\nc:\n  - x\n  - \"y z\"\nd: {e: 1, f: 'it''s'}\n"],
  ['yaml', '\uFEFFa: 1\r\nb:   "two"   # why\r\nlist:\r\n- id: X\r\n  n: 2\r\n\r\n- id: Y\r\n  n: 3\r\n'],
  ['yaml', 'base: &base\n  a: 1\n  b: &n 2\nuse: *base\nagain: *n\nother: 3'],
  ['yaml', 'a: |\n  text # no comment\n\n  more\n\nb: >-\n  folded\n  on\nc: |+\n  kept\n\nd: end\n'],
  ['yaml', 'a:\n      deep:\n            - - 1\n              - 2\n            - k: v\n'],
  ['yaml', 'empty:\nnothing: ~\ntext: ""\nquoted: \'\'\nlist: []\nmap: {}\nlast: # comment\n'],
  ['yaml', 'a: several\n  lines of\n  text\nb: "double\n  lines"\nc: 1'],
  ['yaml', '{a: 1, "b": [x, \'y\'], c: {d: "e"}}\n'],
  ['yaml', '"key one": 1\n\'key two\': 2\n3: three\n? complex\n: value\n'],
  ['yaml', '# only a head\n\n---\nid: A\nlist:\n  - {id: B, n: 1}   # first\n  - {id: C,\n     n: 2}\n...\n'],
  ['yaml', 'a: !!str 5\nb: !!int "7"\nc: 2024-03-12\nd: yes\ne: 0x1F\nf: http://x.example/#a\n'],
  ['json', '{"a":1,"b":[1,2,{"c":"d"}],"e":{}}'],
  [
    'json',
    '\uFEFF{\r\n\t"a": 1,\r\n\t"list": [\r\n\t\t"x",\r\n\t\t"y"\r\n\t],\r\n\t"o": {\r\n\t\t"p": null\r\n\t}\r\n}\r\n',
  ],
  [
    'json',
    '{\n   "a" : "say \\"hi\\"",\n   "items": [\n      {"id": "A", "n": 1},\n      {"id": "B", "n": 2}\n   ]\n}',
  ],
  [
    'md',
    '---\nid: A # keep\ntitle: "T"\nrelated: [B, C]\nmeeting:\n  date: 2024-03-12\n---\n\n# T\n\nid: not this\n',
  ],
  ['md', '\uFEFF---\r\nid: A\r\nrelated:\r\n  - B\r\n  - "C"\r\n---'],
];

const treeOf = (format: Format, text: string): DataTree | null =>
  format === 'json' ? parseJson(text) : format === 'yaml' ? parseYaml(text) : parseMarkdown(text).frontMatter;

/** Every place of a tree with its value, one entry per scalar and per empty collection. */
function flat(node: DataNode | null, path: DataPath = []): Map<string, unknown> {
  const out = new Map<string, unknown>();
  const visit = (n: DataNode, at: DataPath) => {
    if (n.kind === 'map' && n.members.size > 0) for (const [k, v] of n.members) visit(v, [...at, k]);
    else if (n.kind === 'list' && n.items.length > 0) n.items.forEach((v, i) => void visit(v, [...at, i]));
    else out.set(JSON.stringify(at), n.kind === 'scalar' ? n.value : n.kind);
  };
  if (node) visit(node, path);
  return out;
}

function paths(tree: DataTree, kind: DataNode['kind']): DataPath[] {
  const out: DataPath[] = [];
  const visit = (n: DataNode, at: DataPath) => {
    if (n.kind === kind) out.push(at);
    if (n.kind === 'map') for (const [k, v] of n.members) visit(v, [...at, k]);
    if (n.kind === 'list') n.items.forEach((v, i) => void visit(v, [...at, i]));
  };
  if (tree.root) visit(tree.root, []);
  return out;
}

const comments = (text: string) => (text.match(/(?:^|\s)#.*/gm) ?? []).map((c) => c.trim()).sort();

function after(format: Format, text: string, edit: TextEdit): { tree: DataTree; text: string } {
  const changed = applyEdits(text, [edit]);
  const tree = treeOf(format, changed);
  if (!tree) throw new Error('The front matter is gone');
  expect(tree.problems, changed).toEqual([]);
  for (const comment of format === 'json' ? [] : comments(text)) expect(changed).toContain(comment);
  if (text.includes('\r\n')) expect(changed.replaceAll('\r\n', '')).not.toContain('\n');
  expect(changed.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
  return { tree, text: changed };
}

const VALUES = [42, true, 'plain words', 'no', 'a: b # c', '<a blank, to fill>', 'it\'s "so"', ''] as const;

describe('replaceScalar', () => {
  let made = 0;
  it.each(TEXTS)('changes one value and nothing else: %s %j', (format, text) => {
    const tree = treeOf(format, text) as DataTree;
    for (const path of paths(tree, 'scalar')) {
      for (const value of VALUES) {
        const edit = replaceScalar(tree, path, value);
        if (!edit) continue;
        made++;
        const now = after(format, text, edit);
        const expected = flat(tree.root).set(JSON.stringify(path), value);
        expect([...flat(now.tree.root)], now.text).toEqual([...expected]);
      }
    }
    expect(made).toBeGreaterThan(0);
  });

  it('keeps the kind of quotation marks, and what stands around the value', () => {
    const tree = parseYaml('a: \'x\'  # c\nb: "y"\nc: z\nd:\n');
    const put = (path: DataPath, value: string | number) => {
      const edit = replaceScalar(tree, path, value);
      return edit ? applyEdits(tree.text, [edit]) : null;
    };
    expect(put(['a'], "don't")).toBe("a: 'don''t'  # c\nb: \"y\"\nc: z\nd:\n");
    expect(put(['b'], 'w')).toBe('a: \'x\'  # c\nb: "w"\nc: z\nd:\n');
    expect(put(['c'], '2024-03-12')).toBe('a: \'x\'  # c\nb: "y"\nc: "2024-03-12"\nd:\n');
    expect(put(['a'], 7)).toBe('a: 7  # c\nb: "y"\nc: z\nd:\n');
    expect(put(['d'], 7)).toBe('a: \'x\'  # c\nb: "y"\nc: z\nd: 7\n');
  });

  it('leaves alone what stands in several places, says its type, or runs over lines', () => {
    const tree = parseYaml('a: &x 1\nb: *x\nc: !!str 5\nd: |\n  t\ne: one\n  two\n');
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      expect([key, replaceScalar(tree, [key], 2)]).toEqual([key, null]);
  });
});

describe('quoteScalar', () => {
  it.each(TEXTS)('makes the value the text it is spelled as: %s %j', (format, text) => {
    const tree = treeOf(format, text) as DataTree;
    for (const path of format === 'json' ? [] : paths(tree, 'scalar')) {
      const edit = quoteScalar(tree, path);
      const node = tree.node(path);
      if (!edit || !node) continue;
      const now = after(format, text, edit);
      const expected = flat(tree.root).set(JSON.stringify(path), text.slice(node.span.from, node.span.to));
      expect([...flat(now.tree.root)]).toEqual([...expected]);
    }
  });
});

describe('insertMapKey', () => {
  const added: readonly NewValue[] = [
    '<a blank, to fill>',
    7,
    ['A', '<b>'],
    [],
    { k: 'v', l: { m: [1] } },
    [{ k: 'v', n: 'w' }],
  ];
  it.each(TEXTS)('adds one key and changes nothing else: %s %j', (format, text) => {
    const tree = treeOf(format, text) as DataTree;
    let made = 0;
    for (const path of paths(tree, 'map')) {
      const map = tree.node(path);
      const names = map?.kind === 'map' ? [...map.members.keys()] : [];
      const orders = [[], ['new', ...names], ...names.map((name) => [name, 'new'])];
      for (const value of added) {
        for (const order of orders) {
          const edit = insertMapKey(tree, path, 'new', value, order);
          if (!edit) continue;
          made++;
          const now = after(format, text, edit);
          const at = JSON.stringify([...path, 'new']).slice(0, -1);
          const rest = [...flat(now.tree.root)].filter(([place]) => !place.startsWith(at));
          const before = [...flat(tree.root)].filter(
            ([place]) => names.length > 0 || place !== JSON.stringify(path),
          );
          expect(rest, now.text).toEqual(before);
          expect(now.tree.node([...path, 'new'])?.value, now.text).toEqual(value);
          expect(insertMapKey(now.tree, path, 'new', value, order)).toBeNull();
        }
      }
    }
    expect(made).toBeGreaterThan(0);
  });

  const put = (tree: DataTree, path: DataPath, order: readonly string[] = [], value: NewValue = '<n>') => {
    const edit = insertMapKey(tree, path, 'new', value, order);
    return edit ? applyEdits(tree.text, [edit]) : null;
  };

  it('stands behind its predecessor in the order of the format, with the indentation and line ends of its neighbours', () => {
    expect(put(parseYaml('a: 1 # one\n# two\nb: 2\n'), [], ['a', 'new', 'b'])).toBe(
      'a: 1 # one\nnew: "<n>"\n# two\nb: 2\n',
    );
    expect(put(parseYaml('- a: 1\r\n  b: 2'), [0])).toBe('- a: 1\r\n  b: 2\r\n  new: "<n>"');
    expect(put(parseYaml('- a: 1\n  b: 2\n'), [0], ['new', 'a'])).toBe('- new: "<n>"\n  a: 1\n  b: 2\n');
    expect(put(parseYaml('x: {a: 1, b: 2}\n'), ['x'], ['a', 'new'])).toBe('x: {a: 1, new: "<n>", b: 2}\n');
    expect(put(parseYaml('a:\n    - x\n    - y\nb: 2\n'), [], ['a', 'new'])).toBe(
      'a:\n    - x\n    - y\nnew: "<n>"\nb: 2\n',
    );
    expect(put(parseJson('{\n\t"a": {\n\t\t"b": 1\n\t}\n}'), ['a'], [], ['p'])).toBe(
      '{\n\t"a": {\n\t\t"b": 1,\n\t\t"new": [\n\t\t\t"p"\n\t\t]\n\t}\n}',
    );
    expect(put(parseJson('{"a":1}'), [])).toBe('{"a":1,"new":"<n>"}');
  });

  it('gives up where an anchor would carry the key elsewhere, and where there is nothing to hold on to', () => {
    expect(put(parseYaml('base: &b\n  a: 1\nuse: *b\n'), ['base'])).toBeNull();
    expect(put(parseYaml('base: &b\n  a: 1\nuse: *b\n'), ['use'])).toBeNull();
    expect(put(parseYaml(''), [])).toBeNull();
    expect(put(parseYaml('- 1\n'), [])).toBeNull();
    expect(put(parseYaml('a: 1\n'), ['b'])).toBeNull();
  });
});

describe('appendItem', () => {
  it.each(TEXTS)('adds one entry and changes nothing else: %s %j', (format, text) => {
    const tree = treeOf(format, text) as DataTree;
    for (const path of paths(tree, 'list')) {
      const edit = appendItem(tree, path, 'NEW-1');
      if (!edit) continue;
      const now = after(format, text, edit);
      const list = tree.node(path);
      const count = list?.kind === 'list' ? list.items.length : 0;
      const place = JSON.stringify([...path, count]);
      expect(now.tree.node([...path, count])?.value, now.text).toBe('NEW-1');
      const rest = [...flat(now.tree.root)].filter(([key]) => key !== place);
      expect(rest).toEqual([...flat(tree.root)].filter(([key]) => count > 0 || key !== JSON.stringify(path)));
    }
  });

  it('is written as the entry before it', () => {
    const put = (text: string, path: DataPath) => {
      const tree = text.startsWith('{') ? parseJson(text) : parseYaml(text);
      const edit = appendItem(tree, path, 'B');
      return edit ? applyEdits(text, [edit]) : null;
    };
    expect(put('a: [A]\n', ['a'])).toBe('a: [A, B]\n');
    expect(put("a: ['A']\n", ['a'])).toBe("a: ['A', 'B']\n");
    expect(put('a:\n  -   "A" # x\nb: 1\n', ['a'])).toBe('a:\n  -   "A" # x\n  -   "B"\nb: 1\n');
    expect(put('a: []\n', ['a'])).toBe('a: [B]\n');
    expect(put('{"a": [\n  "A"\n]}', ['a'])).toBe('{"a": [\n  "A",\n  "B"\n]}');
  });
});
