import { expect, test } from 'vitest';
import { bookmarksOf, destinationIds } from './bookmarks';
import { planOf } from './export.test-support';
import { runningHeads } from './heads';
import type { Bookmark, ReadBack, ReadBookmark } from './pdf-file';
import { verifyPdf } from './verify';

const { plan } = planOf({
  'part2-adr-catalog/adr-001-kafka.md':
    '# ADR-001: Kafka\n\n## Context\n\ntext\n\n### Detail\n\n## Decision\n',
});
const pages = new Map(destinationIds(plan).map((id, i) => [id, i + 2]));
const bookmarks = bookmarksOf(plan, pages);

function flat(marks: readonly Bookmark[], level = 0): ReadBookmark[] {
  return marks.flatMap((m) => [{ title: m.title, page: m.page, level }, ...flat(m.children, level + 1)]);
}

const good: ReadBack = {
  pages: 9,
  destinations: new Map([...pages, ['figure-1', 4], ['figure-2', 5]]),
  bookmarks: flat(bookmarks),
  title: '',
  active: [],
};
const expected = { plan, printed: pages, bookmarks, pages: 9, figures: 2 };
const problems = (found: Partial<ReadBack>) =>
  verifyPdf({ ...good, ...found }, expected).filter((line) => line.level === 'problem');

test('a file as planned has no problem and says what was compared', () => {
  const lines = verifyPdf(good, expected);
  expect(lines.map((line) => line.level)).toEqual(['ok', 'ok', 'ok']);
  expect(lines[0]?.message).toContain(`All ${pages.size} places`);
});

test('a wrong number in the contents list is a problem at its artifact', () => {
  const [first] = plan.parts[0]?.artifacts ?? [];
  const id = first?.headings[0]?.anchor ?? '';
  const found = problems({ destinations: new Map(good.destinations).set(id, 8) });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ path: 'part2-adr-catalog/adr-001-kafka.md' });
  expect(found[0]?.message).toContain(`says page ${(pages.get(id) ?? 0) - 1}`);
  expect(found[0]?.message).toContain('page 7');
});

test('a lost place, a lost page, a lost or misleading bookmark are problems', () => {
  const without = new Map(good.destinations);
  without.delete('a01');
  expect(problems({ destinations: without })).toHaveLength(1);
  expect(problems({ pages: 8 })).toHaveLength(1);
  expect(problems({ bookmarks: good.bookmarks.slice(1) })).toHaveLength(1);
  const misled = good.bookmarks.map((mark, i) => (i === 1 ? { ...mark, page: 9 } : mark));
  expect(problems({ bookmarks: misled })).toHaveLength(1);
});

test('a lost figure, or anything that could run, is a problem', () => {
  expect(problems({ destinations: pages })[0]?.message).toContain('2 of 2 figures are missing');
  expect(problems({ active: ['JavaScript'] })[0]?.message).toContain('JavaScript');
});

test('level-3 headings stand under their level-2 heading', () => {
  expect(good.bookmarks.map(({ title, level }) => [title, level])).toEqual([
    ['Part 2 · ADR catalog', 0],
    ['ADR-001: Kafka', 1],
    ['Context', 2],
    ['Detail', 3],
    ['Decision', 2],
  ]);
});

test('running heads name artifact and section where a page opens neither, and count without the cover', () => {
  const at = new Map([
    ['part2', 2],
    ['a01', 3],
    ['a01-context', 3],
    ['a01-detail', 4],
    ['a01-decision', 6],
  ]);
  const heads = runningHeads(plan, at, 9);
  const left = 'ADR catalog · ADR-001: Kafka';
  expect(heads[0]).toMatchObject({ left: '', right: '', foot: '' });
  expect(heads[1]).toMatchObject({ left: '', right: '', foot: '1 of 8' });
  expect(heads[2]).toMatchObject({ left: '', right: '', foot: '2 of 8' });
  expect(heads[3]).toMatchObject({ left, right: 'Context' });
  // The page on which a section begins still continues the one before.
  expect(heads[5]).toMatchObject({ left, right: 'Context' });
  expect(heads[8]).toMatchObject({ left, right: 'Decision', foot: '8 of 8', book: 'Promotion portfolio' });
});
