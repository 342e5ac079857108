import { describe, expect, it } from 'vitest';
import { compact } from '../../../shared/portfolio/preflight/expected-text';
import { planOf } from '../export.test-support';
import { checkPages } from './check-pages';
import type { TextRun } from './pdf-text';
import type { ReadPage } from './read-pages';

const PATH = 'part2-adr-catalog/adr-001-kafka.md';
const KIT = {
  [PATH]:
    '# ADR-001: Kafka\n\n<!-- not for the committee -->\n\n## Context\n\n| Who | What |\n| --- | --- |\n| Ana | Why |\n| Bo | How |\n',
};
const { plan, source } = planOf(KIT);

const LONG =
  'So many words that nobody would call this page empty, whatever else is not to be found on it at all, or anywhere near.';
const PAGES: readonly string[] = [
  'Promotion portfolio',
  'Contents Part 2 · ADR catalog 2 ADR-001: Kafka 3 Context 3',
  'Part 2 ADR catalog',
  `ADR-001: Kafka Context Who What Ana Why ${LONG}`,
  `Bo How ${LONG}`,
];
const PLACES = new Map([
  ['part2', 3],
  ['a01', 4],
  ['a01-context', 4],
]);

function page(text: string, change: Partial<TextRun> = {}, paints = 2): ReadPage {
  const run: TextRun = { text, x: 70, y: 500, lastX: 400, size: 9, scale: 0.75, ...change };
  return { runs: [run], paints, width: 595, height: 842, compact: compact(text) };
}

const check = (pages: readonly ReadPage[], waivers: readonly string[] = []) =>
  checkPages(pages, { plan, source, places: PLACES, waivers });
const bad = (pages: readonly ReadPage[], waivers: readonly string[] = []) =>
  check(pages, waivers)
    .filter(({ level }) => level !== 'ok')
    .map(({ level, message, path, line }) => [level, message, path, line]);
const pages = (change: Partial<Record<number, ReadPage>> = {}) =>
  PAGES.map((text, i) => change[i] ?? page(text));

describe('pages against their sources', () => {
  it('says what was found where all is well', () => {
    expect(check(pages())).toEqual([
      { level: 'ok', message: 'All 2 titles stand in the printed contents with their page' },
      { level: 'ok', message: 'All 2 headings and 3 rows of tables are in the PDF, and no remark or waiver' },
      { level: 'ok', message: 'Nothing reaches over the edge of a page' },
    ]);
  });

  it.each<[string, Partial<Record<number, ReadPage>>, string, number | undefined]>([
    [
      'a wrong number in the contents',
      { 1: page('Contents Part 2 · ADR catalog 2 ADR-001: Kafka 4') },
      'The contents list does not say page 3 for "ADR-001: Kafka"',
      undefined,
    ],
    ['a lost row', { 4: page(LONG) }, 'This row of a table is not in the PDF: Bo | How', 10],
    [
      'a lost heading',
      { 3: page(`ADR-001: Kafka Who What Ana Why ${LONG}`) },
      'This heading is not in the PDF: Context',
      5,
    ],
    [
      'a printed remark',
      { 4: page(`Bo How not for the committee ${LONG}`) },
      'A remark for the house is printed',
      3,
    ],
    [
      'text over the edge',
      { 4: page(`Bo How ${LONG}`, { lastX: 594 }) },
      'Text reaches over the edge of page 4: "Bo How So many',
      undefined,
    ],
    ['a page of next to nothing', { 4: page('Bo How') }, 'Page 4 is nearly empty', undefined],
  ])('%s', (_, change, message, line) => {
    const [first, ...others] = bad(pages(change));
    expect(others).toEqual([]);
    expect(first?.[1]).toContain(message);
    expect(first?.slice(2)).toEqual([PATH, line]);
  });

  it('a drawing is no empty page, nor are cover and openers', () => {
    expect(bad(pages({ 4: page('Bo How', {}, 40) }))).toEqual([]);
  });

  it('a book that was shrunk', () => {
    expect(bad(PAGES.map((text) => page(text, { scale: 0.6 })))).toEqual([
      [
        'problem',
        'The whole book is set 20 % smaller than meant, since something is wider than the page',
        undefined,
        undefined,
      ],
    ]);
  });

  it('the reason of a waiver', () => {
    const reason = 'We will never do this for legal reasons';
    expect(bad(pages({ 4: page(`Bo How ${LONG} ${reason}`) }), [reason])).toHaveLength(1);
    expect(bad(pages(), [reason])).toEqual([]);
  });
});
