import { expect, test } from 'vitest';
import { nextMark } from './next-mark';

/** Three columns of two pieces, as in stacked bars: the first at the foot of each column. */
const BOXES = [0, 1, 2].flatMap((column) => [
  { x: column * 50, y: 100, width: 40, height: 50 },
  { x: column * 50, y: 60, width: 40, height: 40 },
]);

test.each([
  [0, 'ArrowUp', 1],
  [1, 'ArrowDown', 0],
  [0, 'ArrowRight', 2],
  [3, 'ArrowLeft', 1],
  [2, 'Home', 0],
  [2, 'End', 5],
  [5, 'ArrowRight', null],
  [1, 'ArrowUp', null],
  [0, 'Enter', null],
])('from %d, %s leads to %s', (from, key, to) => {
  expect(nextMark(BOXES, from, key)).toBe(to);
});

test('there is nowhere to go without marks', () => {
  expect(nextMark([], 0, 'Home')).toBeNull();
  expect(nextMark([], 0, 'ArrowUp')).toBeNull();
});
