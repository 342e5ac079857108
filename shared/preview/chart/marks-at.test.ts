import { expect, test } from 'vitest';
import { marksAt } from './marks-at';

const TEXT = 'risks:\n  - id: R-01\n    values: [10, 20]\n  - id: R-02\n';
const at = (words: string) => ({ from: TEXT.indexOf(words), to: TEXT.indexOf(words) + words.length });

const MARKS = [
  { name: 'R-01', span: at('R-01'), extent: at('id: R-01\n    values: [10, 20]') },
  { name: 'ten', span: at('10') },
  { name: 'twenty', span: at('20') },
  { name: 'R-02', span: at('R-02'), extent: at('id: R-02') },
  { name: 'computed', span: null },
];

function shown(words: string, shift = 0): string[] {
  const offset = TEXT.indexOf(words) + shift;
  const from = TEXT.lastIndexOf('\n', offset - 1) + 1;
  const end = TEXT.indexOf('\n', offset);
  return marksAt(MARKS, { offset, line: { from, to: end } }).map((i) => MARKS[i]?.name ?? '');
}

test('the mark whose value the cursor stands in', () => {
  expect(shown('20', 1)).toEqual(['twenty']);
  expect(shown('R-02', 1)).toEqual(['R-02']);
});

test('anywhere else in an entry it is the mark of the entry', () => {
  expect(shown('values', 2)).toEqual(['R-01']);
});

test('in a line without an entry around it, all marks that stand there', () => {
  const marks = MARKS.slice(1, 3);
  const line = at('    values: [10, 20]');
  expect(marksAt(marks, { offset: line.from + 5, line })).toEqual([0, 1]);
});

test('nowhere near a mark, none', () => {
  expect(shown('risks', 1)).toEqual([]);
});
