import { expect, test } from 'vitest';
import { columnShares } from './table-columns';
import { tableFit } from './table-fit';

const shares = (rows: readonly (readonly string[])[]) => columnShares(rows, tableFit(rows));
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

test('shares are of the whole, and long texts get more than short ones', () => {
  const found = shares([
    ['Id', 'What', 'When'],
    ...Array.from({ length: 9 }, () => ['R-01', words(60), '2024-03-12']),
  ]);
  expect(found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100);
  expect(found[1]).toBeGreaterThan(70);
});

test('a column is never narrower than its widest word, however long its neighbours are', () => {
  const found = shares([
    ['Kind', 'What'],
    ['responsibilities', words(400)],
  ]);
  // 16 letters of 8.4 points need about a sixth of the page.
  expect(found[0]).toBeGreaterThan(15);
});

test('the width goes to where it saves lines: a column of few words is not left in three lines', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [`entry ${i} of the log`, words((i % 4) * 6 + 6)]);
  const [first = 0] = shares([['Entry', 'What'], ...rows]);
  expect(first).toBeGreaterThan(15);
  expect(first).toBeLessThan(35);
});

test('no table and an empty one are no trouble', () => {
  expect(shares([])).toEqual([]);
  expect(shares([['', '']]).every((share) => share > 0)).toBe(true);
});
