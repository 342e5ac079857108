import { expect, test } from 'vitest';
import { blocksToHtml } from './blocks-html';
import { bookHtml, bookSections } from './book';
import { NO_LISTS } from './contents';
import { planOf } from './export.test-support';
import { escapeHtml, Html, html, NOTHING } from './html';

const MARKUP = `<img src=x onerror="alert('1')"> & co`;

test('text in content and in attributes is never markup', () => {
  expect(escapeHtml(MARKUP)).toBe('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co');
  expect(html`<p title="${MARKUP}">${MARKUP}</p>`.markup).toBe(
    `<p title="${escapeHtml(MARKUP)}">${escapeHtml(MARKUP)}</p>`,
  );
});

test('markup made here goes in as it is, lists are joined without a comma', () => {
  expect(html`<ul>${[html`<li>${1}</li>`, new Html('<li>b</li>')]}</ul>`.markup).toBe(
    '<ul><li>1</li><li>b</li></ul>',
  );
});

test('structured blocks escape every text they hold', () => {
  const cell = { text: MARKUP, span: null };
  const { markup } = blocksToHtml(
    NOTHING,
    [
      { kind: 'heading', level: 2, text: MARKUP, span: null },
      { kind: 'paragraph', text: MARKUP, span: null },
      { kind: 'entries', entries: [{ term: MARKUP, value: cell }] },
      { kind: 'list', items: [cell] },
      {
        kind: 'table',
        caption: MARKUP,
        columns: [{ label: MARKUP, align: 'start' }],
        rows: [{ cells: [cell] }],
      },
    ],
    () => html``,
    () => html``,
    (title) => ({ id: 'table-1', number: 1, title, artifact: '' }),
  );
  expect(markup).not.toContain('<img');
  expect(markup.match(/&lt;img/g)).toHaveLength(8);
});

test('titles and paths of artifacts are text in the book', () => {
  const { plan } = planOf(
    { 'part2-adr-catalog/adr-001-x.md': `# ADR-001 ${MARKUP}\n\n## Decision & <b>more</b>\n` },
    { title: MARKUP },
  );
  const look = { pages: new Map(), lists: NO_LISTS, closer: new Map() };
  const book = bookHtml(plan, bookSections(plan, new Map(), look), [], 'A4');
  expect(book).not.toMatch(/<img|<b>/);
  expect(book).toContain('&lt;img');
});
