import { headingKey, type MarkdownDoc, type Section, type Table } from '../../text/markdown';
import { DURATION } from '../../text/periods';
import { matches, QTY } from '../../text/quantities';
import { blocksIn, itemsIn, subSections, tablesIn } from '../../text/sections';
import type { Span } from '../../text/span';

export interface Route {
  /** Where the route is described; several spans when it is the column of a table. */
  readonly spans: readonly Span[];
  /** Its quantities and times as written, blanks folded. */
  readonly values: readonly string[];
}

/** How a section describes the route of a type: the row or column of a table, a sub-section, or the item or paragraph that opens with it. */
export function routeOf(doc: MarkdownDoc, section: Section, type: 1 | 2): Route | null {
  const spans = spansOf(doc, section, type);
  if (spans.length === 0) return null;
  const values = spans.flatMap((s) =>
    matches(doc.plain, `(?:${QTY}|${DURATION})`, s).map((hit) => hit.text.replace(/\s+/g, ' ')),
  );
  return { spans, values: [...new Set(values)] };
}

function spansOf(doc: MarkdownDoc, section: Section, type: 1 | 2): readonly Span[] {
  const named = new RegExp(`(?<![\\p{L}\\d])type[ -]?${type}(?!\\d)`, 'u');
  for (const table of tablesIn(doc, section.body)) {
    const found = inTable(table, named);
    if (found.length > 0) return found;
  }
  const sub = subSections(doc, section).find((s) => named.test(s.heading.key));
  if (sub) return [sub.body];
  const opens = (span: Span) =>
    headingKey(doc.plain.slice(span.from, span.to)).slice(0, 24).search(named) >= 0;
  const item = itemsIn(doc, section.body).find((i) => opens(i.span));
  if (item) return [item.span];
  const block = blocksIn(doc, section.body).find((b) => b.kind === 'paragraph' && opens(b.span));
  return block ? [block.span] : [];
}

function inTable(table: Table, named: RegExp): readonly Span[] {
  const row = table.rows.find((r) => named.test(headingKey(r.cells[0]?.text ?? '')));
  if (row) return [row.span];
  const column = table.header.cells.findIndex((cell) => named.test(headingKey(cell.text)));
  return column < 0 ? [] : table.rows.flatMap((r) => r.cells[column]?.span ?? []);
}
