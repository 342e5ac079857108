import { expect, test } from 'vitest';
import { tableFit } from './table-fit';

const table = (columns: number, rows: number, text: string) =>
  Array.from({ length: rows + 1 }, () => Array.from({ length: columns }, () => text));

test.each([
  ['few columns in the ordinary size', table(4, 20, 'some words'), ''],
  ['a small table kept on one page', table(3, 3, 'word'), 'kept'],
  ['more columns smaller', table(7, 20, 'word'), 'dense'],
  ['many columns smaller still', table(10, 20, 'word'), 'dense small'],
  ['a matrix of short marks in the smallest', table(18, 20, 'A'), 'dense tiny'],
  ['long words smaller even in few columns', table(5, 20, 'counterrevolutionary'), 'dense'],
  ['what does not fit with its words broken', table(16, 20, 'unbreakable_word'), 'dense tiny squeezed'],
])('%s', (_name, rows, className) => {
  expect(tableFit(rows).className).toBe(className);
});

test('short values stay on one line where there is room for that', () => {
  const fit = tableFit([
    ['A', 'B'],
    ['Late 2024', 'a longer text with several words'],
  ]);
  expect(fit.oneLine('Late 2024')).toBe(true);
  expect(fit.oneLine('a longer text')).toBe(false);
  expect(tableFit(table(12, 2, 'x')).oneLine('x')).toBe(false);
});

test('identifiers and dates count as one piece, long words only up to where they may break', () => {
  const width = (text: string) => tableFit(table(8, 12, text)).className;
  expect(width('one two three four five six seven')).toBe('dense');
  expect(width('INC-2024-0312 was')).toBe('dense tiny squeezed');
  expect(width('schema/registry/rules/of/some/sort')).toBe('dense');
  expect(width('schemaregistryrulesofsomesort')).toBe('dense tiny squeezed');
});

test('a table that takes more than a third of a page may be broken, however few rows it has', () => {
  const rows = (text: string) => tableFit(table(7, 8, 'word').map((row) => [...row, text, text])).className;
  expect(rows('a few words')).toContain('kept');
  expect(rows('a text of more words than stand side by side in a narrow column, twice over')).not.toContain(
    'kept',
  );
});

test('an empty table is no trouble', () => {
  expect(tableFit([]).className).toBe('kept');
  expect(tableFit([[]]).className).toBe('kept');
});
