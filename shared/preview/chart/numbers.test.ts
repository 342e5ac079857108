import { expect, test } from 'vitest';
import { compact, numberText } from './numbers';

test.each([
  [0, '0'],
  [7, '7'],
  [0.25, '0.25'],
  [749, '749'],
  [749_299, '749k'],
  [44_150, '44.2k'],
  [999_960, '1M'],
  [1_624_461, '1.62M'],
  [10_000_000, '10M'],
  [-127_819, '−128k'],
  [2.5e9, '2.5B'],
  [Number.NaN, '–'],
])('%d in narrow places is %s', (value, text) => {
  expect(compact(value)).toBe(text);
});

test('values along an axis are written as it asks', () => {
  expect([numberText(0.15, 'percent'), numberText(0.164, 'percent'), numberText(-0.45, 'percent')]).toEqual([
    '15 %',
    '16.4 %',
    '−45 %',
  ]);
  expect([numberText(0.1 + 0.2, 'plain'), numberText(-0.3, 'fixed2'), numberText(5e5, 'compact')]).toEqual([
    '0.3',
    '−0.30',
    '500k',
  ]);
});
