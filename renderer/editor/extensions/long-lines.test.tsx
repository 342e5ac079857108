import { deleteCharBackward } from '@codemirror/commands';
import { findNext, SearchQuery, setSearchQuery } from '@codemirror/search';
import { EditorState, Text, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_LINE } from '../../state/kit-slice';
import { folds } from '../folds';
import { editorExtensions } from '.';
import { runEditing } from './editing';
import { longLines } from './long-lines';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const LENGTH = 1_572_864;
const PROSE = 'Some words of a line. '.repeat(80_000).slice(0, LENGTH);
const DATA = `[${'"word",'.repeat(230_000)}`.slice(0, LENGTH - 3).concat('""]');

let view: EditorView;
afterEach(() => {
  vi.restoreAllMocks();
  view.destroy();
});

function extensionsOf(path: string, plain = false) {
  const options = { readOnly: false, plain, cursor: 0, scroll: 0 };
  return editorExtensions(path, options, { wrap: true, tabWidth: 2, font: 'mono' });
}

function open(doc: string, { path = 'a.md', plain = false, cursor = 0 } = {}): void {
  const extensions = extensionsOf(path, plain);
  view = new EditorView({
    state: EditorState.create({ doc, selection: { anchor: cursor }, extensions }),
    parent: document.body,
  });
}

function hidden(state = view.state): readonly [from: number, to: number][] {
  const found: [number, number][] = [];
  state.field(longLines).folded.between(0, state.doc.length, (from, to) => {
    found.push([from, to]);
  });
  return found;
}

const change = (spec: TransactionSpec) => view.dispatch(spec);
const put = (anchor: number) => view.dispatch({ selection: { anchor } });
const button = () => view.dom.querySelector<HTMLButtonElement>('.sw-rest button');

describe('a line is folded beyond its limit', () => {
  it.each([
    ['one less', LONGEST_LINE - 1, []],
    ['as long', LONGEST_LINE, []],
    ['one longer', LONGEST_LINE + 1, [[2_000, LONGEST_LINE + 1]]],
  ])('when the file opens: %s', (_, length, expected) => {
    open(PROSE.slice(0, length));
    expect(hidden()).toEqual(expected);
  });

  it('when a letter is typed: one less, as long, one longer', () => {
    open(PROSE.slice(0, LONGEST_LINE - 1));
    change({ changes: { from: 0, insert: 'x' } });
    expect(hidden()).toEqual([]);
    change({ changes: { from: 0, insert: 'x' } });
    expect(hidden()).toEqual([[2_000, LONGEST_LINE + 1]]);
    change({ changes: { from: 0, to: 1 } });
    expect(hidden()).toEqual([]);
  });

  it.each([
    ['prose', PROSE, { path: 'a.md' }],
    ['data', DATA, { path: 'a.json' }],
    ['plain editing', DATA, { path: 'a.json', plain: true }],
  ])('and its text stays as it was: %s', (_, text, how) => {
    open(`One\n${text}\nThree`, how);
    expect(hidden()).toEqual([[2_004, 4 + LENGTH]]);
    expect(view.dom.querySelector('.sw-rest')?.textContent).toBe('1.5 MB more on this lineShow more');
    expect(button()?.getAttribute('aria-label')).toBe('Show more of this line: 1.5 MB are folded');
    change({ changes: { from: 4, insert: 'typed ' } });
    expect(view.state.doc.toString() === `One\ntyped ${text}\nThree`).toBe(true);
  });

  it('but for what is around the cursor that it opens with', () => {
    open(PROSE, { cursor: 500_000 });
    expect(hidden()).toEqual([
      [2_000, 499_000],
      [501_000, LENGTH],
    ]);
  });

  it('never between the two halves of a character', () => {
    open(`x${'😀'.repeat(LONGEST_LINE / 2)}`);
    expect(hidden()).toEqual([[2_001, LONGEST_LINE + 1]]);
  });
});

