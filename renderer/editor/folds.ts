import { foldEffect, foldedRanges, foldState, unfoldEffect } from '@codemirror/language';
import type { EditorState, StateEffect, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Span } from '../../shared/text/span';
import type { PanePlace } from '../state/pane-places';

function inOrder(ranges: readonly Span[]): readonly Span[] {
  return [...ranges].sort((a, b) => a.from - b.from);
}

/** What is folded in a text, and how to fold it again. Loaded with the editor. */
export const folds = {
  /** What of a state goes with a text to another path. */
  kept: { folds: foldState },
  /** In the order of the text, as the library wants them back: it gives those that lie in others last. */
  of(state: EditorState): readonly Span[] {
    const ranges: Span[] = [];
    foldedRanges(state).between(0, state.doc.length, (from, to) => {
      ranges.push({ from, to });
    });
    return inOrder(ranges);
  },
  effects(ranges: readonly Span[]): readonly StateEffect<unknown>[] {
    return inOrder(ranges).map((range) => foldEffect.of(range));
  },
  /** Goes to a place: folds what it says and nothing else. What is selected without it stays in sight. */
  back(state: EditorState, { selection, folds: wanted, scroll }: PanePlace): TransactionSpec {
    const { length } = state.doc;
    const { head } = state.selection.main;
    const fits = wanted.filter(
      ({ from, to }) => from < to && to <= length && (selection !== null || head <= from || head >= to),
    );
    const effects = [
      ...this.of(state).map((range) => unfoldEffect.of(range)),
      ...inOrder(fits).map((range) => foldEffect.of(range)),
      EditorView.scrollIntoView(Math.min(scroll, length), { y: 'start', yMargin: 0 }),
    ];
    return selection?.ranges.every(({ to }) => to <= length) ? { selection, effects } : { effects };
  },
};

export type Folds = typeof folds;
