import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../span';

/** The range of a syntax node. */
export function at(node: SyntaxNode): Span {
  return { from: node.from, to: node.to };
}

/** The range without blanks at its ends; an all-blank range shrinks to its start. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = Math.max(start, end);
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  while (from < to && /\s/.test(text[from] as string)) from++;
  return { from, to };
}

/** Replaces the given ranges by blanks, keeping line ends and length. Ranges may overlap and come sorted by start or not. */
export function mask(text: string, ranges: readonly Span[]): string {
  if (ranges.length === 0) return text;
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const parts: string[] = [];
  let done = 0;
  for (const r of sorted) {
    if (r.to <= done) continue;
    const from = Math.max(r.from, done);
    parts.push(text.slice(done, from), text.slice(from, r.to).replace(/[^\n\r]/g, ' '));
    done = r.to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
