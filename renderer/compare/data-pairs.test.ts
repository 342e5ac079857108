import { describe, expect, it } from 'vitest';
import type { Block, CellValue } from '../../shared/preview/block';
import { dataPairs } from './data-pairs';

const cell = (text: string): CellValue => ({ text, span: null });
const row = (...texts: string[]) => ({ cells: texts.map(cell) });
const table = (...rows: ReturnType<typeof row>[]): Block => ({
  kind: 'table',
  caption: 'Risks',
  columns: [
    { label: 'Risk', align: 'start' },
    { label: 'Score', align: 'end' },
  ],
  rows,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, span: null });

describe('what two files mean', () => {
  it('has no changes where only places differ', () => {
    const at = (from: number): Block => ({
      kind: 'paragraph',
      text: 'Two risks.',
      span: { from, to: from + 10 },
    });
    expect(dataPairs([at(3)], [at(90)]).changes).toEqual([]);
  });

  it('tells a row that changed, and the value in it, from rows that only one side has', () => {
    const [oldRow, gone, newRow, added] = [
      row('R-01', '6'),
      row('R-02', '4'),
      row('R-01', '9'),
      row('R-03', '2'),
    ];
    const { a, b, changes } = dataPairs([table(oldRow, gone)], [table(newRow, added)]);
    expect(changes).toEqual([{ placeA: 1, placeB: 1 }]);
    expect([a.marks.get(oldRow), a.marks.get(gone)]).toEqual(['both', 'alone']);
    expect([b.marks.get(newRow), b.marks.get(added)]).toEqual(['both', 'alone']);
    expect([b.marks.get(newRow.cells[0] as object), b.marks.get(newRow.cells[1] as object)]).toEqual([
      undefined,
      'value',
    ]);
  });

  it('marks entries, items and charts by themselves', () => {
    const entries = (...values: [string, string][]): Block => ({
      kind: 'entries',
      entries: values.map(([term, text]) => ({ term, value: cell(text) })),
    });
    const before = entries(['Owner', 'Ana'], ['Date', '2024-01-01']);
    const after = entries(['Owner', 'Bo'], ['Date', '2024-01-01']);
    const { b } = dataPairs([before, paragraph('Same')], [after, paragraph('Same')]);
    if (after.kind !== 'entries') throw new Error('No entries');
    expect(after.entries.map((entry) => b.marks.get(entry))).toEqual(['both', undefined]);
    expect(b.marks.size).toBe(1);
  });

  it('keeps at the same height what is the same, around a part that only one side has', () => {
    const { stops, changes } = dataPairs(
      [paragraph('One'), paragraph('Two')],
      [paragraph('One'), paragraph('New'), paragraph('Two')],
    );
    expect(changes).toEqual([{ placeA: 1, placeB: 1 }]);
    expect(stops).toContainEqual([0, 0]);
    expect(stops).toContainEqual([1000, 2000]);
    expect(stops.at(-1)).toEqual([2000, 3000]);
  });
});
