import { expect, it } from 'vitest';
import { moved, movedTo, withOrderOf } from './order';

it.each([
  ['b', 1, 'acb'],
  ['b', -1, 'bac'],
  ['a', -1, null],
  ['c', 1, null],
  ['x', 1, null],
] as const)('%s by %i gives %s', (entry, by, expected) => {
  expect(moved([...'abc'], entry, by)?.join('') ?? null).toBe(expected);
});

it.each([
  ['a', 'c', true, 'bacd'],
  ['a', 'c', false, 'bcad'],
  ['d', 'a', true, 'dabc'],
  ['bd', 'a', true, 'bdac'],
  ['a', 'a', true, 'abcd'],
  ['bc', 'c', false, 'acbd'],
])('%s dropped at %s (before: %s) gives %s', (going, target, before, expected) => {
  expect(movedTo([...'abcd'], [...going], target, before).join('')).toBe(expected);
});

it.each([
  [[], 'ab', 'ab'],
  [['x', 'y'], 'ab', 'xyab'],
  [['b', 'x', 'a'], 'ab', 'abx'],
  [['x', 'a'], 'ba', 'xba'],
])('the order %j with %s in it is %s', (order, part, expected) => {
  expect(withOrderOf(order, [...part]).join('')).toBe(expected);
});
