import { expect, test } from 'vitest';
import type { Section } from './book';
import { NOTHING } from './html';
import { layoutsOf, placesOf, sameLayout } from './section-layout';

const section = (id: string): Section => ({ id, html: NOTHING, layout: NOTHING, breaks: true });
const SECTIONS = ['', 'contents', 'a01', 'a02'].map(section);
const MEASURED = {
  pages: new Map([
    ['contents', 2],
    ['a01', 4],
    ['a01-x', 5],
    ['a01-end', 6],
    ['a02', 7],
  ]),
  drops: new Map([['a01-x', 120.5]]),
  count: 8,
};

test('a book taken apart by its sections and put together again has the same places', () => {
  const layouts = layoutsOf(SECTIONS, MEASURED, MEASURED.count);
  expect(layouts?.map(({ pages }) => pages)).toEqual([1, 2, 3, 2]);
  expect(layouts?.[2]?.places).toEqual([
    ['a01', 0, null],
    ['a01-end', 2, null],
    ['a01-x', 1, 120.5],
  ]);
  expect(placesOf(layouts ?? [])).toEqual(MEASURED);
});

test('a section that grows moves those behind it and nothing within them', () => {
  const [cover, contents, first, second] = layoutsOf(SECTIONS, MEASURED, MEASURED.count) ?? [];
  if (!cover || !contents || !first || !second) throw new Error('Sections are missing');
  const grown = placesOf([cover, { ...contents, pages: 5 }, first, second]);
  expect(grown.count).toBe(11);
  expect([grown.pages.get('contents'), grown.pages.get('a01-x'), grown.pages.get('a02')]).toEqual([2, 8, 10]);
  expect(grown.drops.get('a01-x')).toBe(120.5);
});

test('two sections on one page are not taken for sections', () => {
  const pages = new Map([...MEASURED.pages, ['a02', 4] as const]);
  expect(layoutsOf(SECTIONS, { ...MEASURED, pages }, 8)).toBeNull();
  const lost = new Map([...pages].filter(([id]) => id !== 'a01'));
  expect(layoutsOf(SECTIONS, { ...MEASURED, pages: lost }, 8)).toBeNull();
});

test('a layout is another when a place is on another page, lower, or new', () => {
  type Place = readonly [string, number, number | null];
  const last: Place = ['b', 1, null];
  const layout = { pages: 2, places: [['a', 0, 100] as Place, last] };
  const sameWith = (first: Place, second = last) =>
    sameLayout(layout, { ...layout, places: [first, second] });
  expect(sameWith(['a', 0, 100.01])).toBe(true);
  expect(sameWith(['a', 1, 100])).toBe(false);
  expect(sameWith(['a', 0, 112])).toBe(false);
  expect(sameWith(['a', 0, 100], ['c', 1, null])).toBe(false);
  expect(sameLayout(layout, { ...layout, pages: 3 })).toBe(false);
});
