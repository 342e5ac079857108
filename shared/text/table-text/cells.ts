import type { TextEdit } from '../edits/edit';
import type { Span } from '../span';
import type { TableLine, WrittenCell, WrittenTable } from './read-table';

/** A cell by its place: row -1 is the header, columns count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What a command makes of a table: edits in ascending order, and what is selected then, in the text that they give. */
export interface TableChange {
  readonly edits: readonly TextEdit[];
  readonly select: Span;
}

/** Columns of a table: as many as its row of dashes has. */
export function columnsOf(table: WrittenTable): number {
  return table.delimiter.cells.length;
}

export function lineOf(table: WrittenTable, row: number): TableLine | null {
  return row === -1 ? table.header : (table.rows[row] ?? null);
}

/** The cell around an offset; the row of dashes counts as the header. */
export function placeAt(table: WrittenTable, offset: number): CellPlace {
  const row = table.rows.findLastIndex((line) => line.from <= offset);
  // The row of dashes has the columns of the header at other offsets.
  const line = row >= 0 ? table.rows[row] : offset >= table.delimiter.from ? table.delimiter : table.header;
  const cells = line?.cells ?? [];
  const column = cells.findIndex(({ whole }) => offset <= whole.to);
  return { row, column: column < 0 ? Math.max(0, cells.length - 1) : column };
}

export function cellAt(table: WrittenTable, { row, column }: CellPlace): WrittenCell | null {
  return lineOf(table, row)?.cells[column] ?? null;
}

/** The place one step on in reading order; null behind the last cell, or before the first. */
export function neighbourCell(
  table: WrittenTable,
  { row, column }: CellPlace,
  step: 1 | -1,
): CellPlace | null {
  const columns = columnsOf(table);
  const next = column + step;
  if (next >= 0 && next < columns) return { row, column: next };
  const to = row + step;
  if (to < -1 || to >= table.rows.length) return null;
  return { row: to, column: step === 1 ? 0 : columns - 1 };
}

/**
 * Goes to a cell, with its text selected. A row that ends before it is given the cells it lacks, which readers see as empty anyway.
 */
export function goToCell(table: WrittenTable, place: CellPlace): TableChange | null {
  const line = lineOf(table, place.row);
  if (!line) return null;
  const cell = line.cells[place.column];
  if (cell) return { edits: [], select: cell.text };
  const edit = missingCells(line, place.column);
  const at = edit.from + edit.insert.length - (line.closeBar ? 2 : 1);
  return { edits: [edit], select: { from: at, to: at } };
}

/** The edit that gives a row its cells up to a column. */
export function missingCells(line: TableLine, column: number): TextEdit {
  const count = column - line.cells.length + 1;
  const end = line.from + line.text.trimEnd().length;
  return { from: end, to: end, insert: line.closeBar ? '  |'.repeat(count) : ' |  '.repeat(count) };
}

/** The edit that writes a text into a cell that is there; the blanks beside it stay. */
export function writeCell(cell: WrittenCell, text: string): TextEdit {
  const { whole } = cell;
  const written = cellText(text);
  if (whole.from < whole.to) return { from: cell.text.from, to: cell.text.to, insert: written };
  return { from: whole.from, to: whole.to, insert: ` ${written} ` };
}

/** A text as one cell can hold it: on one line, each bar behind a backslash. */
export function cellText(text: string): string {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\t/g, ' ');
  let out = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    if (character === '\\') out += character + (line[++at] ?? '');
    else out += character === '|' ? '\\|' : character;
  }
  // A backslash at the end would take the bar that follows with it.
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(out) ? `${out}\\` : out;
}

/** An offset as edits move it; one at an insertion stays before it. */
export function movedBy(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { from, to, insert } of edits) {
    if (from >= offset) break;
    if (to > offset) return from + shift + insert.length;
    shift += insert.length - (to - from);
  }
  return offset + shift;
}
