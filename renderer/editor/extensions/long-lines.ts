import {
  type ChangeSet,
  type EditorSelection,
  type EditorState,
  type Extension,
  MapMode,
  StateField,
  type Text,
} from '@codemirror/state';
import { type Command, Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Span } from '../../../shared/text/span';
import { bytesInWords } from '../../../shared/util/bytes-in-words';
import { LONGEST_LINE } from '../../state/kit-slice';
import { Rest, restLook, showMore } from './rest-of-line';

/** What always shows of a long line, in UTF-16 units. */
const HEAD = 2_000;
/** What shows before and after a cursor in the part that is folded. */
const AROUND = 1_000;
/** What is shown more at a time. */
const STEP = 50_000;
/** With more cursors than these, only the main one opens what is folded. */
const MOST_CURSORS = 100;

interface LongLines {
  readonly folded: DecorationSet;
  /** An offset in each line that somebody asked to see more of: it is not folded anew. */
  readonly shown: readonly number[];
}

const wordsOf = ({ from, to }: Span): string => bytesInWords(to - from);

/** The same place, or the one after it where it would part a pair of units that are one character. */
function whole(doc: Text, at: number): number {
  return /[\uDC00-\uDFFF]/.test(doc.sliceString(at, at + 1)) ? at + 1 : at;
}

/** What of a span stays hidden: all but the surroundings of the cursors in it. */
function hiddenIn(doc: Text, span: Span, cursors: readonly number[]): readonly Span[] {
  let pieces: readonly Span[] = [span];
  for (const at of cursors)
    pieces = pieces.flatMap((piece) =>
      at <= piece.from || at >= piece.to
        ? [piece]
        : [
            { from: piece.from, to: at - AROUND },
            { from: at + AROUND, to: piece.to },
          ],
    );
  return pieces
    .filter(({ from, to }) => to - from > AROUND)
    .map(({ from, to }) => ({ from: whole(doc, from), to: whole(doc, to) }));
}

/** The lines over the limit among those of a region, which begins and ends with a line. */
function longLinesIn(doc: Text, { from, to }: Span): readonly Span[] {
  if (to - from <= LONGEST_LINE) return [];
  const found: Span[] = [];
  let at = from;
  for (const line of doc.iterLines(doc.lineAt(from).number, doc.lineAt(to).number + 1)) {
    if (line.length > LONGEST_LINE) found.push({ from: at, to: at + line.length });
    at += line.length + 1;
  }
  return found;
}

interface Piece extends Span {
  readonly words: string;
}

function piecesIn(folded: DecorationSet, { from, to }: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  folded.between(from, to, (start, end, { spec }) => {
    pieces.push({ from: start, to: end, words: (spec.widget as Rest).words });
  });
  return pieces;
}

/** Hides exactly these pieces of a region. */
function withPieces(folded: DecorationSet, { from, to }: Span, pieces: readonly Span[]): DecorationSet {
  return folded.update({
    filterFrom: from,
    filterTo: to,
    filter: (start, end) => start < from || end > to,
    add: pieces.map((piece) =>
      Decoration.replace({ widget: new Rest(wordsOf(piece)) }).range(piece.from, piece.to),
    ),
  });
}

/** Folds the long lines of a region: those that are folded stay so, unless what shows of them became too long again. */
function refold(
  { folded, shown }: LongLines,
  doc: Text,
  region: Span,
  cursors: readonly number[],
): DecorationSet {
  const before = piecesIn(folded, region);
  const after = longLinesIn(doc, region).flatMap((line): readonly Span[] => {
    const own = before.filter(({ from, to }) => from >= line.from && to <= line.to);
    const hidden = own.reduce((sum, { from, to }) => sum + to - from, 0);
    if (shown.some((at) => at >= line.from && at <= line.to)) return own;
    if (hidden > 0 && line.to - line.from - hidden <= LONGEST_LINE) return own;
    return hiddenIn(doc, { from: line.from + HEAD, to: line.to }, cursors);
  });
  const same =
    before.length === after.length &&
    after.every((piece, index) => piece === before[index] && before[index].words === wordsOf(piece));
  // What was folded may reach beyond these lines now: line ends came into it, and each of its lines is looked at in turn.
  const from = Math.min(region.from, before[0]?.from ?? region.from);
  const to = Math.max(region.to, before.at(-1)?.to ?? region.to);
  return same ? folded : withPieces(folded, { from, to }, after);
}

