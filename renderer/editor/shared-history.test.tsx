import { redo, undo } from '@codemirror/commands';
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BufferEvent, Buffers } from '../state/buffers';
import type { PaneId } from '../state/tabs-slice';
import { handOverHistory, historyOf } from './shared-history';

vi.setConfig({ testTimeout: 30_000 });

const PATH = 'a.md';
const views: EditorView[] = [];

afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

/** A buffer and what was told of it. */
function opened(text: string) {
  const buffers = new Buffers(() => (_, options) => historyOf(options.follows === true));
  const events: BufferEvent[] = [];
  buffers.open(PATH, text, { readOnly: false, plain: false, cursor: 0, scroll: 0 });
  buffers.subscribe((event) => events.push(event));
  const show = (pane: PaneId = views.length === 0 ? 'main' : 'side'): EditorView => {
    const view: EditorView = new EditorView({
      dispatchTransactions: (transactions) => {
        view.update(transactions);
        buffers.applied(PATH, transactions, view);
      },
    });
    views.push(view);
    buffers.attach(PATH, view, pane, true);
    return view;
  };
  return { buffers, events, show };
}

const type = (view: EditorView, text: string, at = view.state.doc.length) =>
  view.dispatch({
    changes: { from: at, insert: text },
    userEvent: 'input.type',
    selection: { anchor: at + text.length },
  });
const text = (state: EditorState | null) => state?.doc.toString();

describe('two views of one text', () => {
  it('hold the same text at once, told as one change, with a cursor each', () => {
    const { buffers, events, show } = opened('one');
    const [left, right] = [show(), show()];
    right.dispatch({ selection: { anchor: 1 } });
    events.length = 0;
    type(left, ' two');
    expect([text(left.state), text(right.state), buffers.text(PATH)]).toEqual([
      'one two',
      'one two',
      'one two',
    ]);
    expect(events.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    expect(buffers.version(PATH)).toBe(2);
    expect([left.state.selection.main.head, right.state.selection.main.head]).toEqual([7, 1]);
  });

  it('undo in either what was done in either', () => {
    const { buffers, show } = opened('one');
    const [left, right] = [show(), show()];
    type(left, ' two');
    buffers.lead(PATH, right, handOverHistory);
    type(right, ' three', 0);
    expect(buffers.text(PATH)).toBe(' threeone two');
    expect(undo(right)).toBe(true);
    expect(undo(right)).toBe(true);
    expect([text(left.state), text(right.state)]).toEqual(['one', 'one']);
    expect(undo(right)).toBe(false);
    buffers.lead(PATH, left, handOverHistory);
    expect(redo(left)).toBe(true);
    expect([text(left.state), text(right.state)]).toEqual(['one two', 'one two']);
    expect(redo(left)).toBe(true);
    expect(buffers.text(PATH)).toBe(' threeone two');
  });

  it('keep the history when the view in use goes away', () => {
    const { buffers, show } = opened('one');
    const [left, right] = [show(), show()];
    type(left, ' two');
    buffers.detach(PATH, left, handOverHistory);
    expect(buffers.view(PATH)).toBe(right);
    expect(undo(right)).toBe(true);
    expect(buffers.text(PATH)).toBe('one');
    buffers.detach(PATH, right, handOverHistory);
    expect(buffers.view(PATH)).toBeNull();
    const again = show();
    expect(redo(again)).toBe(true);
    expect(buffers.text(PATH)).toBe('one two');
  });

  it('take a change of the view that is not in use into text and history', () => {
    const { buffers, events, show } = opened('one');
    const [left, right] = [show(), show()];
    events.length = 0;
    type(right, ' dropped');
    expect([text(left.state), text(right.state), buffers.text(PATH)]).toEqual(Array(3).fill('one dropped'));
    expect(events.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    expect(undo(left)).toBe(true);
    expect([text(left.state), text(right.state)]).toEqual(['one', 'one']);
  });

  it('stay equal through many edits, undos and switches', () => {
    const { buffers, show } = opened('start');
    const pair = [show(), show()] as const;
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return (seed >> 8) % below;
    };
    const before = buffers.text(PATH);
    let edits = 0;
    for (let round = 0; round < 300; round++) {
      const view = pair[random(2)] as EditorView;
      buffers.lead(PATH, view, handOverHistory);
      const { length } = view.state.doc;
      const from = random(length + 1);
      if (random(4) === 0) undo(view);
      else if (random(5) === 0) redo(view);
      else {
        view.dispatch({
          changes: { from, to: Math.min(length, from + random(3)), insert: 'xyz'.slice(random(3)) },
        });
        edits++;
      }
      expect(text(pair[0].state)).toBe(text(pair[1].state));
      expect(buffers.text(PATH)).toBe(text(pair[0].state));
    }
    expect(edits).toBeGreaterThan(100);
    const last = buffers.view(PATH) as EditorView;
    while (undo(last));
    expect(buffers.text(PATH)).toBe(before);
  });
});
