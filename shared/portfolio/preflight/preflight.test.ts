import { describe, expect, it } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { newCheckSession } from '../../studio';
import { compact, expectedPieces, lostPieces, withoutFormulas } from './expected-text';
import { commentLines, privateComments } from './private-text';
import { standingLines } from './standing';

const source = (text: string) => parseSource('a.md', text) ?? expect.fail('Markdown is a source');

const TEXT = `# Title *now*

| A | B |
| --- | --- |
| one \`x\` | two [link](b.md) |
| one | **two** |
| three | |

## Second & last
`;

describe('what a file must not lose in print', () => {
  it('headings and rows as they are read, in order, with their lines', () => {
    expect(expectedPieces(source(TEXT), null)).toEqual([
      { kind: 'heading', texts: ['Title now'], line: 1 },
      { kind: 'row', texts: ['A', 'B'], line: 3 },
      { kind: 'row', texts: ['one x', 'two link'], line: 5 },
      { kind: 'row', texts: ['one', 'two'], line: 6 },
      { kind: 'row', texts: ['three', ''], line: 7 },
      { kind: 'heading', texts: ['Second & last'], line: 9 },
    ]);
  });

  it.each([
    ['all of it', 'Title now A B one x two link one two three Second & last', []],
    ['a heading is lost', 'Title now A B one x two link one two three', [9]],
    ['a row is lost', 'Title now A B one x two link one two Second & last', [7]],
    ['a row like another', 'Title now A B three Second & last', [5, 6]],
    [
      'capitals, breaks and other spaces',
      'TITLE\u00a0NOW A B one x two\u00adlink one two three Second &\nlast',
      [],
    ],
    ['an address set into a row', 'Title now A B one x two link [3] one two three Second & last', []],
    [
      'a row of small words that others hold',
      'Title now A B one x two link one-thing tower three Second & last',
      [6],
    ],
  ])('%s', (_, printed, lost) => {
    expect(lostPieces(expectedPieces(source(TEXT), null), compact(printed)).map(({ line }) => line)).toEqual(
      lost,
    );
  });

  it('a long row may go over two pages, a short one not', () => {
    const long = Array.from({ length: 20 }, (_, i) => `word${i}`);
    const row = { kind: 'row', texts: [long.join(' '), 'the other cell'], line: 1 } as const;
    const broken = `${long.slice(0, 9).join(' ')} the other 3 of 9 ${long.slice(9).join(' ')} cell`;
    expect(lostPieces([row], compact(broken))).toEqual([]);
    expect(lostPieces([row], compact(broken.replace('word7', '')))).toEqual([row]);
  });

  it('formulas are set in other letters than they are written in, and cost no row its words', () => {
    const text = '## Rate $\\frac{p}{1-p}$ of loss\n\n| Case $x^2$ | at $5 and $6 |\n| --- | --- |\n';
    const pieces = expectedPieces(source(text), null).map(withoutFormulas);
    expect(pieces.map(({ texts }) => texts.map((one) => one.replace(/\s+/g, ' ').trim()))).toEqual([
      ['Rate of loss'],
      ['Case', 'at $5 and $6'],
    ]);
    const printed = `Rate 𝑝 1 − 𝑝 ${'x'.repeat(40)} of loss Case 𝑥2 at $5 and $6`;
    expect(lostPieces(pieces, compact(printed))).toEqual([]);
    expect(lostPieces(pieces, compact(printed.replace('loss', ''))).map(({ kind }) => kind)).toEqual([
      'heading',
    ]);
    expect(lostPieces(expectedPieces(source(text), null), compact(printed))).toHaveLength(1);
  });

  it('rows of structured files', () => {
    const data = parseSource('a.yaml', 'a: 1\nb: 2\n') ?? expect.fail('YAML is a source');
    const cell = (text: string, from: number) => ({ text, span: { from, to: from + 1 } });
    const pieces = expectedPieces(data, [
      { kind: 'heading', level: 2, text: 'Of the file', span: null },
      { kind: 'table', columns: [], rows: [{ cells: [cell('1', 3)] }, { cells: [cell('2', 8)] }] },
    ]);
    expect(pieces.map(({ kind, line }) => [kind, line])).toEqual([
      ['heading', 1],
      ['row', 1],
      ['row', 2],
    ]);
  });
});

it('remarks are those outside of code', () => {
  const text = '# T\n\n<!-- one -->\n\n```html\n<!-- code -->\n```\n\nA <!-- two\nlines --> b\n\n<!-- open\n';
  expect(privateComments(source(text))).toEqual([
    { text: 'one', line: 3 },
    { text: 'two\nlines', line: 9 },
    { text: 'open', line: 12 },
  ]);
  expect(
    commentLines(['a.md', 'b.md'], (path) => (path === 'a.md' ? source(text) : source('# B\n'))),
  ).toMatchObject([
    { level: 'warning', path: 'a.md', line: 3, message: expect.stringContaining('"one", and 2 more') },
  ]);
});

it('how a packet stands: each failing must at its line, rules and the rest as counts', () => {
  const files = {
    'part2-adr-catalog/adr-001-kafka.md':
      '---\ndate: 2024-01-01\n---\n# ADR-001: Kafka\n\n## Context\n\nTBD\n',
  };
  const session = newCheckSession('Kit');
  for (const [path, text] of Object.entries(files)) session.setFile(path, text, null);
  for (const _ of session.pending()) {
    // Each step checks one file.
  }
  const report = session.report();
  const text = (path: string) => files[path as keyof typeof files] ?? null;
  const lines = standingLines(report, new Set(Object.keys(files)), text);
  const musts = report.artifacts[0]?.findings.filter(({ severity }) => severity === 'must') ?? [];
  expect(musts.length).toBeGreaterThan(0);
  const placed = lines.filter(({ path }) => path !== undefined);
  expect(placed).toHaveLength(musts.length);
  expect(placed.every(({ level, line }) => level === 'warning' && line !== undefined)).toBe(true);
  expect(lines.some(({ message }) => /consistency rules/.test(message))).toBe(true);
  expect(standingLines(report, new Set(), text)[0]).toEqual({
    level: 'ok',
    message: 'No failing must in what is exported',
  });
});
