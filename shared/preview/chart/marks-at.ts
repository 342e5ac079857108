import type { Span } from '../../text/span';
import type { Mark } from './spec';

/** Where the cursor stands: its offset, and the line around it. */
export interface CursorPlace {
  readonly offset: number;
  readonly line: Span;
}

/**
 * The marks that the cursor is at, by their place in the list: those it stands in, else those whose value stands in its line. Where it stands in
 * several, the narrowest ones count: the cell of a year, not the row around it.
 */
export function marksAt(marks: readonly Mark[], { offset, line }: CursorPlace): number[] {
  let least = Number.POSITIVE_INFINITY;
  let found: number[] = [];
  marks.forEach(({ span, extent, silent }, i) => {
    if (silent) return;
    const width = Math.min(around(span, offset), around(extent ?? null, offset));
    if (width > least || !Number.isFinite(width)) return;
    if (width < least) found = [];
    least = width;
    found.push(i);
  });
  if (found.length > 0) return found;
  return marks.flatMap(({ span, silent }, i) =>
    span && !silent && span.from < line.to && span.to > line.from ? [i] : [],
  );
}

/** How long a span around an offset is; infinite when it is elsewhere. */
function around(span: Span | null, offset: number): number {
  return span && span.from <= offset && offset <= span.to ? span.to - span.from : Number.POSITIVE_INFINITY;
}
