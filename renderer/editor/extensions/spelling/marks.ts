import { ensureSyntaxTree, language, syntaxTree } from '@codemirror/language';
import { type EditorState, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { Tree } from '@lezer/common';
import { type SpelledWord, wordsIn } from '../../../../shared/spelling/words-in';
import type { Span } from '../../../../shared/text/span';
import { proseRanges } from './prose-ranges';
import { spelled } from './spelled-facet';

/** Nothing is looked at before typing and scrolling paused for this long, in milliseconds. */
const PAUSE = 300;
/** The thread is given back after this long, in milliseconds. */
const SLICE = 6;
/** Lines that are looked at in one go. */
const LINES = 20;

const mark = Decoration.mark({ class: 'sw-misspelt' });
const setMarks = StateEffect.define<DecorationSet>();

/** The misspelt words in sight. Marks move along with edits; one that is edited itself goes, until the next look. */
export const misspelt = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, changes, effects }) {
    for (const effect of effects) if (effect.is(setMarks)) return effect.value;
    if (!docChanged || marks === Decoration.none) return marks;
    const touched = marks.update({ filter: (from, to) => changes.touchesRange(from, to) === false });
    return touched.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The misspelt word that an offset lies in or at the end of; the next one on its line if there is none. */
export function misspeltAt(state: EditorState, offset: number, alsoNext = false): Span | null {
  const marks = state.field(misspelt, false);
  if (!marks) return null;
  let at: Span | null = null;
  const to = alsoNext ? state.doc.lineAt(offset).to : offset;
  marks.between(offset, to, (from, end) => {
    at = { from, to: end };
    return false;
  });
  return at;
}

/** Looks at what is visible when typing pauses, in slices, and asks only about words that are not known. */
export function spellingMarks(path: string) {
  return ViewPlugin.define((view) => new Marker(path, view));
}

class Marker {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly unsubscribe: () => void;
  /** True while the word at the cursor may still grow. */
  private typing = false;

  constructor(
    private readonly path: string,
    private readonly view: EditorView,
  ) {
    this.unsubscribe = view.state.facet(spelled)?.subscribe(() => this.soon()) ?? (() => undefined);
    this.soon();
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.typing = update.transactions.some((t) => t.isUserEvent('input.type'));
    else if (update.selectionSet) this.typing = false;
    if (
      update.docChanged ||
      update.viewportChanged ||
      update.selectionSet ||
      syntaxTree(update.startState) !== syntaxTree(update.state)
    )
      this.soon();
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.unsubscribe();
  }

  private soon(): void {
    this.after(PAUSE, () => this.look([...this.pieces()], []));
  }

  private after(wait: number, work: () => void): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      work();
    }, wait);
  }

  /** What is visible, cut into a few lines each. */
  private *pieces(): Generator<Span> {
    const { state, visibleRanges } = this.view;
    for (const { from, to } of visibleRanges) {
      for (let at = from; at < to; ) {
        const first = state.doc.lineAt(at).number;
        const last = state.doc.line(Math.min(first + LINES, state.doc.lines));
        const end = Math.min(last.to, to);
        yield { from: at, to: end };
        at = end + 1;
      }
    }
  }

  private look(pieces: Span[], found: SpelledWord[]): void {
    const { state } = this.view;
    if (!state.facet(spelled)?.on) {
      this.show([]);
      return;
    }
    const until = performance.now() + SLICE;
    for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
      const tree = state.facet(language) ? ensureSyntaxTree(state, piece.to, SLICE) : Tree.empty;
      // The tree arrives later, and with it another look.
      if (!tree) continue;
      for (const prose of proseRanges(this.path, state, tree, piece))
        for (const word of wordsIn(state.sliceDoc(prose.from, prose.to), prose.from))
          if (!isCut(state, word)) found.push(word);
      if (performance.now() >= until && pieces.length > 0) {
        // An edit meanwhile asks for another look, which takes the place of this timer.
        this.after(0, () => this.look(pieces, found));
        return;
      }
    }
    void this.judge(state.doc, found);
  }

  private async judge(doc: Text, found: readonly SpelledWord[]): Promise<void> {
    const spelling = this.view.state.facet(spelled);
    if (!spelling) return;
    const known = await spelling.learn(found.map(({ word }) => word));
    // A later look is under way, or another text is shown.
    if (!known || this.view.state.doc !== doc || this.timer !== null) return;
    const { head } = this.view.state.selection.main;
    this.show(
      found.filter(
        ({ word, from, to }) =>
          spelling.verdict(word) === false && !(this.typing && from <= head && head <= to),
      ),
    );
  }

  private show(words: readonly Span[]): void {
    const before = this.view.state.field(misspelt);
    if (standsAlready(before, words)) return;
    const marks = Decoration.set(
      words.map(({ from, to }) => mark.range(from, to)),
      true,
    );
    this.view.dispatch({ effects: setMarks.of(marks) });
  }
}

/** True for a part of a word that the end of what is in sight, or of a piece, cuts off. */
function isCut(state: EditorState, { from, to }: Span): boolean {
  return (
    /^\p{L}/u.test(state.sliceDoc(to, to + 2)) || /\p{L}$/u.test(state.sliceDoc(Math.max(0, from - 2), from))
  );
}

/** True when exactly these words are marked. */
function standsAlready(marks: DecorationSet, words: readonly Span[]): boolean {
  if (marks.size !== words.length) return false;
  const places = new Map(words.map(({ from, to }) => [from, to]));
  for (const at = marks.iter(); at.value; at.next()) if (places.get(at.from) !== at.to) return false;
  return true;
}
