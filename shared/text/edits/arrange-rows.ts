import type { MarkdownDoc, Table } from '../markdown';
import { arrange } from './arrange';
import { lineEnd, lineStart, type TextEdit } from './edit';

/** The edits that bring the rows of a table into another order, whole lines each. Null where a row is no line of its own. */
export function arrangeRows(
  doc: MarkdownDoc,
  table: Table,
  order: readonly number[],
): readonly TextEdit[] | null {
  const { text } = doc;
  const runs = table.rows.map(({ span }) => ({
    from: lineStart(text, span.from),
    to: lineEnd(text, span.from),
  }));
  const edits = arrange(text, runs, order);
  return edits && edits.length > 0 ? edits : null;
}
