import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { choose, conflictField } from './conflict-field';

const DOC = 'a\nmine one\nb\nc\n';

/** A merged text with a conflict on its second line and one without text of ours behind `b`. */
function merging() {
  const field = conflictField([
    { from: 2, to: 11, choice: 'open' },
    { from: 13, to: 13, choice: 'open' },
  ]);
  let state = EditorState.create({ doc: DOC, extensions: [history(), field] });
  const dispatch = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  const shown = () =>
    state.field(field).map(({ from, to, choice }) => `${choice}: ${state.doc.sliceString(from, to)}`);
  const step = (command: typeof undo) =>
    command({
      state,
      dispatch: (transaction) => {
        state = transaction.state;
      },
    });
  return { dispatch, shown, step, text: () => state.doc.toString() };
}

describe('conflicts in a merged text', () => {
  it('keep their place while others are decided', () => {
    const { dispatch, shown } = merging();
    dispatch({
      changes: { from: 2, to: 11, insert: 'theirs, longer\n' },
      effects: choose.of({ index: 0, choice: 'theirs' }),
    });
    dispatch({ changes: { from: 19, insert: 'new\n' }, effects: choose.of({ index: 1, choice: 'both' }) });
    expect(shown()).toEqual(['theirs: theirs, longer\n', 'both: new\n']);
  });

  it('are decided by what is written into them, and by nothing else', () => {
    const { dispatch, shown } = merging();
    dispatch({ changes: { from: 0, insert: 'x' } });
    expect(shown()).toEqual(['open: mine one\n', 'open: ']);
    dispatch({ changes: { from: 8, to: 11, insert: 'two' } });
    expect(shown()[0]).toBe('edited: mine two\n');
  });

  it('are open again when their decision is undone, and decided when it is done again', () => {
    const { dispatch, shown, step, text } = merging();
    dispatch({
      changes: { from: 2, to: 11, insert: 'theirs\n' },
      effects: choose.of({ index: 0, choice: 'theirs' }),
    });
    step(undo);
    expect([text(), ...shown()]).toEqual([DOC, 'open: mine one\n', 'open: ']);
    step(redo);
    expect(shown()[0]).toBe('theirs: theirs\n');
  });
});
