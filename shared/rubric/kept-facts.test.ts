import { describe, expect, it } from 'vitest';
import type { Fact } from './fact';
import { keepFacts } from './kept-facts';
import type { Contribution } from './packet';

const row = (id: string, from: number, words = 1): Fact => ({
  type: 'record',
  set: 'length',
  id,
  fields: { words },
  places: {},
  span: { from, to: from + 1 },
});

const said = (...facts: readonly Fact[]): Contribution => ({
  path: 'a.md',
  kind: null,
  facts,
  links: [],
  anchors: [],
});

const before = keepFacts(null, said(row('a', 0), row('b', 10), row('c', 20)));
const fields = ({ facts }: Contribution, i: number) => {
  const fact = facts[i];
  return fact?.type === 'record' ? fact.fields : undefined;
};

describe('what a file states after an edit', () => {
  it('names its file, and is the same object where nothing changed', () => {
    const after = keepFacts(before, said(row('a', 0), row('b', 10, 2), row('c', 20)));
    expect(after.facts.map((fact) => ({ ...fact }))).toEqual(
      [row('a', 0), row('b', 10, 2), row('c', 20)].map((fact) => ({ ...fact, path: 'a.md' })),
    );
    expect(after.facts.map((fact, i) => fact === before.facts[i])).toEqual([true, false, true]);
    expect(fields(after, 1)).toEqual({ words: 2 });
  });

  it('keeps the fields of a row that only moved', () => {
    const after = keepFacts(before, said(row('a', 0), row('b', 11), row('c', 21)));
    expect(after.facts[1]?.span).toEqual({ from: 11, to: 12 });
    expect(fields(after, 1)).toBe(fields(before, 1));
    expect(after.facts[1]).not.toBe(before.facts[1]);
  });

  it('finds what stayed behind rows that came or went', () => {
    const more = keepFacts(before, said(row('a', 0), row('new', 5), row('b', 12), row('c', 22)));
    expect([0, 2, 3].map((i) => fields(more, i) === fields(before, i === 0 ? 0 : i - 1))).toEqual([
      true,
      true,
      true,
    ]);
    const less = keepFacts(before, said(row('b', 4), row('c', 14)));
    expect([0, 1].map((i) => fields(less, i) === fields(before, i + 1))).toEqual([true, true]);
    expect(keepFacts(before, said()).facts).toEqual([]);
  });

  it('takes nothing from another file', () => {
    const other = keepFacts({ ...before, path: 'b.md' }, said(row('a', 0)));
    expect(fields(other, 0)).not.toBe(fields(before, 0));
  });
});
