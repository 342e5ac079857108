import { isolateHistory } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import type { KeyBinding } from '@codemirror/view';
import type { TextEdit } from '../../../../shared/text/edits/edit';
import type { Span } from '../../../../shared/text/span';
import {
  type Alignment,
  alignColumn,
  type CellPlace,
  deleteColumn,
  deleteRow,
  formatTable,
  goToCell,
  insertColumn,
  insertRow,
  isEmptyRow,
  moveColumn,
  moveRow,
  neighbourCell,
  placeAt,
  type TableChange,
  tableAt,
  type WrittenTable,
} from '../../../../shared/text/table-text';
import { isMarkdownAt } from './places';

/** The table that the cursor is in; null outside of tables, and with several cursors. */
export function tableHere(state: EditorState): WrittenTable | null {
  const { main, ranges } = state.selection;
  if (ranges.length > 1) return null;
  // Most lines have no bar, and nothing more has to be looked at.
  if (!state.doc.lineAt(main.head).text.includes('|') && !isInRows(state, main.head)) return null;
  if (!isMarkdownAt(state, main.head)) return null;
  const table = tableAt(state.doc, main.head);
  return table && main.from >= table.from && main.to <= table.to ? table : null;
}

/** A row may have no bar at all; the line above then has one, or has none for the same reason. */
function isInRows(state: EditorState, pos: number): boolean {
  const line = state.doc.lineAt(pos);
  return line.number > 1 && line.text.trim() !== '' && state.doc.line(line.number - 1).text.includes('|');
}

type Work = (table: WrittenTable, place: CellPlace, head: number) => TableChange | null;

function inTable(work: Work): StateCommand {
  return ({ state, dispatch }) => {
    const table = tableHere(state);
    if (!table || state.readOnly) return false;
    const { head } = state.selection.main;
    const change = work(table, placeAt(table, head), head);
    if (!change) return false;
    dispatch(
      state.update({
        changes: asChanges(change.edits),
        selection: selected(change.select),
        annotations: isolateHistory.of('full'),
        userEvent: change.edits.length > 0 ? 'input.table' : 'select.table',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

function asChanges(edits: readonly TextEdit[]) {
  return edits.map(({ from, to, insert }) => ({ from, to, insert }));
}

function selected({ from, to }: Span) {
  return { anchor: from, head: to };
}

/** The next cell; behind the last one a new row. */
export const nextCell = inTable((table, place) => {
  const next = neighbourCell(table, place, 1);
  return next ? goToCell(table, next) : insertRow(table, table.rows.length - 1, 0);
});

/** The cell before; in the first cell of the header it stays there, because nobody means to indent a table by this key. */
export const previousCell = inTable((table, place) =>
  goToCell(table, neighbourCell(table, place, -1) ?? { row: -1, column: 0 }),
);

/** The cell below; behind the last row a new one. In a last row with nothing in it, leaves the table and takes that row away. */
export const cellBelow: StateCommand = (target) => {
  const { state, dispatch } = target;
  const table = tableHere(state);
  if (!table || state.readOnly) return false;
  // With the text of a cell selected, as Tab leaves it, Enter goes on too; other selected text it replaces, as everywhere.
  if (!state.selection.main.empty && !isWholeCell(state, table)) return false;
  const { row, column } = placeAt(table, state.selection.main.head);
  const last = table.rows.length - 1;
  const line = table.rows[row];
  if (line && row === last && isEmptyRow(table, row)) {
    // What stands right below a table is a row of it, so a blank line goes between.
    dispatch(
      state.update({
        changes: { from: line.from, to: line.to, insert: '\n' },
        selection: { anchor: line.from + 1 },
        annotations: isolateHistory.of('full'),
        userEvent: 'input.table',
        scrollIntoView: true,
      }),
    );
    return true;
  }
  return inTable(() =>
    row === last ? insertRow(table, last, column) : goToCell(table, { row: row + 1, column }),
  )(target);
};

function isWholeCell(state: EditorState, table: WrittenTable): boolean {
  const { from, to } = state.selection.main;
  return [table.header, ...table.rows].some((line) =>
    line.cells.some(({ text }) => text.from === from && text.to === to),
  );
}

/** What the Table menu does, by the name behind `table.`. */
export const TABLE_COMMANDS = {
  rowAbove: inTable((table, { row, column }) => insertRow(table, Math.max(-1, row - 1), column)),
  rowBelow: inTable((table, { row, column }) => insertRow(table, row, column)),
  columnLeft: inTable((table, { row, column }) => insertColumn(table, column, row)),
  columnRight: inTable((table, { row, column }) => insertColumn(table, column + 1, row)),
  deleteRow: inTable(deleteRow),
  deleteColumn: inTable(deleteColumn),
  rowUp: inTable((table, { row }, head) => moveRow(table, row, -1, head)),
  rowDown: inTable((table, { row }, head) => moveRow(table, row, 1, head)),
  moveColumnLeft: inTable((table, place) => moveColumn(table, place, -1)),
  moveColumnRight: inTable((table, place) => moveColumn(table, place, 1)),
  alignLeft: align('left'),
  alignCenter: align('center'),
  alignRight: align('right'),
  format: format(),
} as const satisfies Readonly<Record<string, StateCommand>>;

function align(alignment: Alignment): StateCommand {
  return ({ state, dispatch }) => {
    const table = tableHere(state);
    if (!table || state.readOnly) return false;
    const { column } = placeAt(table, state.selection.main.head);
    // What is aligned like that already is not aligned any more.
    const now = table.alignments[column] === alignment ? 'none' : alignment;
    dispatch(
      state.update({
        changes: asChanges(alignColumn(table, column, now)),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.table',
      }),
    );
    return true;
  };
}

/** The cursor stays at its place in the words of its cell. */
function format(): StateCommand {
  return ({ state, dispatch }) => {
    const table = tableHere(state);
    if (!table || state.readOnly) return false;
    const { head } = state.selection.main;
    const place = placeAt(table, head);
    const own = (place.row < 0 ? table.header : table.rows[place.row])?.cells[place.column];
    const within = own ? Math.max(0, Math.min(head, own.text.to) - own.text.from) : 0;
    const changes = state.changes(asChanges(formatTable(table)));
    const after = tableAt(changes.apply(state.doc), table.from);
    const cell = after && (place.row < 0 ? after.header : after.rows[place.row])?.cells[place.column];
    const anchor = cell ? cell.text.from + within : changes.mapPos(head);
    dispatch(
      state.update({
        changes,
        selection: { anchor },
        annotations: isolateHistory.of('full'),
        userEvent: 'input.table',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** Keys that mean cells while the cursor is in a table. */
export const tableKeys: readonly KeyBinding[] = [
  { key: 'Tab', run: nextCell, shift: previousCell },
  { key: 'Enter', run: cellBelow },
];
