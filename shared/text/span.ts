/** A half-open range of UTF-16 offsets into the exact text of one file: what CodeMirror uses, and what findings carry. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function span(from: number, to: number): Span {
  return { from, to };
}

/** The smallest span that holds all of the given ones. An empty list gives the empty span at 0. */
export function cover(spans: readonly Span[]): Span {
  if (spans.length === 0) return { from: 0, to: 0 };
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const s of spans) {
    if (s.from < from) from = s.from;
    if (s.to > to) to = s.to;
  }
  return { from, to };
}

/** The same range, so much farther into the text. */
export function movedSpan({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

/** True when `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/**
 * Tells which of the given spans holds another one; null where none does. They come in the order of the text and are apart or within each other,
 * as sections are; the outermost one is told. Whoever asks asks about spans in the order of the text, so that all are found in one pass.
 */
export function holderAmong<T extends Span>(outer: readonly T[]): (inner: Span) => T | null {
  let next = 0;
  return ({ from, to }) => {
    // What is within another span starts behind it and is passed later, so the outermost one that may hold this is next.
    while (next < outer.length && (outer[next] as T).to < to) next++;
    const holder = outer[next];
    return holder !== undefined && holder.from <= from ? holder : null;
  };
}

/** Moves a span inside the bounds 0…length; checks may compute on a text that ends early. */
export function clampSpan(s: Span, length: number): Span {
  const from = Math.max(0, Math.min(s.from, length));
  return { from, to: Math.max(from, Math.min(s.to, length)) };
}
