import type { Section } from './book';

/**
 * Sizes in characters of markup; the 200 pages of the worked kit have 1.6 million. The time of one print grows with the square of its length and its
 * memory by 2.5 MB a page, until the engine gives up at some 1,500 pages.
 */
export interface PieceSizes {
  /** A book up to this is printed as one document, which is what keeps its tags. */
  readonly whole: number;
  /** A longer one in pieces of about this; a section that is longer is a piece of its own. */
  readonly piece: number;
  /** Pages whose running heads are printed at once: their print grows like that of a book (200 s for 1,900 of them). */
  readonly heads: number;
}

export const PIECE_SIZES: PieceSizes = { whole: 2_500_000, piece: 1_200_000, heads: 300 };

/** The sections that are printed together. How a book is divided hangs on nothing but its text. */
export function inPieces(
  sections: readonly Section[],
  { whole, piece }: Omit<PieceSizes, 'heads'>,
): readonly (readonly Section[])[] {
  const sizes = sections.map(({ layout }) => layout.markup.length);
  if (sizes.reduce((sum, size) => sum + size, 0) <= whole) return [sections];
  const pieces: Section[][] = [[]];
  let filled = 0;
  sections.forEach((section, i) => {
    const size = sizes[i] as number;
    if (filled > 0 && filled + size > piece) {
      pieces.push([]);
      filled = 0;
    }
    pieces.at(-1)?.push(section);
    filled += size;
  });
  return pieces;
}
