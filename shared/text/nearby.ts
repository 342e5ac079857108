import type { MarkdownDoc } from './markdown';
import { words } from './prose';
import type { Span } from './span';

/**
 * How well a place is explained: a function that gives the words of the longest paragraph among the one that holds the place and up to `reach`
 * paragraphs before and after it. The paragraphs are counted once, so that asking for every link of a file stays cheap.
 */
export function wordsNearby(doc: MarkdownDoc, reach: number): (place: Span) => number {
  const paragraphs = doc.blocks.filter((b) => b.kind === 'paragraph').map((b) => b.span);
  const counts: (number | undefined)[] = [];
  const count = (i: number): number => {
    const span = paragraphs[i];
    if (!span) return 0;
    counts[i] ??= words(doc.plain.slice(span.from, span.to));
    return counts[i];
  };
  return (place) => {
    const next = firstEndingBehind(paragraphs, place.from);
    const own = (paragraphs[next]?.from ?? Number.POSITIVE_INFINITY) <= place.from;
    let best = 0;
    for (let i = next - reach; i < next + reach + (own ? 1 : 0); i++) best = Math.max(best, count(i));
    return best;
  };
}

/** Index of the first range that ends behind `offset`; ranges are in text order and don't overlap. */
function firstEndingBehind(ranges: readonly Span[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ranges[mid] as Span).to <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
