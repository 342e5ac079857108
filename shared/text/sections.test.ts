import { describe, expect, it } from 'vitest';
import { type MarkdownDoc, parseMarkdown } from './markdown';
import {
  columnIndex,
  findSection,
  hasSection,
  itemsIn,
  linksIn,
  matchOutline,
  placeForSection,
  subSections,
  tablesIn,
  textOf,
  topSections,
} from './sections';

const doc = parseMarkdown(
  '---\nid: A\n---\n# Risks of everything\n\n## 1. Summary\n\nText.\n\n## 🔥 Risks\n\n### Cost\n\n- a\n- b\n\n| L × I | **Owner** |\n| --- | --- |\n| 1 | [x](y.md) |\n\n## Costs\n\nNone.\n',
);

describe('findSection', () => {
  it('takes the first heading that starts with an alias, never the title', () => {
    expect(findSection(doc, ['risk'])?.heading.level).toBe(2);
    expect(findSection(doc, ['cost'])?.heading.text).toBe('Cost');
    expect(findSection(doc, ['nothing', 'TL;DR', 'Summary'])?.heading.text).toBe('1. Summary');
    expect(findSection(doc, ['ummary'])).toBeNull();
  });

  it('can be limited to a part of the file', () => {
    const summary = findSection(doc, ['summary'])!;
    expect(findSection(doc, ['cost'], summary.body)).toBeNull();
  });

  it('a file without a title has its first section in the first heading', () => {
    const untitled = parseMarkdown('# Summary\n\nText.\n\n# Risks\n\n## Cost\n');
    expect(findSection(untitled, ['summary'])?.heading.text).toBe('Summary');
    expect(findSection(parseMarkdown('# Risks of it\n\n# Summary\n'), ['risk'])).toBeNull();
    expect(findSection(parseMarkdown('# Risks\n\n## Summary\n'), ['risks'])).toBeNull();
    expect(matchOutline(untitled, STEPS).map((m) => m.section?.heading.text ?? null)).toEqual([
      'Summary',
      null,
      null,
      'Risks',
    ]);
  });

  it('a file with one heading has a section', () => {
    expect(findSection(parseMarkdown('# Summary\n\nText.\n'), ['summary'])).not.toBeNull();
  });
});

it('hasSection counts the words of the whole section, tables included', () => {
  const risks = findSection(doc, ['risks']);
  expect(hasSection(doc, risks, 8)).toBe(true);
  expect(hasSection(doc, risks, 9)).toBe(false);
  expect(hasSection(doc, null)).toBe(false);
});

it('the parts of a section are found by position', () => {
  const risks = findSection(doc, ['risks'])!;
  expect(subSections(doc, risks).map((s) => s.heading.text)).toEqual(['Cost']);
  expect(itemsIn(doc, risks.body).map((i) => i.text)).toEqual(['a', 'b']);
  expect(linksIn(doc, risks.body).map((l) => l.url)).toEqual(['y.md']);
  const [table] = tablesIn(doc, risks.body);
  expect([columnIndex(table!, 'owner'), columnIndex(table!, 'score', 'l'), columnIndex(table!, 'x')]).toEqual(
    [1, 0, -1],
  );
  expect(textOf(doc, table!.rows[0]!.cells[1]!.span)).toBe('x');
});

describe('topSections', () => {
  it('are those below the title, or of the only level', () => {
    expect(topSections(doc).map((s) => s.heading.text)).toEqual(['1. Summary', '🔥 Risks', 'Costs']);
    expect(topSections(parseMarkdown('# A\n\n# B\n')).map((s) => s.heading.text)).toEqual(['B']);
    expect(topSections(parseMarkdown('## A\n\n## B\n')).map((s) => s.heading.text)).toEqual(['A', 'B']);
    expect(topSections(parseMarkdown('no heading'))).toEqual([]);
  });

  it('stay those below the title when a heading of its level follows', () => {
    const doc = parseMarkdown('# A\n\n## B\n\n### C\n\n## D\n\n# Numbers\n\n## E\n');
    expect(topSections(doc).map((s) => s.heading.text)).toEqual(['B', 'D', 'Numbers']);
  });
});

