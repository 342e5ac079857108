import { isolateHistory } from '@codemirror/commands';
import { EditorSelection, type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { isMarkdownAt } from './places';

/** What a sign puts around selected words when it is typed over them. */
const PAIRS: Readonly<Record<string, string>> = {
  '*': '*',
  _: '_',
  '`': '`',
  '"': '"',
  '“': '”',
  '(': ')',
  '[': ']',
  '{': '}',
  '~': '~',
};

/** Typing a sign over selected words puts it around them, and they stay selected, so that a second `*` makes them bold. */
export const wrapInput: Extension = Prec.high(
  EditorView.inputHandler.of((view, from, to, text) => {
    const { state } = view;
    const close = PAIRS[text];
    const { main, ranges } = state.selection;
    if (close === undefined || state.readOnly || main.from !== from || main.to !== to) return false;
    if (view.composing || ranges.some((range) => range.empty || !isMarkdownAt(state, range.head)))
      return false;
    const change = state.changeByRange((range) => ({
      changes: [
        { from: range.from, insert: text },
        { from: range.to, insert: close },
      ],
      range: EditorSelection.range(range.anchor + text.length, range.head + text.length),
    }));
    view.dispatch(
      state.update(change, {
        annotations: isolateHistory.of('full'),
        userEvent: 'input.type',
        scrollIntoView: true,
      }),
    );
    return true;
  }),
);
