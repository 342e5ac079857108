import type { Text } from '@codemirror/state';

/**
 * The offset of a place typed as `line` or `line:column`, both from 1. A column beyond the line is its end, a line beyond the text the last one; a
 * line below zero counts from the end. Null for anything else.
 */
export function placeIn(doc: Text, typed: string): number | null {
  const match = /^\s*(-?\d{1,9})(?:\s*[:,]\s*(\d{1,9}))?\s*$/.exec(typed);
  const asked = Number(match?.[1]);
  if (!match || asked === 0) return null;
  const number = asked < 0 ? doc.lines + 1 + asked : asked;
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  const column = Math.max(1, Number(match[2] ?? 1));
  return Math.min(line.from + column - 1, line.to);
}
