import type { PieceText } from '../text/markdown/piece';
import { inPieces } from '../text/markdown/pieces';
import { wordEnds, words } from '../text/prose';
import type { Source } from './artifact';
import type { Fact } from './fact';

/** Lengths are rounded, so that a word typed is not news for the whole kit. */
const STEP = 50;

/**
 * How many words a file has (`''`) and, in Markdown, each section under its anchor: what a reading guide adds up. Front matter is not counted.
 */
export function lengthFacts(source: Source): readonly Fact[] {
  if (source.format !== 'md') return [lengthFact('', words(source.text), { from: 0, to: 0 })];
  const { sections, anchors } = source.markdown;
  const ends = inPieces(source.markdown, wordEndsIn, (end, by) => end + by);
  const total = lengthFact('', ends.length, { from: 0, to: 0 });
  // Repeated headings get numbered anchors; should one still be lost, the sections behind it would go under a wrong name.
  if (anchors.size !== sections.length) return [total];
  const counts = wordsUpTo(ends);
  return [
    total,
    ...[...anchors].flatMap((anchor, i) => {
      const section = sections[i];
      if (!section || anchor === '') return [];
      const { body, heading } = section;
      return [lengthFact(anchor, counts(body.to) - counts(heading.span.from), heading.span)];
    }),
  ];
}

function wordEndsIn({ plain }: PieceText): readonly number[] {
  return wordEnds(plain);
}

/** Answers for any place how many words end before it: sections contain each other. */
function wordsUpTo(ends: readonly number[]): (place: number) => number {
  return (place) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((ends[mid] as number) <= place) low = mid + 1;
      else high = mid;
    }
    return low;
  };
}

function lengthFact(
  anchor: string,
  count: number,
  span: { readonly from: number; readonly to: number },
): Fact {
  const fields = { words: Math.round(count / STEP) * STEP };
  return { type: 'record', set: 'length', id: anchor, fields, places: {}, span };
}
