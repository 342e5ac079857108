import { STEP, type Steps } from '../../util/steps';
import type { Piece } from './piece';
import type { PlacedPiece } from './pieces';

/**
 * A line that opens with `# ` or the like ends every paragraph, list, quotation and table before it. Only a code block or HTML may go on behind
 * it, and that the parser itself tells.
 */
const HEADING_LINE = /[\n\r]#{1,6} /g;
/** By how many times more headings a piece is tried anew that goes on. */
const GROWTH = 4;

/** Parses the text of a piece; `goesOn` when a heading right behind it would belong to its last block. */
export type ReadPiece = (
  text: string,
  atEnd: boolean,
) => Steps<{ readonly piece: Piece; readonly goesOn: boolean }>;

/**
 * The pieces of a text: from one heading to the next, or to a later one while a block goes on. Those that an earlier text of the same file had are
 * taken from it; the cuts are the same either way.
 */
export function* cutIntoPieces(
  body: string,
  before: readonly PlacedPiece[],
  read: ReadPiece,
): Steps<readonly PlacedPiece[]> {
  const starts = [0, ...[...body.matchAll(HEADING_LINE)].map((m) => m.index + 1)];
  const known = new Map(before.slice(0, -1).map((placed) => [placed.piece.text, placed]));
  const last = before.at(-1);
  const all: PlacedPiece[] = [];
  let next = STEP;
  for (let i = 0; i < starts.length; ) {
    const from = starts[i] as number;
    for (let more = 1; ; more *= GROWTH) {
      const to = starts[i + more] ?? body.length;
      const atEnd = to === body.length;
      const text = body.slice(from, to);
      // A text at the end of the file may end otherwise: nothing closes it.
      const same = atEnd ? (last?.piece.text === text ? last : undefined) : known.get(text);
      const placed = same ? at(same, from) : yield* readThere(text, from, atEnd, read);
      if (!placed) continue;
      all.push(placed);
      i += more;
      if (to >= next) {
        next = to + STEP;
        yield;
      }
      break;
    }
  }
  return all;
}

function at(placed: PlacedPiece, from: number): PlacedPiece {
  return placed.from === from ? placed : { piece: placed.piece, from, there: new Map() };
}

function* readThere(text: string, from: number, atEnd: boolean, read: ReadPiece): Steps<PlacedPiece | null> {
  const { piece, goesOn } = yield* read(text, atEnd);
  return goesOn && !atEnd ? null : { piece, from, there: new Map() };
}
