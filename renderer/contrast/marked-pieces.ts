/** A piece of a text, with whether one of the quotes holds it. */
export interface MarkedPiece {
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/** A text in pieces: those that a quote holds, each quote where it stands first, and what is between. */
export function markedPieces(text: string, quotes: readonly string[]): readonly MarkedPiece[] {
  const spans = quotes
    .flatMap((quote) => {
      const from = quote === '' ? -1 : text.indexOf(quote);
      return from < 0 ? [] : [{ from, to: from + quote.length }];
    })
    .sort((a, b) => a.from - b.from);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  const add = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ from: at, text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const { from, to } of spans) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return pieces;
}
