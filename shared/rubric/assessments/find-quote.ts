import type { Span } from '../../text/span';
import { anchorOf, closeness, squeeze } from '../waivers/anchor';
import type { Anchor } from '../waivers/waiver';

/** A longer passage is cut, so that the file of answers stays readable. In characters, white space counted once. */
export const LONGEST_PASSAGE = 600;

/** A quote repeated more often than this is looked for no further: the first places do as well. */
const MOST_PLACES = 200;

/** The anchor of a passage that an answer rests on. */
export function passageAnchor(text: string, span: Span): Anchor {
  return anchorOf(text, span, LONGEST_PASSAGE);
}

/**
 * Where a quoted passage stands in a text, or null when it does not. White space counts as one blank, as in the anchor; of several places the
 * one between the quoted neighbours, else the first.
 */
export function findQuote(text: string, anchor: Anchor): Span | null {
  const wanted = squeeze(anchor.quote).trim();
  if (wanted === '') return null;
  const { squeezed, offsets } = squeezedWithOffsets(text);
  let best: Span | null = null;
  let fits = -1;
  let at = squeezed.indexOf(wanted);
  for (let n = 0; at >= 0 && n < MOST_PLACES; n++) {
    const span = {
      from: offsets[at] as number,
      to: (offsets[at + wanted.length - 1] as number) + 1,
    };
    const found = closeness({ ...anchor, quote: wanted }, { ...anchorOf(text, span), quote: wanted });
    if (found > fits) {
      best = span;
      fits = found;
    }
    if (fits === 2) break;
    at = squeezed.indexOf(wanted, at + wanted.length);
  }
  return best;
}

/** The text with each run of white space as one blank, and where each of its characters stood. */
function squeezedWithOffsets(text: string): {
  readonly squeezed: string;
  readonly offsets: Int32Array;
} {
  const offsets = new Int32Array(text.length);
  const pieces: string[] = [];
  let length = 0;
  let end = 0;
  const take = (from: number, to: number) => {
    for (let i = from; i < to; i++) offsets[length++] = i;
    if (to > from) pieces.push(text.slice(from, to));
  };
  for (const { index, 0: space } of text.matchAll(/\s+/g)) {
    take(end, index);
    offsets[length++] = index;
    pieces.push(' ');
    end = index + space.length;
  }
  take(end, text.length);
  return { squeezed: pieces.join(''), offsets };
}
