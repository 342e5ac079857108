import type { TextEdit } from '../edits/edit';
import type { Span } from '../span';
import { type CellPlace, columnsOf, lineOf, missingCells, movedBy, type TableChange } from './cells';
import type { Alignment, TableLine, WrittenTable } from './read-table';

function linesOf({ header, delimiter, rows }: WrittenTable): readonly TableLine[] {
  return [header, delimiter, ...rows];
}

/** Adds an empty column before a column (the number of columns: behind the last) and goes to its cell of a row. */
export function insertColumn(table: WrittenTable, column: number, row: number): TableChange {
  const edits: TextEdit[] = [];
  let select: Span = { from: table.from, to: table.from };
  let shift = 0;
  for (const line of linesOf(table)) {
    const fill = line === table.delimiter ? ' --- ' : '  ';
    const edit = columnEdit(line, column, fill);
    if (!edit) continue;
    edits.push(edit);
    if (line === lineOf(table, row)) {
      const at = edit.from + shift + edit.insert.indexOf(fill) + 1;
      select = { from: at, to: at };
    }
    shift += edit.insert.length;
  }
  return { edits, select };
}

/** A row that ends before the column has it already, as readers count. */
function columnEdit(line: TableLine, column: number, fill: string): TextEdit | null {
  const cell = line.cells[column];
  if (cell) {
    if (column > 0 || line.openBar) return { from: cell.whole.from, to: cell.whole.from, insert: `${fill}|` };
    // An empty cell at the start of a line is one only behind a bar.
    const at = line.from + line.lead.length;
    return { from: at, to: at, insert: fill.trim() === '' ? `|${fill}| ` : `${fill.trimStart()}| ` };
  }
  if (column > line.cells.length) return null;
  const end = line.from + line.text.trimEnd().length;
  return { from: end, to: end, insert: line.closeBar ? `${fill}|` : ` |${fill.trimEnd() || fill}` };
}

/** Takes a column away; null for the only one. */
export function deleteColumn(table: WrittenTable, { row, column }: CellPlace): TableChange | null {
  if (columnsOf(table) < 2) return null;
  const edits = linesOf(table).flatMap((line) => {
    const cell = line.cells[column];
    if (!cell) return [];
    const { from, to } = cell.whole;
    // The only cell of a short row stays, empty: a row needs a bar.
    if (line.cells.length === 1) return [{ from, to, insert: ' ' }];
    // With the bar behind it; the last cell of a row without an end bar goes with the bar before it.
    const behind = column < line.cells.length - 1 || line.closeBar;
    return [{ from: behind ? from : from - 1, to: behind ? to + 1 : to, insert: '' }];
  });
  const left = lineOf(table, row);
  const next = left?.cells[column + 1] ?? left?.cells[column - 1] ?? left?.cells[0];
  const select = next?.text ?? { from: table.from, to: table.from };
  return { edits, select: { from: movedBy(edits, select.from), to: movedBy(edits, select.to) } };
}

/** Exchanges a column with its neighbour, its alignment too; null at the ends. */
export function moveColumn(
  table: WrittenTable,
  { row, column }: CellPlace,
  step: 1 | -1,
): TableChange | null {
  const left = step === 1 ? column : column - 1;
  if (left < 0 || left + 1 >= columnsOf(table)) return null;
  const edits: TextEdit[] = [];
  for (const line of linesOf(table)) {
    const a = line.cells[left];
    const b = line.cells[left + 1];
    const read = ({ from, to }: Span) => line.text.slice(from - line.from, to - line.from);
    if (a && b) {
      // The texts change places and the blanks stay, so that bars stay where they are if both are as wide.
      edits.push(
        { ...a.text, insert: padded(read(b.text), a.whole) },
        { ...b.text, insert: padded(read(a.text), b.whole) },
      );
    } else if (a && a.text.from < a.text.to) {
      const more = missingCells(line, left + 1);
      const insert = more.insert.replace('  ', ` ${read(a.text)} `);
      edits.push({ ...a.text, insert: '' }, { ...more, insert });
    }
  }
  const cell = lineOf(table, row)?.cells[column + step];
  const own = lineOf(table, row)?.cells[column];
  if (!cell || !own)
    return { edits, select: { from: movedBy(edits, table.from), to: movedBy(edits, table.from) } };
  const from = movedBy(edits, cell.text.from);
  return { edits, select: { from, to: from + (own.text.to - own.text.from) } };
}

/** A text for a place between bars; where there was no blank at all, with one on either side. */
function padded(text: string, whole: Span): string {
  return whole.from === whole.to && text !== '' ? ` ${text} ` : text;
}

/** Says how a column is aligned, in the row of dashes and as wide as it is; the cells stay as they are. */
export function alignColumn(table: WrittenTable, column: number, alignment: Alignment): readonly TextEdit[] {
  const { delimiter } = table;
  const cell = delimiter.cells[column];
  if (!cell) return [];
  const { from, to } = cell.text;
  const insert = dashes(alignment, to - from);
  return insert === delimiter.text.slice(from - delimiter.from, to - delimiter.from)
    ? []
    : [{ from, to, insert }];
}

/** The dashes below a header, at least three of them with their colons. */
export function dashes(alignment: Alignment, width: number): string {
  const length = Math.max(3, width);
  switch (alignment) {
    case 'none':
      return '-'.repeat(length);
    case 'left':
      return `:${'-'.repeat(length - 1)}`;
    case 'right':
      return `${'-'.repeat(length - 1)}:`;
    case 'center':
      return `:${'-'.repeat(length - 2)}:`;
  }
}
