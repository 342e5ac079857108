import type { TextEdit } from '../edits/edit';
import { columnsOf } from './cells';
import { dashes } from './columns';
import { displayWidth } from './display-width';
import type { Alignment, TableLine, WrittenTable } from './read-table';

/** Wider cells do not widen their column: a table of long sentences would get lines that nobody can read. */
const WIDEST = 60;

/** Brings the bars of a table below each other. Only blanks, bars at the ends and the lengths of dashes change. */
export function formatTable(table: WrittenTable): readonly TextEdit[] {
  const columns = columnsOf(table);
  const body = [table.header, ...table.rows];
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...body.map((line) => Math.min(WIDEST, displayWidth(textOf(line, column))))),
  );
  const written = (line: TableLine, cells: readonly string[]) => `${line.lead}| ${cells.join(' | ')} |`;
  const edits: TextEdit[] = [];
  const put = (line: TableLine, text: string) => {
    if (text !== line.text) edits.push({ from: line.from, to: line.to, insert: text });
  };
  for (const line of [table.header, table.delimiter, ...table.rows]) {
    if (line === table.delimiter)
      put(
        line,
        written(
          line,
          widths.map((width, n) => dashes(table.alignments[n] ?? 'none', width)),
        ),
      );
    else {
      const count = Math.max(columns, line.cells.length);
      const cells = Array.from({ length: count }, (_, n) =>
        padded(textOf(line, n), widths[n] ?? 0, table.alignments[n] ?? 'none'),
      );
      put(line, written(line, cells));
    }
  }
  return edits;
}

function textOf(line: TableLine, column: number): string {
  const cell = line.cells[column];
  return cell ? line.text.slice(cell.text.from - line.from, cell.text.to - line.from) : '';
}

function padded(text: string, width: number, alignment: Alignment): string {
  const room = Math.max(0, width - displayWidth(text));
  if (alignment === 'right') return ' '.repeat(room) + text;
  if (alignment === 'center')
    return ' '.repeat(Math.floor(room / 2)) + text + ' '.repeat(Math.ceil(room / 2));
  return text + ' '.repeat(room);
}
