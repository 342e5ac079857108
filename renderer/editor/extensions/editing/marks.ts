import { isolateHistory } from '@codemirror/commands';
import { EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state';
import { enclosing, isMarkdownAt } from './places';

/** Marks around words, with the node that the parser makes of them. */
export const MARKS = {
  bold: { mark: '**', node: /^StrongEmphasis$/ },
  italic: { mark: '*', node: /^Emphasis$/ },
  code: { mark: '`', node: /^InlineCode$/ },
  strikethrough: { mark: '~~', node: /^Strikethrough$/ },
} as const;

export type MarkName = keyof typeof MARKS;

/**
 * Puts a mark around what is selected, or the word at the cursor, or takes it away where it stands already. With no word there, it is opened and
 * closed around the cursor.
 */
export function toggleMark(name: MarkName): StateCommand {
  const { mark, node } = MARKS[name];
  return ({ state, dispatch }) => {
    if (state.readOnly || !state.selection.ranges.every(({ head }) => isMarkdownAt(state, head)))
      return false;
    const change = state.changeByRange((range) => {
      const marked = markedAt(state, range, node);
      if (marked) return unmarked(state, range, marked);
      const inside = range.empty ? (state.wordAt(range.head) ?? range) : trimmed(state, range);
      return {
        changes: [
          { from: inside.from, insert: mark },
          { from: inside.to, insert: mark },
        ],
        range: EditorSelection.range(range.anchor + mark.length, range.head + mark.length),
      };
    });
    dispatch(
      state.update(change, {
        annotations: isolateHistory.of('full'),
        userEvent: 'input.format',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** The marks that enclose a selection, or stand at its very ends. */
function markedAt(state: EditorState, range: SelectionRange, names: RegExp) {
  const node = enclosing(state, range.empty ? range.head : range.from, names);
  const holds = node && node.from <= range.from && node.to >= range.to;
  const first = holds ? node.firstChild : null;
  const last = holds ? node.lastChild : null;
  // A mark that is not closed yet is no pair.
  if (!first || !last || first.from === last.from) return null;
  return [first, last] as const;
}

function unmarked(state: EditorState, range: SelectionRange, marks: readonly { from: number; to: number }[]) {
  const changes = state.changes(marks.map(({ from, to }) => ({ from, to })));
  return {
    changes,
    range: EditorSelection.range(changes.mapPos(range.anchor, 1), changes.mapPos(range.head, -1)),
  };
}

/** Marks do not work with blanks between them and the words. */
function trimmed(state: EditorState, { from, to }: SelectionRange): { from: number; to: number } {
  const text = state.sliceDoc(from, to);
  const words = text.trim();
  if (words === '') return { from, to };
  const start = from + text.indexOf(words);
  return { from: start, to: start + words.length };
}
