import { differences, linesOf } from '../../shared/text/differences';

/** One replacement that turns a text into another. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The smallest single replacement between two texts: what both ends share stays, so that cursors, marks and the preview of everything
 * else stay where they are. Null when the texts are equal.
 */
export function smallestChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  // A pair of surrogates is never cut in two.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Longer texts are replaced in one piece, in UTF-16 units of both together. */
const LONGEST_BY_LINES = 8 * 1024 * 1024;

/**
 * The replacements between two texts, one for each place where lines differ: a cursor, a fold or a mark stays where it is unless its own lines
 * changed. In ascending order; none when the texts are equal.
 */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  const whole = smallestChange(before, after);
  if (!whole) return [];
  if (before.length + after.length > LONGEST_BY_LINES) return [whole];
  const [a, b] = [linesOf(before), linesOf(after)];
  const [startsA, startsB] = [starts(a), starts(b)];
  const at = (offsets: readonly number[], index: number) => offsets[index] as number;
  return differences(a, b).flatMap(({ fromA, toA, fromB, toB }) => {
    const from = at(startsA, fromA);
    const change = smallestChange(
      before.slice(from, at(startsA, toA)),
      after.slice(at(startsB, fromB), at(startsB, toB)),
    );
    return change ? [{ from: from + change.from, to: from + change.to, insert: change.insert }] : [];
  });
}

/** Where each part begins, and the last one ends. */
function starts(parts: readonly string[]): readonly number[] {
  let at = 0;
  return [0, ...parts.map((part) => (at += part.length))];
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