describe('what is typed and pasted', () => {
  it('is folded when it makes a long line, around the cursor too', () => {
    open('One\n()\nThree');
    change({
      changes: { from: 5, insert: PROSE },
      selection: { anchor: 5 + LENGTH },
      userEvent: 'input.paste',
    });
    // The cursor stands before the bracket: there is no more of the line than what is around it.
    expect(hidden()).toEqual([[2_004, 5 + LENGTH - 1_000]]);
    change({ changes: { from: 0, insert: `${PROSE}\n` }, userEvent: 'input.paste' });
    expect(hidden()).toHaveLength(2);
  });

  it('leaves what is folded where it is', () => {
    open(PROSE);
    change({ changes: { from: 100, insert: 'abc' }, userEvent: 'input.type' });
    expect(hidden()).toEqual([[2_003, LENGTH + 3]]);
    change({ changes: { from: 100, to: 200 }, userEvent: 'delete.selection' });
    expect(hidden()).toEqual([[1_903, LENGTH - 97]]);
    const end = view.state.doc.length;
    change({ changes: { from: end, insert: ' the end' }, selection: { anchor: end + 8 } });
    expect(hidden()).toEqual([[1_903, end]]);
  });

  it('folds anew when as much shows as a line may have', () => {
    open(PROSE);
    change({ changes: { from: 100, insert: PROSE } });
    expect(hidden()).toEqual([[2_000, 2 * LENGTH]]);
    expect(button()?.getAttribute('aria-label')).toBe('Show more of this line: 3 MB are folded');
  });

  it('folds the lines that come of it when a line is broken or joined', () => {
    open(`${PROSE}\n${PROSE}`);
    change({ changes: { from: 1_000, insert: '\n' } });
    expect(hidden()).toEqual([
      [2_001, LENGTH + 1],
      [LENGTH + 2 + 2_000, 2 * LENGTH + 2],
    ]);
    change({ changes: { from: 1_000, to: 1_001 } });
    change({ changes: { from: LENGTH, to: LENGTH + 1 } });
    const shown = view.state.doc.length - hidden().reduce((sum, [from, to]) => sum + to - from, 0);
    expect(shown).toBeLessThan(10_000);
  });

  it('unfolds what is broken into short lines within', () => {
    open(DATA, { path: 'a.json' });
    const changes: { from: number; insert: string }[] = [];
    for (let at = DATA.indexOf(',', 10_000); at > 0; at = DATA.indexOf(',', at + 500))
      changes.push({ from: at + 1, insert: '\n' });
    change({ changes });
    expect(hidden()).toEqual([]);
  });

  it('costs a look at the lines that it changes only', () => {
    open(`One\n${PROSE}\nThree`);
    const looks = vi.spyOn(Text.prototype, 'iterLines');
    change({ changes: { from: 0, insert: 'x' } });
    change({ changes: { from: view.state.doc.length, insert: 'x' } });
    put(2);
    expect(looks).not.toHaveBeenCalled();
  });
});

describe('what is folded for its length', () => {
  it('is shown by its button, a part at a time, until the file is closed', () => {
    open(`${PROSE}\n${PROSE}`);
    button()?.click();
    const second = [LENGTH + 1 + 2_000, 2 * LENGTH + 1];
    expect(hidden()).toEqual([[52_000, LENGTH], second]);
    expect(view.state.selection.main.head).toBe(2_000);
    change({ changes: { from: 10, insert: 'x' } });
    expect(hidden()[0]).toEqual([52_001, LENGTH + 1]);
    for (let left = 40; left > 0 && hidden().length > 1; left--) {
      put(hidden()[0]?.[0] ?? 0);
      expect(runEditing(view, 'text.unfold')).toBe('');
    }
    change({ changes: { from: 10, insert: 'x' } });
    expect(hidden()).toEqual([second.map((at) => at + 2)]);
  });

  it('is shown by the command that unfolds everything', () => {
    open(`${PROSE}\n${PROSE}`);
    expect(runEditing(view, 'text.unfoldAll')).toBe('');
    expect(hidden().map(([from]) => from)).toEqual([52_000, LENGTH + 1 + 52_000]);
  });

  it('opens around a hit of the search, and around a place that is gone to', () => {
    open(`${PROSE.slice(0, 700_000)}needle${PROSE.slice(700_000)}`);
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: 'needle' })) });
    findNext(view);
    expect(hidden()).toEqual([
      [2_000, 699_006],
      [701_006, LENGTH + 6],
    ]);
    put(1_200_000);
    expect(hidden()).toHaveLength(3);
    put(2_001);
    expect(hidden()[0]).toEqual([3_001, 699_006]);
  });

  it('loses one letter to a key that deletes behind it, and shows where', () => {
    open(PROSE);
    put(LENGTH);
    deleteCharBackward(view);
    expect(view.state.doc.length).toBe(LENGTH - 1);
    expect(hidden()).toEqual([[2_000, LENGTH - 1 - 1 - 1_000]]);
  });

  it('is not what sessions remember as folded', () => {
    open(PROSE);
    expect(folds.of(view.state)).toEqual([]);
  });
});
