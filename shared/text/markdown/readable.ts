import type { Span } from '../span';

/** The words of a range as a reader sees them: markup left out, code kept, blanks folded. Offsets don't apply to it. */
export function readableText(
  doc: { readonly text: string; readonly markup: readonly Span[] },
  s: Span,
): string {
  const { text, markup } = doc;
  let out = '';
  let done = s.from;
  for (let i = firstFrom(markup, s.from); i < markup.length; i++) {
    const mark = markup[i] as Span;
    if (mark.from >= s.to) break;
    if (mark.to <= done) continue;
    out += text.slice(done, Math.max(done, mark.from));
    // A tag such as `<br>` stands between words; `**` and the like stand inside them.
    if (text[mark.from] === '<') out += ' ';
    done = mark.to;
  }
  if (done < s.to) out += text.slice(done, s.to);
  return out.replace(/\s+/g, ' ').trim();
}

/** The index of the first range that may reach behind `offset`; ranges are sorted by start and seldom overlap. */
function firstFrom(ranges: readonly Span[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ranges[mid] as Span).from < offset) low = mid + 1;
    else high = mid;
  }
  return Math.max(0, low - 1);
}

/** Keys of short texts, most of them asked for again and again: names of columns and sections, and headings that stayed. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;
const LONGEST_KEPT = 200;

/** What a section alias is compared with: lower case, numbering, punctuation and emoji removed, single blanks. */
export function headingKey(text: string): string {
  if (text.length > LONGEST_KEPT) return makeKey(text);
  let key = keys.get(text);
  if (key === undefined) {
    key = makeKey(text);
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(text, key);
  }
  return key;
}

function makeKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:\d+(?:\.\d+)*[.):]?|[ivx]+[.)])\s+/, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
