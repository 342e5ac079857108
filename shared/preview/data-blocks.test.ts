import { expect, test } from 'vitest';
import { parseSource } from '../rubric/parse-source';
import type { Block } from './block';
import { dataBlocks } from './data-blocks';

function blocks(yaml: string): Block[] {
  const source = parseSource('data.yaml', yaml);
  if (source?.format !== 'yaml') throw new Error('not read as YAML');
  return dataBlocks(source.data);
}

/** Blocks as lines of text, without where they stand. */
function lines(yaml: string): string[] {
  return blocks(yaml).flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [`${'#'.repeat(block.level)} ${block.text}`];
      case 'paragraph':
        return [block.text];
      case 'entries':
        return block.entries.map(({ term, value }) => `${term}: ${value.text}`);
      case 'list':
        return block.items.map((item) => `- ${item.text}`);
      case 'table':
        return [
          `| ${block.columns.map((c) => c.label).join(' | ')}`,
          ...block.rows.map((row) => `| ${row.cells.map((c) => c.text).join(' | ')}`),
        ];
      case 'chart':
        return [block.title];
      default:
        return [block.source];
    }
  });
}

test('header keys stand on the title already; other keys become words', () => {
  expect(lines('id: X-1\ntitle: T\nhot_gb: 12\nx-alert-gap: none\nopenslo_ids: a')).toEqual([
    'Hot GB: 12',
    'Alert gap: none',
    'OpenSLO IDs: a',
  ]);
});

test('short records make a table; a missing value is a dash', () => {
  expect(lines('topics:\n  - {key: a, events_day: 86400}\n  - {key: b}')).toEqual([
    '## Topics',
    '| Key | Events day',
    '| a | 86,400',
    '| b | –',
  ]);
});

test('number columns are aligned to the end, others to the start', () => {
  const [, table] = blocks('t:\n  - {n: 1, s: x}\n  - {n: 2.50, s: y}');
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.columns.map((c) => c.align)).toEqual(['end', 'start']);
  expect(table.rows[1]?.cells[0]?.text).toBe('2.50');
});

test('numbers keep their decimals; thousands are separated from five digits on', () => {
  expect(lines('a: 2024\nb: 0.6600\nc: 5367722\nd: -48210.50\ne: 1e9\nf: 0x10000')).toEqual([
    'A: 2024',
    'B: 0.6600',
    'C: 5,367,722',
    'D: -48,210.50',
    'E: 1e9',
    'F: 0x10000',
  ]);
});

test('records with prose are told one after the other, short fields first, nested ones spread', () => {
  const prose = 'A sentence that is long. '.repeat(9).trim();
  const yaml = `
items:
  - id: RC-01
    text: ${prose}
    by: Marisol
    indicator: {metric: ${'m'.repeat(40)}, source: {query: ${'q'.repeat(40)}}}
    alerts:
      - {name: fast, window: 1h}
      - {name: slow, window: 6h}
`;
  expect(lines(yaml)).toEqual([
    '## Items',
    '### RC-01',
    'By: Marisol',
    `Text: ${prose}`,
    `Indicator · metric: ${'m'.repeat(40)}`,
    `Indicator · source: Query ${'q'.repeat(40)}`,
    '| Name | Window',
    '| fast | 1h',
    '| slow | 6h',
  ]);
});

test('a list of short values is one line, of long ones a list', () => {
  expect(lines('years: [6, 9, 12]')).toEqual(['## Years', '6, 9, 12']);
  const long = 'Something that is said at some length';
  expect(lines(`goals:\n  - ${long}\n  - ${long}`)).toEqual(['## Goals', `- ${long}`, `- ${long}`]);
});

test('every value of the file is somewhere in its blocks', () => {
  const yaml = 'a: {b: {c: [v1, {d: v2}]}, e: v3}\nf:\n  - {g: {h: v4}}\n  - {g: {h: v5}}\ni: [[v6], [v7]]';
  const all = lines(yaml).join('\n');
  for (const value of ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7']) expect(all).toContain(value);
});

test('values know where they stand in the file', () => {
  const yaml = 'owner: x\nlimit: 77';
  const [entries] = blocks(yaml);
  if (entries?.kind !== 'entries') throw new Error('no entries');
  const at = entries.entries[0]?.value.span;
  expect(at && yaml.slice(at.from, at.to)).toBe('77');
});

test('a file that cannot be read says so', () => {
  expect(lines('')).toEqual(['This file cannot be read as data yet.']);
});
