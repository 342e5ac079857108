export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
  /** Offset in the whole text, in UTF-16 units. */
  readonly from: number;
}

/**
 * Cuts a text into its marked and unmarked pieces. The marked texts are looked for in their order; one that is not found behind the one before
 * (or overlaps it) is left unmarked.
 */
export function markedPieces(text: string, marked: readonly string[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  const add = (from: number, to: number, isMarked: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked: isMarked, from });
  };
  for (const wanted of marked) {
    const at = wanted === '' ? -1 : text.indexOf(wanted, end);
    if (at < 0) continue;
    add(end, at, false);
    add(at, at + wanted.length, true);
    end = at + wanted.length;
  }
  add(end, text.length, false);
  return pieces;
}
