import { codeFolding } from '@codemirror/language';
import { EditorSelection, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { Buffers } from '../state/buffers';
import type { PaneId } from '../state/tabs-slice';
import { folds } from './folds';
import { handOverHistory, historyOf } from './shared-history';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const TEXT = 'one\ntwo\nthree\nfour\nfive\n';
const made: EditorView[] = [];

afterEach(() => {
  for (const view of made.splice(0)) view.destroy();
});

/** A file with several cursors, and the two panes that may show it. */
function opened(path = 'a.md') {
  const buffers = new Buffers(
    () => (_, options) => [
      historyOf(options.follows === true),
      codeFolding(),
      EditorState.allowMultipleSelections.of(true),
    ],
    () => folds,
  );
  buffers.open(path, TEXT, { readOnly: false, plain: false, cursor: 0, scroll: 0 });
  let shown = path;
  const pane = (): EditorView => {
    const view: EditorView = new EditorView({
      parent: document.body,
      dispatchTransactions: (transactions) => {
        view.update(transactions);
        buffers.applied(shown, transactions, view);
      },
    });
    made.push(view);
    return view;
  };
  const panes = { main: pane(), side: pane() };
  const show = (name: PaneId, both = true) => buffers.attach(shown, panes[name], name, both);
  const leave = (name: PaneId) => buffers.detach(shown, panes[name], handOverHistory);
  const use = (name: PaneId) => buffers.lead(shown, panes[name], handOverHistory);
  const go = (name: PaneId, at: number, fold?: readonly [number, number]) =>
    panes[name].dispatch({
      selection: { anchor: at },
      effects: fold ? folds.effects([{ from: fold[0], to: fold[1] }]) : [],
    });
  const at = (name: PaneId) => {
    const { state } = panes[name];
    return [state.selection.main.head, ...folds.of(state).map(({ from, to }) => `${from}-${to}`)];
  };
  const rename = (to: string) => {
    buffers.rename(shown, to, folds.kept);
    shown = to;
  };
  return { buffers, panes, show, leave, use, go, at, rename };
}

describe('two panes of one text', () => {
  it('come back to where each of them was, in any order', () => {
    const { show, leave, use, go, at } = opened();
    show('main');
    show('side');
    go('main', 1, [7, 13]);
    use('side');
    go('side', 5, [18, 23]);
    leave('side');
    expect(at('main')).toEqual([1, '7-13']);
    show('side');
    expect(at('side')).toEqual([5, '18-23']);
    leave('side');
    leave('main');
    show('side');
    expect(at('side')).toEqual([5, '18-23']);
    show('main');
    expect(at('main')).toEqual([1, '7-13']);
  });

  it('come back with folds that lie in others', () => {
    const { panes, show, leave, at } = opened();
    show('main');
    show('side');
    const ranges = [
      { from: 3, to: 13 },
      { from: 7, to: 13 },
      { from: 18, to: 23 },
    ];
    panes.side.dispatch({ effects: folds.effects(ranges) });
    leave('side');
    show('side');
    expect(at('side')).toEqual([0, '3-13', '7-13', '18-23']);
  });

  it('come back where their place moved to meanwhile', () => {
    const { panes, show, leave, go, at } = opened();
    show('main');
    show('side');
    go('side', 9, [18, 23]);
    leave('side');
    panes.main.dispatch({ changes: { from: 0, insert: 'zero\n' } });
    show('side');
    expect(at('side')).toEqual([14, '23-28']);
    leave('side');
    panes.main.dispatch({ changes: { from: 0, to: panes.main.state.doc.length } });
    show('side');
    expect(at('side')).toEqual([0]);
  });

  it('keep cursors and folds when the file gets another path', () => {
    const { buffers, show, use, go, at, rename } = opened();
    show('main');
    show('side');
    go('main', 1, [7, 13]);
    use('side');
    go('side', 5, [18, 23]);
    rename('b.md');
    show('main');
    show('side');
    expect([at('main'), at('side')]).toEqual([
      [1, '7-13'],
      [5, '18-23'],
    ]);
    use('side');
    expect(buffers.state('b.md')?.selection.main.head).toBe(5);
  });

  it('go where something is shown that was asked for while neither showed the file', () => {
    const { buffers, show, leave, go, at } = opened();
    show('main');
    show('side');
    go('side', 5, [7, 13]);
    leave('side');
    leave('main');
    buffers.reveal('a.md', { from: 9, to: 9 }, true);
    show('side');
    expect(at('side')).toEqual([9]);
  });
});

describe('a text that only one pane has', () => {
  it('keeps cursors and folds in the other pane', () => {
    const { panes, show, leave, go, at } = opened();
    show('main');
    go('main', 1, [7, 13]);
    leave('main');
    show('side', false);
    expect(at('side')).toEqual([1, '7-13']);
    panes.side.dispatch({ selection: EditorSelection.create([EditorSelection.cursor(3)]) });
    leave('side');
    show('main', false);
    expect(at('main')).toEqual([3, '7-13']);
  });
});

describe('what a session remembers', () => {
  it('is the pane in use, and the other one beside it', () => {
    const { buffers, panes, show, use, go, leave } = opened();
    const beside = () => {
      const other = buffers.places('a.md')?.other(buffers.view('a.md'));
      return other && [other.pane, other.place.selection?.main.head, other.place.folds];
    };
    expect(beside()).toBeNull();
    show('main');
    show('side');
    go('main', 1, [7, 13]);
    use('side');
    go('side', 5);
    expect(beside()).toEqual(['main', 1, [{ from: 7, to: 13 }]]);
    leave('main');
    expect(beside()).toEqual(['main', 1, [{ from: 7, to: 13 }]]);
    leave('side');
    expect(beside()).toEqual(['main', 1, [{ from: 7, to: 13 }]]);
    expect(panes.side.state.selection.main.head).toBe(5);
  });

  it('is put into panes that show the file already, and into those that do later', () => {
    const place = (head: number, from: number, to: number) => ({
      selection: EditorSelection.single(head),
      folds: [{ from, to }],
      scroll: 0,
    });
    const { buffers, show, at } = opened();
    show('side');
    buffers.places('a.md')?.put([
      ['side', place(5, 18, 23)],
      ['main', place(1, 7, 13)],
    ]);
    show('main');
    expect([at('main'), at('side')]).toEqual([
      [1, '7-13'],
      [5, '18-23'],
    ]);
    const later = opened();
    later.buffers.places('a.md')?.put([
      ['side', place(5, 18, 23)],
      ['main', place(1, 7, 13)],
    ]);
    later.show('main');
    later.show('side');
    expect([later.at('main'), later.at('side')]).toEqual([
      [1, '7-13'],
      [5, '18-23'],
    ]);
  });
});
