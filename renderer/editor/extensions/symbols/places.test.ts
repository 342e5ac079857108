import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../../../shared/symbols/assist';
import { languageOf } from '../../../languages/language-of';
import { type Spot, spotAt } from './wanted';

/** The spot at `¦` in a text, or at `|` where the text has no such mark. */
function at(
  path: string,
  marked: string,
  asked = false,
): { readonly spot: Spot | null; readonly replaced: string } {
  const pos = marked.indexOf(marked.includes('¦') ? '¦' : '|');
  const text = marked.slice(0, pos) + marked.slice(pos + 1);
  const state = EditorState.create({ doc: text, extensions: [languageOf(path) ?? []] });
  ensureSyntaxTree(state, text.length, 5000);
  const spot = spotAt(path, state, pos, asked);
  return { spot, replaced: spot ? text.slice(spot.from, spot.to) : '' };
}

const wanted = (path: string, marked: string, asked = false): Wanted | null =>
  at(path, marked, asked).spot?.wanted ?? null;

describe('in prose', () => {
  it.each<[string, Wanted, string]>([
    ['As ADR-0| says', { kind: 'id', family: 'ADR' }, 'ADR-0'],
    ['(R-|', { kind: 'id', family: 'R' }, 'R-'],
    ['| LOG-reg-¦', { kind: 'id', family: 'LOG' }, 'LOG-reg-'],
    ['seen [EV-02|', { kind: 'reference' }, 'EV-02'],
    ['asked Ad|', { kind: 'person', typed: 'Ad' }, 'Ad'],
    ['see [it](|', { kind: 'path', link: true, dotted: false }, ''],
    ['see [it](./ad|', { kind: 'path', link: true, dotted: true }, './ad'],
    ['see [it](|)', { kind: 'path', link: true, dotted: false }, ''],
    ['see [it](a.md#wh|)', { kind: 'anchor', link: 'a.md' }, 'wh'],
    ['see [it](#|)', { kind: 'anchor', link: '' }, ''],
    ['[it]: ../|', { kind: 'path', link: true, dotted: false }, '../'],
  ])('%s', (text, expected, replaced) => {
    expect(at('a.md', text)).toMatchObject({ spot: { wanted: expected }, replaced });
  });

  it.each([
    'just wo|',
    'A| word',
    'A sentence. |',
    'see `ADR-0|`',
    '```yaml\nowner: Ada|\n```',
    '```ts\nconst Ada|\n```',
    '<!-- ADR-0| -->',
    'https://example.org/ADR-0|',
    '<https://example.org/Ad|>',
    'see [it](https://example.org/Ad|',
    'see [it](mailto:Ad|',
    'foo/ADR-0|',
    '[x](a.md) and[note|',
  ])('stays quiet in %s', (text) => {
    expect(wanted('a.md', text)).toBeNull();
  });

  it.each(['```yaml\nid: ADR-0|\n```', '```mermaid\nflowchart LR\n  a[ADR-0|] --> b\n```'])(
    'offers ids in a block of code: %s',
    (text) => {
      expect(wanted('a.md', text)).toEqual({ kind: 'id', family: 'ADR' });
      expect(at('a.md', text).replaced).toBe('ADR-0');
    },
  );

  it('replaces the rest of a number in the middle of which one types', () => {
    expect(at('a.md', 'as ADR-0|01, so').replaced).toBe('ADR-001');
    expect(at('a.md', 'as ADR-|so').replaced).toBe('ADR-');
  });

  it('offers what can be cited when asked', () => {
    expect(wanted('a.md', 'just |', true)).toEqual({ kind: 'reference' });
    expect(at('a.md', 'just ad|', true).replaced).toBe('ad');
    expect(wanted('a.md', '`code |`', true)).toBeNull();
  });

  it('reads the header as YAML, and only while it lasts', () => {
    expect(wanted('a.md', '---\nid: ADR-001\nsta|\n---\n# A\n')).toEqual({
      kind: 'key',
      steps: [],
      present: ['id'],
      header: true,
      orValue: false,
    });
    expect(wanted('a.md', '---\nstatus: acc|\n---\n')).toEqual({
      kind: 'value',
      steps: ['status'],
      header: true,
    });
    expect(wanted('a.md', '---\nid: x\n---\nsta|\n')).toBeNull();
  });
});

