import { isolateHistory } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import { isMarkdownAt } from './places';

/** Indentation, mark and blanks of an item; the number of one that is counted. */
const ITEM = /^( *)((?:[-*+]|(\d{1,9})[.)])(?: +|$))/;
/** Lists are looked at this many lines up and down. */
const MOST_LINES = 500;

interface ListLine {
  readonly text: string;
  /** Null for lines that begin no item. */
  readonly item: { readonly number: number | null; readonly mark: string } | null;
  indent: number;
  moved: boolean;
}

function listLine(text: string): ListLine {
  const [, lead = '', mark, number] = ITEM.exec(text) ?? [];
  const indent = mark === undefined ? text.length - text.trimStart().length : lead.length;
  const item = mark === undefined ? null : { mark, number: number === undefined ? null : Number(number) };
  return { text, item, indent, moved: false };
}

const isBlank = ({ text }: ListLine) => text.trim() === '';
/** Where the words of an item begin: what stands there belongs to it. */
const content = ({ indent, item }: ListLine) => indent + (item?.mark.trimEnd().length ?? 0) + 1;

/** The lines of the list around a line, and the number of the first of them. Null outside of lists. */
function listAround({ doc }: EditorState, number: number): { first: number; lines: ListLine[] } | null {
  const at = listLine(doc.line(number).text);
  // A tab is as wide as what stands before it: such lists keep the indentation of the settings.
  if (!at.item || at.text.startsWith('\t')) return null;
  const belongs = (line: ListLine) => line.item !== null || (line.indent > 0 && !isBlank(line));
  let first = number;
  for (let n = number - 1; n > 0 && number - n < MOST_LINES; n--) {
    const line = listLine(doc.line(n).text);
    if (belongs(line)) first = n;
    else if (!isBlank(line)) break;
  }
  const lines: ListLine[] = [];
  for (let n = first; n <= doc.lines && n - number < MOST_LINES; n++) {
    const line = listLine(doc.line(n).text);
    if (!belongs(line) && !isBlank(line)) break;
    lines.push(line);
  }
  return { first, lines };
}

/** How far an item goes to be part of the item above it: to where the words of that one begin. Null when there is none. */
function nesting(lines: readonly ListLine[], at: number): number | null {
  const own = (lines[at] as ListLine).indent;
  for (let n = at - 1; n >= 0; n--) {
    const line = lines[n] as ListLine;
    if (isBlank(line) || line.indent > own) continue;
    return line.item && line.indent === own ? content(line) - own : null;
  }
  return null;
}

/** How far an item goes back to stand beside the item it is part of. Null when it is part of none. */
function leaving(lines: readonly ListLine[], at: number): number | null {
  const own = (lines[at] as ListLine).indent;
  for (let n = at - 1; n >= 0; n--) {
    const line = lines[n] as ListLine;
    if (line.item && line.indent < own) return line.indent - own;
  }
  return own > 0 ? -own : null;
}

/** Counts items anew that were moved, and those that were counted on from one that is elsewhere now. */
function renumbered(lines: readonly ListLine[]): readonly (number | null)[] {
  const counted = (indents: readonly number[], value: (at: number, before: number | null) => number) => {
    const open: { indent: number; number: number }[] = [];
    return lines.map(({ item }, at) => {
      const indent = indents[at] as number;
      if (!item) return null;
      while (open.length > 0 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
      const top = open.at(-1);
      const sibling = top?.indent === indent ? top : null;
      if (sibling) open.pop();
      const number = item.number === null ? 0 : value(at, sibling?.number ?? null);
      open.push({ indent, number });
      return item.number === null ? null : number;
    });
  };
  const before = new Map<number, number | null>();
  const old = lines.map(({ text, indent, moved }) => (moved ? listLine(text).indent : indent));
  counted(old, (at, sibling) => {
    before.set(at, sibling);
    return lines[at]?.item?.number ?? 0;
  });
  return counted(
    lines.map(({ indent }) => indent),
    (at, sibling) => {
      const number = lines[at]?.item?.number ?? 1;
      const countedOn = before.get(at) != null && number === (before.get(at) as number) + 1;
      if (!lines[at]?.moved && !countedOn) return number;
      return sibling === null ? 1 : sibling + 1;
    },
  );
}

/** Moves items with all that belongs to them one level in or out, as Markdown reads levels; what is counted is counted anew. */
function toLevel(shiftOf: (lines: readonly ListLine[], at: number) => number | null): StateCommand {
  return ({ state, dispatch }) => {
    const { main, ranges } = state.selection;
    const own = state.doc.lineAt(main.from);
    if (state.readOnly || ranges.length > 1 || !isMarkdownAt(state, own.to)) return false;
    const list = listAround(state, own.number);
    if (!list) return false;
    const { first, lines } = list;
    const from = own.number - first;
    const shift = shiftOf(lines, from);
    if (shift === null) return false;
    const end = state.doc.lineAt(main.to);
    // A selection that ends at the start of a line does not mean that line.
    const last = Math.min(
      lines.length,
      end.number - (end.from === main.to && !main.empty ? 1 : 0) - first + 1,
    );
    const least = (lines[from] as ListLine).indent;
    for (let n = from; n < lines.length; n++) {
      const line = lines[n] as ListLine;
      if (isBlank(line)) continue;
      if (n >= last && line.indent <= least) break;
      line.moved = true;
      line.indent = Math.max(0, line.indent + shift);
    }
    const numbers = renumbered(lines);
    const changes = lines.flatMap((line, n) => {
      const at = state.doc.line(first + n).from;
      const was = listLine(line.text);
      const number = numbers[n];
      const edits: { from: number; to: number; insert: string }[] = [];
      if (was.indent !== line.indent)
        edits.push({ from: at, to: at + was.indent, insert: ' '.repeat(line.indent) });
      if (number != null && number !== was.item?.number) {
        const digits = at + was.indent;
        edits.push({ from: digits, to: digits + String(was.item?.number).length, insert: String(number) });
      }
      return edits;
    });
    if (changes.length === 0) return false;
    dispatch(
      state.update({
        changes,
        annotations: isolateHistory.of('full'),
        userEvent: shift > 0 ? 'input.indent' : 'delete.dedent',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** Makes items of a list parts of the item above. */
export const nestItems = toLevel(nesting);
/** Takes items of a list out of the item they are parts of. */
export const unnestItems = toLevel(leaving);
