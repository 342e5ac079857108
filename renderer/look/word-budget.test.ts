import { describe, expect, it } from 'vitest';
import { budgetAt } from '../app/WordCount';
import { budgetWords, isOff, limitOf } from './word-budget';

const budget = (
  words: number,
  least: number | null,
  most: number | null,
  title = 'A',
  from = 0,
  to = 10,
) => ({
  title,
  from,
  to,
  words,
  least,
  most,
});

describe('a budget of words', () => {
  it('says what is missing, what is too much and what is left', () => {
    const told = [budget(1, 20, 180), budget(142, 20, 180), budget(1183, 20, 180), budget(44, 20, null)];
    expect(told.map(budgetWords)).toEqual([
      '1 word of at least 20',
      '142 words of at most 180',
      '1,183 words, 1,003 over 180',
      '44 words',
    ]);
    expect(told.map(limitOf)).toEqual([' of 20', ' / 180', ' / 180', '']);
    expect(told.map(isOff)).toEqual([true, false, true, false]);
  });

  it('is that of the section one is in, else that of the file', () => {
    const all = [budget(9, 300, 1200, '', 0, 100), budget(1, 30, null, 'B', 20, 40)];
    expect([10, 20, 40, 41].map((at) => budgetAt(all, at)?.title)).toEqual(['', 'B', 'B', '']);
    expect(budgetAt([], 3)).toBeNull();
  });
});
