import type { ChangeSet, EditorSelection, EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Span } from '../../shared/text/span';
import { otherPane, type PaneId } from './tabs-slice';

/** Where one is in one view of a text. */
export interface PanePlace {
  /** Null: wherever the text's own cursor is. */
  readonly selection: EditorSelection | null;
  readonly folds: readonly Span[];
  /** Offset of the first visible line. */
  readonly scroll: number;
}

/** Reads and restores what is folded. Loaded with the editor. */
export interface Folding {
  of(state: EditorState): readonly Span[];
  /** Goes to a place: folds what it says and nothing else. */
  back(state: EditorState, place: PanePlace): TransactionSpec;
}

/** Offset of the first line that is at least partly visible: it survives other widths and sizes, unlike pixels. Null for a view that is not laid out. */
export function firstVisible(view: EditorView): number | null {
  if (view.scrollDOM.clientHeight === 0) return null;
  return view.lineBlockAtHeight(Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top)).from;
}

/** The places of the two panes in one text: of those that show it, and of those that left it and come back to where they were. */
export class PanePlaces {
  private readonly shown = new Map<EditorView, PaneId>();
  private readonly left = new Map<PaneId, PanePlace>();
  /** Whose cursor and folds the text's own state has while no view shows it; null where nobody can tell. */
  private last: PaneId | null = null;

  constructor(private readonly folding: () => Folding | null) {}

  /**
   * A view shows the text in a pane from now on, with the text's own state if it is the first. Answers the offset it was scrolled to, which is
   * `scroll` unless the pane has a place of its own; it may have one in a text that stands in both.
   */
  enter(
    view: EditorView,
    pane: PaneId,
    { first, both, scroll }: { readonly first: boolean; readonly both: boolean; readonly scroll: number },
  ): number {
    if (!both) this.left.clear();
    const place = this.left.get(pane);
    this.left.delete(pane);
    this.shown.set(view, pane);
    if (!place || (first && this.last === pane)) return scroll;
    // Until now the text's state was where the other pane left it.
    const other = otherPane(pane);
    if (first && !this.left.has(other)) this.left.set(other, this.placeIn(view.state, scroll));
    this.putBack(view, place);
    return place.scroll;
  }

  /** A view no longer shows the text. Answers the offset that it leaves. */
  leave(view: EditorView, scroll: number): number {
    const pane = this.shown.get(view);
    const place = this.placeIn(view.state, firstVisible(view) ?? scroll);
    if (pane !== undefined) {
      this.shown.delete(view);
      this.left.set(pane, place);
      this.last = pane;
    }
    return place.scroll;
  }

  /** What a pane shows next begins where the other one is. */
  forget(pane: PaneId): void {
    this.left.delete(pane);
  }

  /** Something was selected while no view shows the text: panes that come back go there. */
  goneElsewhere(): void {
    for (const [pane, place] of this.left) this.left.set(pane, { ...place, selection: null });
  }

  /** The pane that does not lead, with its place; null when it never showed the text. */
  other(leading: EditorView | null): { readonly pane: PaneId; readonly place: PanePlace } | null {
    const leads = (leading && this.shown.get(leading)) ?? this.last;
    if (leads === null) return null;
    const pane = otherPane(leads);
    const view = this.viewIn(pane);
    const known = this.left.get(pane);
    const place = view ? this.placeIn(view.state, firstVisible(view) ?? 0) : known;
    return place ? { pane, place } : null;
  }

  /** Puts panes where they were. The text's own state belongs to the first one, as far as no view shows it. */
  put(places: readonly (readonly [pane: PaneId, place: PanePlace])[]): void {
    for (const [pane, place] of places) {
      const view = this.viewIn(pane);
      if (view) this.putBack(view, place);
      else this.left.set(pane, place);
    }
    if (this.shown.size === 0) this.last = places[0]?.[0] ?? null;
  }

  /** The text changed. */
  map(changes: ChangeSet): void {
    for (const [pane, { selection, folds, scroll }] of this.left)
      this.left.set(pane, {
        selection: selection?.map(changes) ?? null,
        folds: folds
          .map(({ from, to }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }))
          .filter(({ from, to }) => from < to),
        scroll: changes.mapPos(Math.min(scroll, changes.length)),
      });
  }

  private viewIn(pane: PaneId): EditorView | null {
    for (const [view, shownIn] of this.shown) if (shownIn === pane) return view;
    return null;
  }

  private placeIn(state: EditorState, scroll: number): PanePlace {
    return { selection: state.selection, folds: this.folding()?.of(state) ?? [], scroll };
  }

  private putBack(view: EditorView, place: PanePlace): void {
    const folding = this.folding();
    if (folding) view.dispatch(folding.back(view.state, place));
  }
}
