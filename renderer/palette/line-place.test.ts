import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { placeIn } from './line-place';

const doc = Text.of(['one', 'three', '', 'five']);

describe('a typed place', () => {
  it.each([
    ['1', 0],
    ['2', 4],
    [' 2 : 3 ', 6],
    ['2,3', 6],
    ['2:99', 9],
    ['2:0', 4],
    ['99', 11],
    ['-1', 11],
    ['-99', 0],
    ['0', null],
    ['', null],
    ['two', null],
    ['2:', null],
    ['1e3', null],
    ['99999999999', null],
  ])('%j is offset %j', (typed, offset) => expect(placeIn(doc, typed)).toBe(offset));
});
