import { describe, expect, it } from 'vitest';
import { MAX_JSON_LENGTH, parseJson } from './json';
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

describe('numbers that cannot be counted with', () => {
  it.each([
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
