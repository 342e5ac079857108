import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import type { Span } from '../../../../shared/text/span';

/** A place in the text that is waited for: it moves along with edits around it, and is lost with an edit of it. */
interface Held extends Span {
  readonly id: number;
}

const hold = StateEffect.define<Held>();
const release = StateEffect.define<number>();

const held = StateField.define<readonly Held[]>({
  create: () => [],
  update(places, transaction) {
    let now = places;
    if (transaction.docChanged && now.length > 0) {
      now = now.flatMap((place) => {
        if (transaction.changes.touchesRange(place.from, place.to) === 'cover') return [];
        let inside = false;
        // Writing right before or behind the place is no edit of it.
        transaction.changes.iterChangedRanges((from, to) => {
          if (place.from < place.to && from < place.to && to > place.from) inside = true;
        });
        if (inside) return [];
        const from = transaction.changes.mapPos(place.from, 1);
        return [{ ...place, from, to: Math.max(from, transaction.changes.mapPos(place.to, -1)) }];
      });
    }
    for (const effect of transaction.effects) {
      if (effect.is(hold)) now = [...now, effect.value];
      else if (effect.is(release)) now = now.filter(({ id }) => id !== effect.value);
    }
    return now;
  },
});

export const heldPlaces: Extension = held;

let last = 0;

/** The effect that holds a place of the text after the transaction it goes with, and the number to ask for it by. */
export function holding({ from, to }: Span) {
  const id = ++last;
  return { id, effect: hold.of({ id, from, to }) };
}

/** Where a held place is now; null when it was edited meanwhile. */
export function placeOf(state: EditorState, id: number): Span | null {
  return state.field(held, false)?.find((place) => place.id === id) ?? null;
}

export function releasing(id: number) {
  return release.of(id);
}