/** The lines that a change touched, as they are after it; lines next to each other may come as one. */
function eachChanged(doc: Text, changes: ChangeSet, visit: (region: Span) => void): void {
  let done = -1;
  changes.iterChangedRanges((_fromBefore, _toBefore, from, to) => {
    if (to <= done) return;
    const first = doc.lineAt(from);
    done = to <= first.to ? first.to : doc.lineAt(to).to;
    visit({ from: first.from, to: done });
  });
}

function takesFrom(folded: DecorationSet, changes: ChangeSet): boolean {
  let taken = false;
  changes.iterChangedRanges((start, end) => {
    folded.between(start, end, (from, to) => {
      if (from < end && to > start) taken = true;
    });
  });
  return taken;
}

/** Opens what is folded around the cursors in it; those at its edge count where something was deleted there. */
function openAt(folded: DecorationSet, doc: Text, cursors: readonly number[], edges: boolean): DecorationSet {
  let result = folded;
  for (const at of cursors)
    for (const piece of piecesIn(result, { from: at, to: at })) {
      const inside = at > piece.from && at < piece.to;
      if (!inside && !edges) continue;
      const place = Math.min(Math.max(at, piece.from + 1), piece.to - 1);
      result = withPieces(result, piece, hiddenIn(doc, piece, [place]));
    }
  return result;
}

function cursorsOf({ ranges, main }: EditorSelection): readonly number[] {
  return ranges.length > MOST_CURSORS ? [main.head] : ranges.map(({ head }) => head);
}

function foundIn({ doc, selection }: EditorState): LongLines {
  const none: LongLines = { folded: Decoration.none, shown: [] };
  return { ...none, folded: refold(none, doc, { from: 0, to: doc.length }, cursorsOf(selection)) };
}

/** What is folded for its length, in one view. */
export const longLines = StateField.define<LongLines>({
  create: foundIn,
  update(value, transaction) {
    const { changes, docChanged, effects, newDoc, newSelection } = transaction;
    let { folded, shown } = value;
    const cursors = cursorsOf(newSelection);
    if (docChanged) {
      if (shown.length > 0) shown = shown.flatMap((at) => changes.mapPos(at, -1, MapMode.TrackDel) ?? []);
      folded = folded.map(changes);
      eachChanged(newDoc, changes, (region) => {
        folded = refold({ folded, shown }, newDoc, region, cursors);
      });
    }
    for (const effect of effects)
      if (effect.is(showMore)) {
        shown = [...shown, effect.value];
        for (const piece of piecesIn(folded, { from: effect.value, to: effect.value }))
          folded = withPieces(folded, piece, hiddenIn(newDoc, { from: piece.from + STEP, to: piece.to }, []));
      }
    if (docChanged || transaction.selection) {
      const taken = transaction.isUserEvent('delete') && takesFrom(value.folded, changes);
      folded = openAt(folded, newDoc, cursors, taken);
    }
    return folded === value.folded && shown === value.shown ? value : { folded, shown };
  },
  provide: (field) => EditorView.decorations.from(field, ({ folded }) => folded),
});

/** Shows more of the lines that are folded for their length within a span. */
function showIn(view: EditorView, span: Span): boolean {
  const pieces = piecesIn(view.state.field(longLines).folded, span);
  if (pieces.length === 0) return false;
  view.dispatch({ effects: pieces.map(({ from }) => showMore.of(from)) });
  return true;
}

/** Shows more of the line of the cursor. */
export const showRestHere: Command = (view) =>
  showIn(view, view.state.doc.lineAt(view.state.selection.main.head));

/** Shows more of every line. */
export const showAllRests: Command = (view) => showIn(view, { from: 0, to: view.state.doc.length });

/**
 * Folds what is longer than a line may be behind its head. The text stays as it is: only what is drawn changes. A cursor that comes into the folded
 * part, by key, search or link, opens its surroundings. The folded part is not atomic: a key that deletes would take all of it.
 */
export const foldLongLines: Extension = [longLines, restLook];
