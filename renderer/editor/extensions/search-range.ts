import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap } from '@codemirror/view';
import type { Span } from '../../../shared/text/span';

/** Sets the part of the text that is searched; null searches all of it. */
export const setSearchRange = StateEffect.define<Span | null>({
  map: (range, changes) => range && { from: changes.mapPos(range.from, -1), to: changes.mapPos(range.to, 1) },
});

const field = StateField.define<Span | null>({
  create: () => null,
  update(range, transaction) {
    let now = range;
    if (now && transaction.docChanged) {
      // What replaces a match at the edge belongs to the part.
      const { changes } = transaction;
      now = { from: changes.mapPos(now.from, -1), to: changes.mapPos(now.to, 1) };
      if (now.from >= now.to) now = null;
    }
    for (const effect of transaction.effects) if (effect.is(setSearchRange)) now = effect.value;
    return now;
  },
  provide: (self) =>
    EditorView.decorations.from(self, (range) =>
      range ? Decoration.set(part.range(range.from, range.to)) : Decoration.none,
    ),
});

const part = Decoration.mark({ class: 'sw-search-part' });

/** Searches the whole text again. False: whatever else the key does is done too. */
export function leaveRange(view: EditorView): boolean {
  if (searchRangeOf(view.state)) view.dispatch({ effects: setSearchRange.of(null) });
  return false;
}

export const searchRange: Extension = [
  field,
  // Escape closes the panel, and with it goes the part.
  Prec.high(keymap.of([{ key: 'Escape', scope: 'editor search-panel', run: leaveRange }])),
  EditorView.baseTheme({ '.sw-search-part': { backgroundColor: 'var(--accent-wash)' } }),
];

/** The part of the text that is searched; null for all of it. */
export function searchRangeOf(state: EditorState): Span | null {
  return state.field(field, false) ?? null;
}

/** Whether a match counts: in the part that is searched. The same function each time, so that a query stays the same query. */
export function isSearched(_match: string, state: EditorState, from: number, to: number): boolean {
  const range = searchRangeOf(state);
  return !range || (from >= range.from && to <= range.to);
}