describe('in YAML', () => {
  const key = (steps: string[], present: string[], orValue = false): Wanted => ({
    kind: 'key',
    steps,
    present,
    header: false,
    orValue,
  });
  const value = (...steps: string[]): Wanted => ({ kind: 'value', steps, header: false });

  it.each<[string, Wanted]>([
    ['ti|', key([], [])],
    ['id: x\nti|\nowner: y\n', key([], ['id', 'owner'])],
    ['a:\n  b: 1\n  c|\n', key(['a'], ['b'])],
    ['a:\n  b: 1\nc|\n', key([], ['a'])],
    [
      'risks:\n  - id: R-01\n    ti|\n    owner: x\n  - id: R-02\n    cause: y\n',
      key(['risks', '*'], ['id', 'owner']),
    ],
    ['risks:\n- id: R-01\n  ti|\n', key(['risks', '*'], ['id'])],
    ['risks:\n  - id: R-01\n  - ti|\n    owner: x\n', key(['risks', '*'], ['owner'], true)],
    ['risks:\n  - trigger:\n      metric: a\n      th|\n', key(['risks', '*', 'trigger'], ['metric'])],
    ['a:\n  - b:\n      - c: 1\n        d|\n', key(['a', '*', 'b', '*'], ['c'])],
    ['a:\n  - b: 1\n    list:\n    - c: 1\n      d|\n', key(['a', '*', 'list', '*'], ['c'])],
    ['status: o|', value('status')],
    ['risks:\n  - id: R-01\n    level: h|\n', value('risks', '*', 'level')],
    ['people:\n  - Ada Q|\n', value('people', '*')],
    ['related: [R-01, ab|', value('related', '*')],
    ['owner: "Ad|"', value('owner')],
    ['# c\na:\n\n  # c\n  b: 1\n\n  c|', key(['a'], ['b'])],
    ['owner: ADR-0|', { kind: 'id', family: 'ADR' }],
    ['why: as Ada Quist and Be|', { kind: 'person', typed: 'Be' }],
  ])('%j', (text, expected) => {
    expect(wanted('a.yaml', text)).toEqual(expected);
  });

  it.each([
    '# Ti|',
    'a: b # No|',
    'text: |\n  some wo¦',
    'text: >-\n  one\n\n  some: wo|',
    'a: {b: c|',
    'why: some long sentence wi|',
    '|',
  ])('stays quiet in %j', (text) => {
    expect(wanted('a.yaml', text)).toBeNull();
  });

  it('takes what is typed, without its quote', () => {
    expect(at('a.yaml', 'owner: "Ada Q|"').replaced).toBe('Ada Q');
    expect(at('a.yaml', 'a: [R-01, ab|]').replaced).toBe('ab');
  });

  it('says nothing where the keys above are too far away to be looked for while typing', () => {
    const item = '  - id: R-01\n    title: x\n';
    expect(wanted('a.yaml', `risks:\n${item.repeat(1_000)}    ca|\n`)).toEqual(
      key(['risks', '*'], ['title', 'id']),
    );
    expect(wanted('a.yaml', `risks:\n${item.repeat(20_000)}    ca|\n`)).toBeNull();
    expect(wanted('a.yaml', `${'k: v\n'.repeat(10_000)}ca|\n`)).toMatchObject({ kind: 'key', steps: [] });
  });
});

describe('in JSON', () => {
  const key = (steps: string[], present: string[]): Wanted => ({
    kind: 'key',
    steps,
    present,
    header: false,
    orValue: false,
  });

  it.each<[string, Wanted, boolean]>([
    ['{"ti|"}', key([], []), true],
    ['{"id": 1, "ti|"}', key([], ['id']), true],
    ['{"id": 1, "ti|": 2, "x": 3}', key([], ['id', 'x']), true],
    ['{"risks": [{"id": "R-01", "ti|"}]}', key(['risks', '*'], ['id']), true],
    ['{"id": 1, ti|}', key([], ['id']), false],
    ['{"a": {"level": "hi|"}}', { kind: 'value', steps: ['a', 'level'], header: false }, true],
    ['{"a": [{"level": hi|}]}', { kind: 'value', steps: ['a', '*', 'level'], header: false }, false],
    ['{"a": ["x", "y|"]}', { kind: 'value', steps: ['a', '*'], header: false }, true],
    ['{"a": "see ADR-0|"}', { kind: 'id', family: 'ADR' }, true],
    ['{"a": "asked by the Ada|"}', { kind: 'person', typed: 'Ada' }, true],
  ])('%s', (text, expected, quoted) => {
    expect(at('a.json', text).spot).toMatchObject({ wanted: expected, quoted });
  });

  it.each(['{"a": "b"} |', '{"a": "some long sentence wi|"}', ''])('stays quiet in %s', (text) => {
    expect(wanted('a.json', text.includes('|') ? text : '|')).toBeNull();
  });
});

describe('elsewhere', () => {
  it('offers ids and people in diagrams, nothing in other files', () => {
    expect(wanted('a.mmd', 'flowchart LR\n  a["ADR-0|"]')).toEqual({ kind: 'id', family: 'ADR' });
    expect(wanted('a.txt', 'ADR-0|')).toBeNull();
  });
});
