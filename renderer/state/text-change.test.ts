import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestChange } from './text-change';

describe('the smallest change between two texts', () => {
  it.each([
    ['equal', 'abc', 'abc', null],
    ['inserted', 'ac', 'abc', { from: 1, to: 1, insert: 'b' }],
    ['removed', 'abc', 'ac', { from: 1, to: 2, insert: '' }],
    ['repeated', 'aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
    ['emptied', 'abc', '', { from: 0, to: 3, insert: '' }],
  ])('%s', (_name, before, after, expected) => {
    expect(smallestChange(before, after)).toEqual(expected);
  });

  it('never cuts a pair of surrogates', () => {
    expect(smallestChange('a😀b', 'a😁b')).toEqual({ from: 1, to: 3, insert: '😁' });
    expect(smallestChange('😀', '😀😀')).toEqual({ from: 2, to: 2, insert: '😀' });
  });

  it('always leads from one text to the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const change = smallestChange(before, after);
        const made = change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before;
        expect(made).toBe(after);
      }),
    );
  });
});
