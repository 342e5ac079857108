import { escapeCell, setCell } from '../text/edits/cell';
import { applyEdits } from '../text/edits/edit';
import type { ChangePlan } from '../text/edits/set-value';
import { type MarkdownDoc, parseMarkdown, type TableCell } from '../text/markdown';
import type { Span } from '../text/span';
import { onceFor } from '../util/once-for';
import type { Source } from './artifact';

/** Said where the file has another value than the one that is seen. */
export const MOVED = 'the text has changed meanwhile; try again in a moment';

/** What a cell of a table in a document has, as one would type it. */
export function typedCell(doc: MarkdownDoc, { span }: TableCell): string {
  return doc.text.slice(span.from, span.to).replaceAll('\\|', '|');
}

/** Which cell of the document's tables it is. */
export function cellNumber(doc: MarkdownDoc, cell: TableCell): number {
  return numbersOf(doc).get(cell) ?? -1;
}

const numbersOf = onceFor((doc: MarkdownDoc) => new Map(cellsOf(doc).map((cell, at) => [cell, at])));

/** Writes a text into a cell of a document's tables. The other cells, and the document around the tables, stay as they read. */
export function planTableCell(
  source: Source,
  index: number,
  was: string,
  typed: string | null,
  span: Span,
): ChangePlan {
  if (source.format !== 'md') return { problem: 'it is no cell of a table', span };
  const { markdown } = source;
  const cells = cellsOf(markdown);
  const cell = cells[index];
  if (!cell || typedCell(markdown, cell) !== was) return { problem: MOVED, span: cell?.span ?? span };
  if (typed === null || typed === was) return { edits: [] };
  const edit = setCell(markdown, cell, typed);
  const after = parseMarkdown(applyEdits(source.text, [edit]));
  const others = cellsOf(after);
  const alone =
    others.length === cells.length &&
    after.headings.length === markdown.headings.length &&
    others.every((other, at) => {
      const before = cells[at] as TableCell;
      const said = after.text.slice(other.span.from, other.span.to);
      return (
        said === (at === index ? escapeCell(typed) : source.text.slice(before.span.from, before.span.to))
      );
    });
  return alone
    ? { edits: [edit] }
    : { problem: 'the table could not be read as one any more', span: cell.span };
}

function cellsOf({ tables }: MarkdownDoc): readonly TableCell[] {
  return tables.flatMap(({ header, rows }) => [header, ...rows].flatMap(({ cells }) => cells));
}
