import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/preview/block';
import { partsAt, standingParts } from './part-at';

const value = (text: string, from: number, to: number) => ({ text, span: { from, to } });
const BLOCKS: readonly Block[] = [
  { kind: 'paragraph', text: 'Two risks.', span: null },
  {
    kind: 'table',
    columns: [{ label: 'Risk', align: 'start' }],
    rows: [
      { cells: [value('R-01', 10, 14), { text: 'computed', span: null }, value('open', 60, 64)] },
      { cells: [value('R-02', 110, 114), value('closed', 160, 166)] },
    ],
  },
  { kind: 'heading', level: 3, text: 'R-01', span: { from: 10, to: 14 } },
  { kind: 'entries', entries: [{ term: 'Cause', value: value('Nobody knows', 30, 42) }] },
];

describe('the part that a line is about', () => {
  const placed = (shift: number) => standingParts(BLOCKS.map((block) => ({ block, shift })));
  const kinds = (found: readonly number[]) =>
    found.map((index) => [placed(0).parts[index]?.block, placed(0).parts[index]?.part]);

  it('is the narrowest of those that stand there, and what is around it', () => {
    expect(kinds(partsAt(placed(0), { from: 25, to: 45 }))).toEqual([
      [3, 0],
      [1, 0],
    ]);
    expect(kinds(partsAt(placed(0), { from: 5, to: 16 }))[0]).toEqual([2, null]);
  });

  it('is a row for what lies between its values, and none between two rows', () => {
    expect(kinds(partsAt(placed(0), { from: 130, to: 140 }))).toEqual([[1, 1]]);
    expect(partsAt(placed(0), { from: 80, to: 90 })).toEqual([]);
  });

  it('moves with what was written above', () => {
    expect(kinds(partsAt(placed(1000), { from: 1130, to: 1140 }))).toEqual([[1, 1]]);
    expect(partsAt(placed(1000), { from: 130, to: 140 })).toEqual([]);
  });
});
