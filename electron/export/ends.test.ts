import { expect, test } from 'vitest';
import { closerEnds, type Settings } from './ends';
import { planOf } from './export.test-support';
import type { MeasuredPlaces } from './pdf-file';

const { plan } = planOf({ 'part2-adr-catalog/adr-001-x.md': '# ADR-001: X\n\n## Context\n\ntext\n' });

/** The artifact begins on page 3 and ends on this page, so many points below the upper edge. */
function ending(page: number, drop: number): MeasuredPlaces {
  return {
    pages: new Map([
      ['a01', 3],
      ['a01-end', page],
    ]),
    drops: new Map([['a01-end', drop]]),
    count: 9,
  };
}

const closeness = (measured: MeasuredPlaces, now: Settings = new Map()) =>
  closerEnds(plan, measured, 'A4', now).get('a01') ?? 0;

test('an end that the pages before can take up makes its artifact closer', () => {
  expect(closeness(ending(4, 68 + 50))).toBe(1);
  expect(closeness(ending(4, 68 + 90))).toBe(2);
  expect(closeness(ending(4, 68 + 200))).toBe(0);
  // More pages before have more to give, but not for an end that fills a good part of its page.
  expect(closeness(ending(6, 68 + 180))).toBe(1);
  expect(closeness(ending(6, 68 + 300))).toBe(0);
});

test('where that was not enough it is set closer still, once', () => {
  expect(closeness(ending(4, 68 + 30), new Map([['a01', 1]]))).toBe(2);
  expect(closeness(ending(4, 68 + 30), new Map([['a01', 2]]))).toBe(2);
  expect(closeness(ending(4, 68 + 200), new Map([['a01', 1]]))).toBe(1);
});

test('an artifact of one page stays as it is', () => {
  expect(closeness(ending(3, 68 + 20))).toBe(0);
});

test('the contents are set closer when their last page would hold a few lines', () => {
  const contents = (end: number, drop: number) =>
    closerEnds(
      plan,
      {
        pages: new Map([
          ['contents', 2],
          ['contents-end', end],
        ]),
        drops: new Map([['contents-end', drop]]),
        count: 9,
      },
      'A4',
      new Map(),
    ).get('contents');
  expect(contents(6, 68 + 90)).toBe(1);
  expect(contents(6, 68 + 400)).toBeUndefined();
  expect(contents(2, 68 + 90)).toBeUndefined();
});
