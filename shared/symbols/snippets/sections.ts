import { type SectionBlank, sectionFix } from '../../rubric/repairs/insert-section';
import { headingKey, type MarkdownDoc, parseMarkdown } from '../../text/markdown';
import { matchOutline } from '../../text/sections';
import { blanksIn, type Snippet, snippetAt } from './snippet';

/** What a kind's own skeleton offers: sections that are missing, each at its place, and the tables and parts of all sections, here. */
export function skeletonSnippets(
  doc: MarkdownDoc,
  at: number,
  skeleton: readonly SectionBlank[],
): readonly Snippet[] {
  const here = [...doc.sections]
    .reverse()
    .find(({ heading, body }) => heading.span.from < at && at <= body.to);
  return [
    ...missing(doc, skeleton),
    ...skeleton.flatMap((step) => pieces(step, at, isOf(step, here?.heading.key))),
  ];
}

function isOf(step: SectionBlank, key: string | undefined): boolean {
  return key !== undefined && [step.name, ...step.aliases].some((name) => key.startsWith(headingKey(name)));
}

function missing(doc: MarkdownDoc, skeleton: readonly SectionBlank[]): readonly Snippet[] {
  const matched = matchOutline(doc, skeleton);
  return matched.flatMap(({ step, section }, n) => {
    const edit = section ? undefined : sectionFix(doc, skeleton, step.name).fix?.edits[0];
    if (!edit) return [];
    const before = matched.slice(0, n).findLast((m) => m.section !== null && !m.misplaced)?.section;
    const detail = before ? `goes after ${before.heading.text}` : 'goes first';
    return { label: step.name, detail, group: 'missing', edit, fields: blanksIn(edit.insert) };
  });
}

/** The tables of a section with one row to fill in, and the parts under sub-headings, of which twins are offered once. */
function pieces({ name, blank }: SectionBlank, at: number, own: boolean): readonly Snippet[] {
  const doc = parseMarkdown(blank);
  const found: Snippet[] = [];
  const put = (label: string, detail: string, insert: string) =>
    found.push({ ...snippetAt(at, label, detail, 'kind', insert), boost: own ? 20 : 0 });
  for (const table of doc.tables) {
    const lines = blank.slice(table.span.from, table.span.to).split('\n').slice(0, 3);
    put(
      `Table: ${name}`,
      table.header.cells.map(({ text }) => text.replace(/[<>]/g, '')).join(', '),
      lines.join('\n'),
    );
  }
  const parts = doc.sections.filter(({ heading }) => heading.level === 3);
  const shapes = new Set<string>();
  for (const { heading, body } of parts) {
    const insert = blank.slice(heading.span.from, body.to).trim();
    // Options one, two and three are one thing to add, whatever their blanks ask.
    const shape = insert.replace(/<[^<>]*>/g, '<>');
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const title = heading.text.replace(/[<>]/g, '').replace(/,.*$/, '').trim();
    put(`${name}: ${title}`, 'A part of this section', insert);
  }
  return found;
}
