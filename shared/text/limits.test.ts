import { describe, expect, it } from 'vitest';
import { MAX_JSON_DEPTH, MAX_JSON_LENGTH, parseJson } from './json';
import { parseMermaid } from './mermaid';
import { DIAGRAM_LIMITS } from './mermaid/parts';
import { parseYaml, YAML_LIMITS } from './yaml';

/** A document of exactly a length, which is one value. */
const yaml = (length: number) => `a: ${'b'.repeat(length - 3)}`;
const json = (length: number) => `"${'b'.repeat(length - 2)}"`;
const links = (count: number) =>
  `flowchart LR\n${Array.from({ length: count }, (_, i) => `a${i} --> b\n`).join('')}`;
const diagram = (length: number) => `flowchart LR\n%% ${'c'.repeat(length - 16)}`;

describe.each([
  ['YAML', YAML_LIMITS.length, (n: number) => parseYaml(yaml(n)).problems],
  ['JSON', MAX_JSON_LENGTH, (n: number) => parseJson(json(n)).problems],
  ['a diagram', DIAGRAM_LIMITS.length, (n: number) => parseMermaid(diagram(n)).bodyProblems],
] as const)('the length of %s', (_, limit, problemsOf) => {
  it('is told where it passes the limit', () => {
    expect(problemsOf(limit - 1)).toEqual([]);
    expect(problemsOf(limit)).toEqual([]);
    expect(problemsOf(limit + 1)).toEqual([
      { message: expect.stringMatching(/longer than/), span: { from: limit, to: limit + 1 } },
    ]);
  });
});

it('the links of a diagram are told where they pass the limit', () => {
  const { edges } = DIAGRAM_LIMITS;
  expect(parseMermaid(links(edges)).bodyProblems).toEqual([]);
  const text = links(edges + 1);
  const [problem, ...others] = parseMermaid(text).bodyProblems;
  expect(others).toEqual([]);
  expect(problem?.message).toContain('more than 500 links');
  expect(text.slice(problem?.span.from, problem?.span.to)).toContain(`a${edges}`);
  expect(parseMermaid(links(edges + 300)).bodyProblems).toHaveLength(1);
});

describe('what YAML and JSON may hold', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const aliases = (count: number) => `a: &a 1\nb: [${Array(count).fill('*a').join(', ')}]\n`;
  /** A mapping, its list and the entries. */
  const values = (count: number) =>
    `[${Array(count - 1)
      .fill('1')
      .join(',')}]`;
  /** So many values, most of which stand in one list that is named again and again. */
  const expanded = (count: number) => {
    const list = (items: number, item: string) => `[${Array(items).fill(item).join(',')}]`;
    // The mapping, three keys, and three lists: one of 999 values, one with 98 times all of it, one with the rest.
    const rest = count - 1 - 3 - 1000 - (1 + 98 * 1000) - 1;
    return `{a: &a ${list(999, '1')}, b: ${list(98, '*a')}, c: ${list(rest, '1')}}`;
  };
  it.each([
    ['levels of YAML', YAML_LIMITS.depth, (n: number) => parseYaml(nested(n)).problems, 'deeper than 64'],
    ['levels of JSON', MAX_JSON_DEPTH, (n: number) => parseJson(nested(n)).problems, 'deeper than 64'],
    ['aliases', YAML_LIMITS.aliases, (n: number) => parseYaml(aliases(n)).problems, 'more than 100 aliases'],
    ['values', YAML_LIMITS.nodes, (n: number) => parseYaml(values(n)).problems, 'more than 100,000 values'],
    [
      'values, aliases expanded',
      YAML_LIMITS.nodes,
      (n: number) => parseYaml(expanded(n)).problems,
      'more than 100,000 values, aliases expanded',
    ],
  ] as const)('%s: one less, as many, one more', (_name, limit, problemsOf, message) => {
    expect(problemsOf(limit - 1)).toEqual([]);
    expect(problemsOf(limit)).toEqual([]);
    const [problem, ...others] = problemsOf(limit + 1);
    expect(others).toEqual([]);
    expect(problem?.message).toContain(message);
    expect(problem?.span.to).toBeGreaterThan(problem?.span.from ?? 0);
  });
});

