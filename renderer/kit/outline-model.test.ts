import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/rubric/finding';
import type { OutlineEntry } from '../../shared/symbols/outline';
import { entriesAt, filteredEntries, findingsByEntry, foldableIds } from './outline-model';

const entry = (title: string, from: number, children: readonly OutlineEntry[] = []): OutlineEntry => ({
  id: title,
  title,
  detail: title === 'B' ? 'the second' : '',
  from,
  to: from + 1,
  children,
});
const entries = [entry('A', 10, [entry('A1', 20), entry('A2', 30)]), entry('B', 40)];

const ids = (list: readonly OutlineEntry[]) => list.map(({ id }) => id);
const finding = (severity: Finding['severity'], from: number) =>
  ({ severity, span: { from, to: from + 1 } }) as Finding;

describe('an outline', () => {
  it.each([
    [0, []],
    [10, ['A']],
    [25, ['A', 'A1']],
    [39, ['A', 'A2']],
    [40, ['B']],
    [999, ['B']],
  ])('knows what holds offset %i', (offset, expected) => {
    expect(ids(entriesAt(entries, offset))).toEqual(expected);
  });

  it('counts findings where they stand and around', () => {
    const { own, all } = findingsByEntry(entries, [
      finding('should', 21),
      finding('must', 22),
      finding('could', 12),
      finding('must', 0),
    ]);
    expect([...own]).toEqual([
      ['A1', { count: 2, gravest: 'must' }],
      ['A', { count: 1, gravest: 'could' }],
    ]);
    expect(all.get('A')).toEqual({ count: 3, gravest: 'must' });
    expect(all.has('B')).toBe(false);
  });

  it('is filtered by all words, keeping what is around', () => {
    const left = filteredEntries(entries, 'a2');
    expect([ids(left), ids(left[0]?.children ?? [])]).toEqual([['A'], ['A2']]);
    expect(ids(filteredEntries(entries, 'second b'))).toEqual(['B']);
    expect(filteredEntries(entries, ' ')).toBe(entries);
  });

  it('can be folded where there is something to fold', () => {
    expect(foldableIds(entries)).toEqual(['A']);
    expect(foldableIds(entries, 0)).toEqual([]);
  });
});
