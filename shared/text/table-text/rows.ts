import type { TextEdit } from '../edits/edit';
import { type CellPlace, lineOf, movedBy, type TableChange } from './cells';
import type { TableLine, WrittenTable } from './read-table';

/** Adds an empty row behind a row (-1: behind the row of dashes), and goes to its cell of a column. */
export function insertRow(table: WrittenTable, behind: number, column: number): TableChange {
  const line = table.rows[behind] ?? table.delimiter;
  const row = emptyRow(table);
  const at = line.to;
  const caret = at + 1 + (row.starts[column] ?? row.starts[0] ?? 0);
  return { edits: [{ from: at, to: at, insert: `\n${row.text}` }], select: { from: caret, to: caret } };
}

/** Adds rows behind the last one, with these texts of cells (already written as cells hold them). */
export function appendRows(table: WrittenTable, rows: readonly (readonly string[])[]): TextEdit {
  const { delimiter } = table;
  const last = table.rows.at(-1) ?? delimiter;
  const lines = rows.map((cells) => {
    const all = delimiter.cells.map((_, n) => cells[n] ?? '');
    return `\n${delimiter.lead}${delimiter.openBar ? '| ' : ''}${all.join(' | ')}${delimiter.closeBar ? ' |' : ''}`;
  });
  return { from: last.to, to: last.to, insert: lines.join('') };
}

/** Takes a row away; null for the header, without which there is no table. */
export function deleteRow(table: WrittenTable, { row, column }: CellPlace): TableChange | null {
  const line = table.rows[row];
  if (!line) return null;
  // With the line break before it: the last row may have none behind it.
  const edits = [{ from: line.from - 1, to: line.to, insert: '' }];
  const next = table.rows[row + 1] ?? table.rows[row - 1] ?? table.header;
  const cell = next.cells[Math.min(column, next.cells.length - 1)] as TableLine['cells'][number];
  return { edits, select: { from: movedBy(edits, cell.text.from), to: movedBy(edits, cell.text.to) } };
}

/** Exchanges a row with its neighbour, each line as it is; null at the ends and for the header. `offset` is kept in its row. */
export function moveRow(table: WrittenTable, row: number, step: 1 | -1, offset: number): TableChange | null {
  const own = table.rows[row];
  const other = table.rows[row + step];
  if (!own || !other) return null;
  const edits = [
    { from: own.from, to: own.to, insert: other.text },
    { from: other.from, to: other.to, insert: own.text },
  ].sort((a, b) => a.from - b.from);
  const start = step === 1 ? other.to - own.text.length : other.from;
  const at = start + Math.min(offset - own.from, own.text.length);
  return { edits, select: { from: at, to: at } };
}

/** True when nothing is written in a row. */
export function isEmptyRow(table: WrittenTable, row: number): boolean {
  const line = lineOf(table, row);
  return line?.cells.every(({ text }) => text.from === text.to) ?? false;
}

/**
 * A row with nothing in it, and where its cells are written into. Its cells are as narrow as can be: what is written into wider ones would leave
 * blanks behind it.
 */
function emptyRow({ delimiter }: WrittenTable): {
  readonly text: string;
  readonly starts: readonly number[];
} {
  let text = delimiter.lead + (delimiter.openBar ? '|' : '');
  const starts: number[] = [];
  delimiter.cells.forEach((_, n) => {
    if (n > 0) text += '|';
    starts.push(text.length + (n === 0 && !delimiter.openBar ? 0 : 1));
    text += '  ';
  });
  // A row whose first and only bars would be at neither end reads as a paragraph without one.
  return { text: delimiter.closeBar || delimiter.cells.length === 1 ? `${text}|` : text, starts };
}