describe('what would never end is refused at once', () => {
  const names = [...'abcdefghijklmnopqrstuvwxyz'];
  const levels = (open: string, close: string, item: (name: string) => string) =>
    names
      .map((name, i) => `${name}: &${name} ${open}${i === 0 ? 'x: 1' : item(names[i - 1] ?? '')}${close}`)
      .join('\n');
  it.each([
    ['lists of lists', levels('[', ']', (name) => Array(4).fill(`*${name}`).join(', '))],
    ['mappings of mappings', levels('{', '}', (name) => `p: *${name}, q: *${name}, r: *${name}`)],
    [
      'lists of texts',
      `a: &a "${'x'.repeat(9000)}"\nb: &b [${Array(90).fill('*a').join(', ')}]\nc: [*b, *b, *b, *b]`,
    ],
    ['mappings within themselves', 'a: &a {b: *a, c: {d: *a}}'],
    ['lists within themselves', '&a [*a, *a, [*a]]'],
    ['turns', 'a: &a [*b]\nb: &b [*a]'],
    ['keys that are lists', `? &k [${Array(90).fill('x').join(', ')}]\n: *k\n? [*k, *k]\n: *k`],
    [
      'merge keys',
      `a: &a {x: 1}\n${Array.from({ length: 90 }, (_, i) => `b${i}: {<<: [*a], y: ${i}}`).join('\n')}`,
    ],
    ['anchors without number', Array.from({ length: 4000 }, (_, i) => `k${i}: &a${i} ${i}`).join('\n')],
    [
      'anchors and aliases',
      `${Array.from({ length: 3000 }, (_, i) => `k${i}: &a${i} ${i}`).join('\n')}\nz: [${Array.from({ length: 100 }, (_, i) => `*a${i}`).join(', ')}]`,
    ],
    ['open brackets', '['.repeat(500_000)],
    ['open mappings', '{a: '.repeat(100_000)],
    ['indentation', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}- a:`).join('\n')],
    ['question marks', '? '.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
    ['a tag of code', 'a: !!js/function "function () { return 1 }"\nb: !!python/object:os.system [x]'],
  ])('%s', (_name, text) => {
    const start = process.cpuUsage();
    const { root, problems } = parseYaml(text);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
    expect(root !== null || problems.length > 0).toBe(true);
    // What was let through can be walked.
    if (root) expect(JSON.stringify(root.value).length).toBeLessThan(5_000_000);
  });
});

describe('numbers that cannot be counted with', () => {
  it.each([
    ...[
      '18446744073709551616',
      '-18446744073709551616',
      '123456789012345678901234567890',
      '0x20000000000001',
    ],
    ...['+.inf', '1e309', '-1.8e308', '.NAN', '+010', '0o7777777777777777777'],
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '-1e400',
    '.nan',
    '.NaN',
    '.inf',
    '-.Inf',
    '0o17',
    '010',
    '-007',
  ])('%s', (number) => {
    const text = `a: 1\nb: ${number}\n`;
    const { problems, root } = parseYaml(text);
    expect(problems.map(({ span }) => text.slice(span.from, span.to))).toEqual([number]);
    expect(root).not.toBeNull();
  });

  it('of JSON too', () => {
    const text = '{"a": 9007199254740993, "b": [1e400]}';
    expect(parseJson(text).problems.map(({ span }) => text.slice(span.from, span.to))).toEqual([
      '9007199254740993',
      '1e400',
    ]);
  });

  it.each([
    '0',
    '-0',
    '0.5',
    '1e3',
    '0x1F',
    '9007199254740991',
    '"010"',
    '14:20',
    '190:20:30',
    '1_000',
    '2024-03-12T14:20:00Z',
    '12e03x',
    'yes',
    'off',
    '"9007199254740993"',
    '2024-03-12',
    '010-3',
    '1.7976931348623157e308',
  ])('%s is fine', (value) => {
    expect(parseYaml(`a: ${value}\n`).problems).toEqual([]);
  });
});

it('thousands of merge keys are keys like any other: told as repeated, and merged never', () => {
  const start = process.cpuUsage();
  const text = `base: &b {x: 1}\nall:\n${'  - {<<: *b}\n'.repeat(90)}  - {${'<<: {}, '.repeat(10_000)}}\n`;
  expect(parseYaml(text).problems.map(({ message }) => message)).toEqual([
    'This key stands twice in the same mapping',
  ]);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
});

it('a mapping can be spelled, and inherits nothing that looks like a key', () => {
  const { value } = parseYaml('owner: {a: 1}\nlist: [{b: 2}]\n').root as {
    readonly value: Record<string, unknown>;
  };
  expect(`${value['owner']} ${value['list']}`).toBe('a mapping a mapping');
  expect(Object.keys(value)).toEqual(['owner', 'list']);
  expect([value['constructor'], value['hasOwnProperty'], Object.getPrototypeOf(value)]).toEqual([
    undefined,
    undefined,
    null,
  ]);
  expect(`${parseYaml('toString: 5\n').root?.value}`).toBe('a mapping');
});
