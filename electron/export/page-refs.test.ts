import { expect, test } from 'vitest';
import { Html } from './html';
import { fillPageRefs } from './page-refs';

const body = new Html(
  'ADR-003<span class="page-ref" data-to="a12"></span> and its outcome<span class="page-ref" data-to="a12-outcome"></span>',
);
const said = (pages: ReadonlyMap<string, number>, fixed = false) =>
  fillPageRefs(body, pages, fixed).markup.replace(/<[^>]*>/g, '');

test('a reference says the page of its heading, else of its artifact; the cover is not counted', () => {
  expect(
    said(
      new Map([
        ['a12', 63],
        ['a12-outcome', 65],
      ]),
    ),
  ).toBe('ADR-003, p. 62 and its outcome, p. 64');
  expect(said(new Map([['a12', 63]]))).toBe('ADR-003, p. 62 and its outcome, p. 62');
});

test('before anything is measured it keeps room for a number; what is not in this print says nothing', () => {
  expect(said(new Map())).toBe('ADR-003, p. 000 and its outcome, p. 000');
  expect(said(new Map([['a01', 3]]))).toBe('ADR-003 and its outcome');
});

test('where the setting has to settle every number gets the same room', () => {
  expect(fillPageRefs(body, new Map([['a12', 63]]), true).markup).toContain('<span class="page-ref fixed">');
});

test('an excerpt of a book keeps the room of a page it does not know', () => {
  const excerpt = fillPageRefs(body, new Map([['a01', 3]]), false, true);
  expect(excerpt.markup.replace(/<[^>]*>/g, '')).toBe('ADR-003, p. –– and its outcome, p. ––');
});

test('a note says the page of its mention behind its arrow', () => {
  const body = new Html(
    '<p>The source. <a href="#a01-fnref-1">↩</a><span class="page-ref back" data-to="a01-fnref-1"></span></p>',
  );
  expect(fillPageRefs(body, new Map([['a01-fnref-1', 13]]), false).markup).toContain(
    '↩</a> <span class="page-ref">p. <span>12</span></span></p>',
  );
});

test('a mention says the page of its note where that is another one', () => {
  const body = new Html(
    '<sup><a href="#a01-fn-1" id="a01-fnref-1">1</a><span class="page-ref note" data-to="a01-fn-1" data-from="a01-fnref-1"></span></sup>',
  );
  const said = (note: number) =>
    fillPageRefs(
      body,
      new Map([
        ['a01-fnref-1', 13],
        ['a01-fn-1', note],
      ]),
      false,
    ).markup.replace(/<[^>]*>/g, '');
  expect(said(15)).toBe('1 p. 14');
  expect(said(13)).toBe('1');
});
