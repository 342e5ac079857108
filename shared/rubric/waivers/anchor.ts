import type { Span } from '../../text/span';
import type { Anchor } from './waiver';

/** A quote longer than this is cut: it finds the place as well, and the waivers file stays readable. */
const LONGEST_QUOTE = 160;
const CONTEXT = 40;

/**
 * The anchor of a place in a text. White space counts as one blank, so that re-wrapping a paragraph changes nothing. An empty place (a value
 * that is missing) is quoted by its line. `longest` is the length that the quote is cut at.
 */
export function anchorOf(text: string, span: Span, longest = LONGEST_QUOTE): Anchor {
  const place = span.from === span.to ? lineAt(text, span.from) : span;
  return {
    quote:
      cut(text.slice(place.from, place.to), longest) ||
      cut(text.slice(0, 10_000).trimStart(), longest) ||
      '(empty file)',
    before: whole(
      squeeze(text.slice(Math.max(0, place.from - 4 * CONTEXT), place.from)).slice(-CONTEXT),
    ).trim(),
    after: whole(squeeze(text.slice(place.to, place.to + 4 * CONTEXT)).slice(0, CONTEXT)).trim(),
  };
}

function cut(text: string, longest: number): string {
  return whole(squeeze(text.slice(0, 4 * longest)).slice(0, longest)).trim();
}

/** Without the half of a character that a cut left at an end: it could not be written down. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * How well a place fits an anchor: 0 when the quoted text is another or stands between other words, 1 when one side of it changed, 2 when
 * nothing did. One side may change because edits beside a quote are no news about the quote; both sides mean another occurrence.
 */
export function closeness(anchor: Anchor, place: Anchor): 0 | 1 | 2 {
  if (anchor.quote !== place.quote) return 0;
  // Written by hand without neighbours: the quote alone has to do.
  if (anchor.before === '' && anchor.after === '') return place.before === '' && place.after === '' ? 2 : 1;
  const before = sameEnd(anchor.before, place.before);
  const after = sameStart(anchor.after, place.after);
  return before && after ? 2 : before || after ? 1 : 0;
}

/** Contexts written by hand may be shorter than ours; an empty one beside a written one says nothing. */
function sameEnd(written: string, found: string): boolean {
  const known = squeeze(written).trim();
  return known === '' ? found === '' : found.endsWith(known);
}

function sameStart(written: string, found: string): boolean {
  const known = squeeze(written).trim();
  return known === '' ? found === '' : found.startsWith(known);
}

/** Every run of white space as one blank. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function lineAt(text: string, offset: number): Span {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { from, to: end < 0 ? text.length : end };
}
