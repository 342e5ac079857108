import { expect, test } from 'vitest';
import { addressesHtml, contentsHtml } from './contents';
import { planOf } from './export.test-support';
import { NOTHING } from './html';

const { plan } = planOf({ 'part2-adr-catalog/adr-001-x.md': '# ADR-001: X\n\n## Context\n\ntext\n' });
const plain = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('figures and tables are listed with their pages; a title that several artifacts have says whose it is', () => {
  const table = (number: number, title: string, artifact: string) => ({
    id: `table-${number}`,
    number,
    title,
    artifact,
  });
  const lists = {
    figures: [{ id: 'figure-1', number: 1, title: 'The <path>' }],
    tables: [
      table(1, '3. Costs', 'ADR-001: Use one'),
      table(2, 'Costs of both', 'ADR-001: Use one'),
      table(3, 'Costs of both', 'ADR-001: Use one'),
      table(4, '3. Costs', 'ADR-002: Use two'),
    ],
    addresses: [],
  };
  const pages = new Map([
    ['figure-1', 5],
    ['table-1', 6],
    ['table-4', 9],
  ]);
  const out = plain(contentsHtml(plan, lists, pages).markup);
  expect(out).toContain('Figures 1 The &lt;path&gt; 4');
  expect(out).toContain('Tables 1 Costs · ADR-001 5');
  expect(out).toContain(' 2 Costs of both ');
  expect(out).toContain(' 4 Costs · ADR-002 8');
});

test('empty lists are left out', () => {
  const out = plain(contentsHtml(plan, { figures: [], tables: [], addresses: [] }, new Map()).markup);
  expect(out).not.toMatch(/Figures|Tables|Addresses/);
  expect(addressesHtml([], new Map())).toBe(NOTHING);
});

test('addresses are listed as they are, with the page that names each first', () => {
  const address = { number: 1, url: 'https://example.org/?a=1&b="2"' };
  const { markup } = addressesHtml([address], new Map([['address-1-named', 8]]));
  expect(markup).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
  expect(plain(markup)).toContain('p. 7');
  expect(
    plain(
      contentsHtml(plan, { figures: [], tables: [], addresses: [address] }, new Map([['addresses', 9]]))
        .markup,
    ),
  ).toContain('Addresses 8');
});