const STEPS = [
  { name: 'Summary', aliases: ['summary', 'tl;dr'] },
  { name: 'Problem', aliases: ['problem'] },
  { name: 'Design', aliases: ['proposed design', 'design'] },
  { name: 'Risks', aliases: ['risk'] },
];

function outlineOf(...headings: string[]): { doc: MarkdownDoc; found: string[] } {
  const doc = parseMarkdown(`# T\n\n${headings.map((h) => `## ${h}\n\ntext\n\n`).join('')}`);
  const found = matchOutline(doc, STEPS).map(
    (m) => `${m.section?.heading.text ?? '–'}${m.misplaced ? '!' : ''}`,
  );
  return { doc, found };
}

describe('matchOutline', () => {
  it.each([
    [
      ['Summary', 'Problem', 'Design', 'Risks'],
      ['Summary', 'Problem', 'Design', 'Risks'],
    ],
    [
      ['TL;DR', 'Own section', 'Problem', 'Proposed design', 'Risks'],
      ['TL;DR', 'Problem', 'Proposed design', 'Risks'],
    ],
    [
      ['Problem', 'Design', 'Risks'],
      ['–', 'Problem', 'Design', 'Risks'],
    ],
    [
      ['Problem', 'Design', 'Risks', 'Summary'],
      ['Summary!', 'Problem', 'Design', 'Risks'],
    ],
    [
      ['Risks', 'Summary', 'Problem', 'Design'],
      ['Summary', 'Problem', 'Design', 'Risks!'],
    ],
    [
      ['Summary', 'Design', 'Problem', 'Design notes', 'Risks'],
      ['Summary', 'Problem', 'Design notes', 'Risks'],
    ],
    [
      ['Risks', 'Summary', 'Problem', 'Design', 'Risks again'],
      ['Summary', 'Problem', 'Design', 'Risks again'],
    ],
    [[], ['–', '–', '–', '–']],
  ])('%j', (headings, expected) => expect(outlineOf(...headings).found).toEqual(expected));

  it('a sub-heading never stands in for a section', () => {
    const doc = parseMarkdown('# T\n\n## Summary\n\n### Problem\n\nx\n\n## Design\n');
    expect(matchOutline(doc, STEPS).map((m) => m.section?.heading.text ?? null)).toEqual([
      'Summary',
      null,
      'Design',
      null,
    ]);
  });
});

it('a heading that only groups sections is looked into, where nothing better is found', () => {
  const found = (text: string) =>
    matchOutline(parseMarkdown(text), STEPS).map((m) => m.section?.heading.level ?? null);
  expect(found('# T\n\n## In short\n\n### Problem\n\n### Design\n\n## Details\n\n### Risks\n')).toEqual([
    null,
    3,
    3,
    3,
  ]);
  expect(found('# T\n\n## Details\n\n### Problem\n\n## Problem\n')).toEqual([null, 2, null, null]);
});

describe('placeForSection', () => {
  const place = (headings: string[], missing: number) => {
    const { doc } = outlineOf(...headings);
    const span = placeForSection(doc, matchOutline(doc, STEPS), missing);
    return doc.text.slice(span.from, span.to);
  };

  it('is the heading that follows, else the last one, else the title or first line', () => {
    expect(place(['Summary', 'Design', 'Risks'], 1)).toBe('## Design');
    expect(place(['Problem', 'Design', 'Risks'], 0)).toBe('## Problem');
    expect(place(['Summary', 'Problem', 'Notes'], 3)).toBe('## Problem');
    expect(place([], 0)).toBe('# T');
    const bare = parseMarkdown('just text\nmore');
    expect(placeForSection(bare, matchOutline(bare, STEPS), 0)).toEqual({ from: 0, to: 9 });
  });
});
