import type { MarkdownDoc, Table, TableCell } from '../markdown';
import { lineBreak, lineEnd, lineStart, type TextEdit } from './edit';

/** The edit that writes a text into a cell of a table; the blanks beside it stay. */
export function setCell(doc: MarkdownDoc, cell: TableCell, text: string): TextEdit {
  const { from, to } = cell.span;
  const written = escapeCell(text);
  if (from < to) return { from, to, insert: written };
  const left = doc.text[from - 1] === '|' ? ' ' : '';
  const right = doc.text[from] === '|' ? ' ' : '';
  return { from, to, insert: `${left}${written}${right}` };
}

/** A text as a cell can hold it: on one line, its bars escaped. */
export function escapeCell(text: string): string {
  return text
    .replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')
    .trim()
    .replace(/(?<!\\)\|/g, '\\|');
}

/**
 * The edit that adds a row to a table, behind the row with the given index (-1: behind the header's delimiter line). Cells are in the order of
 * the header.
 */
export function insertRow(
  doc: MarkdownDoc,
  table: Table,
  behind: number,
  cells: readonly string[],
): TextEdit {
  const { text } = doc;
  const row = table.rows[behind];
  const at = endOfRow(text, table, behind);
  const model = row?.span ?? table.header.span;
  const lead = text.slice(lineStart(text, model.from), model.from);
  const bars = text[model.from] === '|' || /\|\s*$/.test(lead);
  const body = cells.map(escapeCell).join(' | ');
  const prefix = lead.replace(/\|\s*$/, '');
  return { from: at, to: at, insert: `${lineBreak(text)}${prefix}${bars ? `| ${body} |` : body}` };
}

/** The edit that takes a row out of a table with its line. */
export function takeRow({ text }: MarkdownDoc, table: Table, index: number): TextEdit {
  return { from: endOfRow(text, table, index - 1), to: endOfRow(text, table, index), insert: '' };
}

/** The end of a row's line (-1: of the header's delimiter line). */
function endOfRow(text: string, { header, rows }: Table, index: number): number {
  const row = rows[index];
  if (row) return lineEnd(text, row.span.from);
  return lineEnd(text, text.indexOf('\n', lineEnd(text, header.span.from)) + 1);
}
