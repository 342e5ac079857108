/** What is read in one piece: dates with their time, ids, comparisons with their number, numbers with their per cent. */
const HELD =
  /\d{4}-\d{2}-\d{2}(?:T[\d:.]{1,12}Z?)?|(?<![\w-])[A-Z]{1,8}(?:-[A-Z]{1,3})?-[A-Z]?\d{1,6}(?:-\d{1,6})?(?![\w-])|[≤≥<>]=? ?\d[\d.,]*(?: %)?|\d[\d.,]* %/g;

export interface HeldPiece {
  readonly text: string;
  /** A line does not break in it. */
  readonly held: boolean;
}

/** A text in pieces, those apart in which a line must not break; one piece where there are none. */
export function heldPieces(text: string): readonly HeldPiece[] {
  if (!/[-%≤≥<>]/.test(text)) return [{ text, held: false }];
  const pieces: HeldPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(HELD)) {
    if (index > from) pieces.push({ text: text.slice(from, index), held: false });
    pieces.push({ text: found, held: true });
    from = index + found.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), held: false });
  return pieces;
}
