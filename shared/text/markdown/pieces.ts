import { STEP, type Steps } from '../../util/steps';
import type { Piece, PieceText } from './piece';

/** A piece and where it starts in the file. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly from: number;
  /** What was made of the piece for this place, by who made it: a piece that stays in its place keeps it. */
  readonly there: Map<unknown, unknown>;
}

/** What was found in a piece, by who looked: as long as the text of the piece stays, nobody looks again. */
const found = new WeakMap<PieceText, Map<unknown, unknown>>();

/** What `find` makes of a piece. It is called once for each; it must depend on nothing but the piece, and its answer is not to be changed. */
export function ofPiece<T>(piece: PieceText, find: (piece: PieceText) => T): T {
  const all = allOfPiece(piece);
  if (!all.has(find)) all.set(find, find(piece));
  return all.get(find) as T;
}

function allOfPiece(piece: PieceText): Map<unknown, unknown> {
  let all = found.get(piece);
  if (!all) {
    all = new Map();
    found.set(piece, all);
  }
  return all;
}

/** What `find` made of a piece before, if anybody asked. */
export function keptOfPiece<T>(piece: PieceText, find: (piece: PieceText) => T): T | undefined {
  return found.get(piece)?.get(find) as T | undefined;
}

/** The pieces of a file that is being edited. */
export class Pieces {
  constructor(private list: readonly PlacedPiece[]) {}

  get placed(): readonly PlacedPiece[] {
    return this.list;
  }

  /** Lets go what was kept for the next edit; the file is then read as one that was never edited. */
  clear(): void {
    this.list = [];
  }
}

/** A document as far as it is looked through piece by piece; one that was read as a whole has none, and counts as one piece. */
export interface InPieces extends PieceText {
  readonly pieces?: Pieces;
}

/** What `find` makes of each piece, taken on with where the piece starts. */
export function eachPiece<T, U>(
  doc: InPieces,
  find: (piece: PieceText) => T,
  take: (found: T, from: number) => U,
): U[] {
  const placed = doc.pieces?.placed ?? [];
  if (placed.length === 0) return [take(find(doc), 0)];
  return placed.map(({ piece, from }) => take(ofPiece(piece, find), from));
}

/**
 * What stands in a document, found piece by piece. `find` must look for things that end within a paragraph, cell or heading, so that it finds the
 * same in the whole text; `move` gives a thing with its offsets moved.
 */
export function inPieces<T>(
  doc: InPieces,
  find: (piece: PieceText) => readonly T[],
  move: (thing: T, by: number) => T,
): readonly T[] {
  const placed = doc.pieces?.placed ?? [];
  if (placed.length === 0) return find(doc);
  const all: T[] = [];
  for (const { piece, from, there } of placed) {
    let things = ofPiece(piece, find);
    if (from > 0 && things.length > 0) {
      const moved = there.get(find) as readonly T[] | undefined;
      things = moved ?? things.map((thing) => move(thing, from));
      if (!moved) there.set(find, things);
    }
    for (const thing of things) all.push(thing);
  }
  return all;
}

/** Something to look for in a piece, in steps; `find` looks for it at once, and is by what the answer is kept. */
export interface PieceSearch<T> {
  readonly find: (piece: PieceText) => readonly T[];
  readonly inSteps: (piece: PieceText) => Steps<readonly T[]>;
  readonly move: (thing: T, by: number) => T;
}

/** The same as {@link inPieces}, put down now and then. */
export function* inPiecesBySteps<T>(
  doc: InPieces,
  { find, inSteps, move }: PieceSearch<T>,
): Steps<readonly T[]> {
  const placed = doc.pieces?.placed ?? [];
  if (placed.length === 0) return yield* inSteps(doc);
  let done = 0;
  for (const { piece } of placed) {
    if (keptOfPiece(piece, find)) continue;
    const things = yield* inSteps(piece);
    allOfPiece(piece).set(find, things);
    done += piece.text.length;
    if (done < STEP) continue;
    done = 0;
    yield;
  }
  return inPieces(doc, find, move);
}

/** The sum of what `count` gives for each piece. */
export function sumOfPieces(doc: InPieces, count: (piece: PieceText) => number): number {
  return eachPiece(doc, count, (one) => one).reduce((sum, one) => sum + one, 0);
}
