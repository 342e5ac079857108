import { history, historyField } from '@codemirror/commands';
import { Compartment, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

const keeper = new Compartment();

/** Undo and redo; of several views of one text only the one that leads has them. */
export function historyOf(follows: boolean): Extension {
  return keeper.of(follows ? [] : history());
}

/** Hands the history of one view of a text to another one: what was done in either is undone in the one that is in use. */
export function handOverHistory(from: EditorView, to: EditorView): void {
  const past = from.state.field(historyField, false);
  to.dispatch({
    effects: keeper.reconfigure([history(), past === undefined ? [] : historyField.init(() => past)]),
  });
  from.dispatch({ effects: keeper.reconfigure([]) });
}
