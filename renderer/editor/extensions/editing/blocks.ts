import { isolateHistory } from '@codemirror/commands';
import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import { isMarkdownAt } from './places';

/** What precedes the words of a line: the marks of quotations with the indentation, then a mark of a heading or list. */
const LINE =
  /^((?:[ \t]*>[ \t]?)*[ \t]*)(#{1,6}[ \t]+|[-*+][ \t]+\[[ xX]\][ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/;

/** Makes headings of a level of the selected lines, or plain lines again where they all are that; level 0 takes the marks away. */
export function toggleHeading(level: number): StateCommand {
  const mark = level === 0 ? '' : `${'#'.repeat(level)} `;
  return changeLines((lines) => {
    const all = lines.every((line) => partsOf(line).mark === mark);
    return lines.map((line) => withMark(line, all ? '' : mark));
  });
}

export type ListKind = 'bullet' | 'number' | 'task';

const IS_LIST: Readonly<Record<ListKind, RegExp>> = {
  bullet: /^[-*+][ \t]+$/,
  number: /^\d/,
  task: /\[[ xX]\]/,
};

/** Makes list items of the selected lines, or plain lines again where they all are that. Numbers count on from the line above. */
export function toggleList(kind: ListKind): StateCommand {
  return changeLines((lines, state) => {
    const all = lines.every((line) => IS_LIST[kind].test(partsOf(line).mark));
    let next = kind === 'number' ? numberAbove(state, lines[0] as Line) + 1 : 0;
    return lines.map((line) => {
      const mark = all ? '' : kind === 'bullet' ? '- ' : kind === 'task' ? '- [ ] ' : `${next++}. `;
      return withMark(line, mark);
    });
  });
}

/** Ticks a task or takes the tick away; a line that is none becomes one. */
export const toggleTask: StateCommand = (target) => {
  const { state, dispatch } = target;
  const lines = selectedLines(state);
  const boxes = lines.map((line) => /^(?:[ \t]*>)*[ \t]*[-*+][ \t]+\[([ xX])\]/.exec(line.text));
  if (!boxes.every((box) => box !== null)) return toggleList('task')(target);
  if (state.readOnly) return false;
  const done = boxes.every((box) => box?.[1] !== ' ');
  const changes = lines.flatMap((line, n) => {
    const at = line.from + (boxes[n]?.[0].length ?? 0) - 2;
    return { from: at, to: at + 1, insert: done ? ' ' : 'x' };
  });
  dispatch(state.update({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.format' }));
  return true;
};

/** Quotes the selected lines, blank ones between them too, or takes one level away where all are quoted. */
export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  const lines = selectedLines(state, true);
  if (state.readOnly || !lines.every((line) => isMarkdownAt(state, line.to))) return false;
  const all = lines.every((line) => line.text.startsWith('>'));
  const changes = lines.map((line) =>
    all
      ? { from: line.from, to: line.from + (line.text.startsWith('> ') ? 2 : 1) }
      : { from: line.from, insert: line.text === '' ? '>' : '> ' },
  );
  dispatch(state.update({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.format' }));
  return true;
};

function changeLines(
  make: (lines: readonly Line[], state: EditorState) => readonly ChangeSpec[],
): StateCommand {
  return ({ state, dispatch }) => {
    const lines = selectedLines(state);
    if (state.readOnly || !lines.every((line) => isMarkdownAt(state, line.to))) return false;
    const changes = state.changes(make(lines, state));
    // A cursor at the start of a line stands behind the mark that is put there.
    const selection = state.selection.map(changes, 1);
    dispatch(
      state.update({
        changes,
        selection,
        annotations: isolateHistory.of('full'),
        userEvent: 'input.format',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** The lines of all selections. Of several, blank ones are left out unless asked for. */
function selectedLines(state: EditorState, blank = false): readonly Line[] {
  const found = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      // A selection that ends at the start of a line does not mean that line.
      if (line.from < to || from === to) found.set(line.from, line);
      at = line.to + 1;
    }
  }
  const lines = [...found.values()];
  const written = lines.filter((line) => line.text.trim() !== '');
  return blank || written.length === 0 ? lines : written;
}

function partsOf(line: Line): { readonly lead: string; readonly mark: string } {
  const [, lead = '', mark = ''] = LINE.exec(line.text) ?? [];
  return { lead, mark };
}

function withMark(line: Line, insert: string): ChangeSpec {
  const { lead, mark } = partsOf(line);
  const from = line.from + lead.length;
  return { from, to: from + mark.length, insert };
}

function numberAbove(state: EditorState, { number }: Line): number {
  if (number < 2) return 0;
  return Number(/^\d+/.exec(partsOf(state.doc.line(number - 1)).mark)?.[0] ?? 0);
}
