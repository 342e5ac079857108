import { foldEffect, foldedRanges, foldState } from '@codemirror/language';
import type { EditorState, StateEffect } from '@codemirror/state';
import type { Span } from '../../shared/text/span';

/** What is folded in a text, and how to fold it again. Loaded with the editor. */
export const folds = {
  /** What of a state goes with a text to another path. */
  kept: { folds: foldState },
  of(state: EditorState): readonly Span[] {
    const ranges: Span[] = [];
    foldedRanges(state).between(0, state.doc.length, (from, to) => {
      ranges.push({ from, to });
    });
    return ranges;
  },
  effects(ranges: readonly Span[]): readonly StateEffect<unknown>[] {
    return ranges.map((range) => foldEffect.of(range));
  },
};

export type Folds = typeof folds;
