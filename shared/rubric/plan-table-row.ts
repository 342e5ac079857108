import type { RowEdit, RowPlace } from '../preview/row-edit';
import { escapeCell, insertRow, takeRow } from '../text/edits/cell';
import { applyEdits } from '../text/edits/edit';
import type { ChangePlan } from '../text/edits/set-value';
import { type MarkdownDoc, parseMarkdown } from '../text/markdown';
import type { Span } from '../text/span';
import type { Source } from './artifact';
import { MOVED } from './plan-table-cell';
import { rowText } from './row-words';

/** Adds a row to one of a document's tables, or takes one out. The other rows, and the document around them, stay as they read. */
export function planTableRow(
  source: Source,
  rows: RowEdit,
  index: number,
  out: RowPlace | null,
  span: Span,
): ChangePlan {
  if (source.format !== 'md') return { problem: 'it is no table', span };
  const { markdown } = source;
  const table = markdown.tables[index];
  const row = table?.rows[out?.index ?? -1];
  const moved =
    !table ||
    table.rows.length !== rows.count ||
    (out !== null && (!row || rowText(markdown, row) !== out.was));
  if (moved) return { problem: MOVED, span: table?.header.span ?? span };
  const columns = table.header.cells.length;
  const cells = Array.from({ length: columns }, (_, at) => rows.cells?.[at] ?? '');
  const edit = out
    ? takeRow(markdown, table, out.index)
    : insertRow(markdown, table, table.rows.length - 1, cells);
  const expected = said(markdown);
  const own = expected[index] as string[];
  if (out) own.splice(out.index + 1, 1);
  else own.push(JSON.stringify(cells.map(escapeCell)));
  const after = parseMarkdown(applyEdits(source.text, [edit]));
  const alone =
    after.headings.length === markdown.headings.length &&
    JSON.stringify(said(after)) === JSON.stringify(expected);
  return alone
    ? { edits: [edit] }
    : { problem: 'the table could not be read as one any more', span: (row ?? table.header).span };
}

/** What the tables of a document say, row by row, the header first. */
function said({ text, tables }: MarkdownDoc): string[][] {
  return tables.map(({ header, rows }) =>
    [header, ...rows].map(({ cells }) =>
      JSON.stringify(cells.map(({ span }) => text.slice(span.from, span.to))),
    ),
  );
}
