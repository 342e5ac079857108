import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import {
  appendRows,
  cellsFrom,
  cellText,
  columnsOf,
  placeAt,
  type WrittenTable,
  writeCell,
  writeTable,
} from '../../../../shared/text/table-text';
import { addressIn, destination, linkText } from '../editing/links';
import { enclosing } from '../editing/places';
import { tableHere } from '../editing/tables';
import { holding } from './held-places';

/** What else a pasted text could be written as. Null: only as it is. */
export function betterForm(state: EditorState, text: string): TransactionSpec | null {
  const table = tableHere(state);
  if (table) return intoTable(state, table, text);
  const address = addressIn(text);
  if (address !== null) return asLink(state, address);
  const cells = cellsFrom(text);
  return cells ? { changes: replacing(state, asBlock(state, writeTable(cells))) } : null;
}

/** A paste in two steps: the text as it is, and the form it gets then. The first undo leaves plain text, the next one takes it away. */
export interface PasteSteps {
  readonly plain: TransactionSpec;
  readonly formed: TransactionSpec;
}

/** A text in place of the selection, with a hold on it for a form that comes later. */
export function plainPaste(
  state: EditorState,
  text: string,
): { readonly spec: TransactionSpec; readonly id: number } {
  const { from } = state.selection.main;
  const inserted = state.toText(text);
  const { id, effect } = holding({ from, to: from + inserted.length });
  return { spec: { ...asIs(state, text), effects: effect }, id };
}

export function pasteSteps(state: EditorState, text: string, better: TransactionSpec): PasteSteps {
  const plain = asIs(state, text);
  const back = state.changes(plain.changes).invert(state.doc);
  const form = state.changes(better.changes);
  return {
    plain,
    formed: {
      changes: back.compose(form),
      selection: { anchor: form.mapPos(state.selection.main.to, 1) },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.paste',
      scrollIntoView: true,
    },
  };
}

function asIs(state: EditorState, text: string) {
  return {
    ...state.replaceSelection(state.toText(text)),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.paste',
    scrollIntoView: true,
  };
}

/** A block of lines with the blank lines it needs around it, for the place of a selection. */
export function asBlock(state: EditorState, block: string, span = state.selection.main): string {
  const { doc } = state;
  const first = doc.lineAt(span.from);
  const last = doc.lineAt(span.to);
  const before = first.text.slice(0, span.from - first.from).trim();
  const behind = last.text.slice(span.to - last.from).trim();
  const above = first.number > 1 && doc.line(first.number - 1).text.trim() !== '';
  const below = last.number < doc.lines && doc.line(last.number + 1).text.trim() !== '';
  const start = before !== '' ? '\n\n' : above ? '\n' : '';
  const end = behind !== '' ? '\n\n' : below ? '\n' : '';
  return start + block + end;
}

function replacing(state: EditorState, insert: string) {
  const { from, to } = state.selection.main;
  return { from, to, insert };
}

/** An address over words makes them a link. Over another address, in a link, or over lines it is only a text. */
function asLink(state: EditorState, address: string): TransactionSpec | null {
  const { from, to, empty } = state.selection.main;
  const words = state.sliceDoc(from, to);
  if (empty || words.trim() === '' || words.includes('\n') || addressIn(words) !== null) return null;
  if (enclosing(state, from, /^(?:URL|Autolink|LinkReference|InlineCode|Link|Image)$/)) return null;
  return { changes: { from, to, insert: `[${linkText(words)}](${destination(address)})` } };
}

/** Cells go into cells from the one at the cursor, new rows where there are not enough; other text becomes what a cell can hold. */
function intoTable(state: EditorState, table: WrittenTable, text: string): TransactionSpec | null {
  const { main } = state.selection;
  const cells = cellsFrom(text);
  if (!cells) {
    const written = cellText(text);
    return written === text || !/[\n|]/.test(text) ? null : { changes: replacing(state, written) };
  }
  const at = placeAt(table, main.head);
  const widest = Math.max(...cells.map((row) => row.length));
  // More columns than there are: the table would have to change its shape, which nobody asked for.
  if (at.column + widest > columnsOf(table))
    return { changes: replacing(state, cells.flat().map(cellText).join(' ')) };
  const changes: { from: number; to: number; insert: string }[] = [];
  const more: string[][] = [];
  cells.forEach((row, r) => {
    const line = at.row + r < 0 ? table.header : table.rows[at.row + r];
    if (!line) {
      more.push([...Array.from({ length: at.column }, () => ''), ...row.map(cellText)]);
      return;
    }
    row.forEach((value, c) => {
      const cell = line.cells[at.column + c];
      if (cell) changes.push(writeCell(cell, value));
    });
  });
  if (more.length > 0) changes.push(appendRows(table, more));
  return { changes };
}
