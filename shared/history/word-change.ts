import { differences } from '../text/differences';

/** How many words one text has that another had not, and the other way round. */
export interface WordChange {
  readonly added: number;
  readonly removed: number;
}

/** Longer texts are compared by whole lines, in UTF-16 units of both together. */
const LONGEST_BY_WORDS = 400_000;

/** What changed from one text to another, in words: first by lines, then by words where lines changed. */
export function wordChange(before: string, after: string): WordChange {
  if (before === after) return { added: 0, removed: 0 };
  const [a, b] = [before.split('\n'), after.split('\n')];
  let [added, removed, looked] = [0, 0, 0];
  for (const { fromA, toA, fromB, toB } of differences(a, b)) {
    const [left, right] = [wordsOf(a.slice(fromA, toA)), wordsOf(b.slice(fromB, toB))];
    looked += left.length + right.length;
    if (left.length === 0 || right.length === 0 || looked > LONGEST_BY_WORDS / 5) {
      removed += left.length;
      added += right.length;
      continue;
    }
    for (const part of differences(left, right)) {
      removed += part.toA - part.fromA;
      added += part.toB - part.fromB;
    }
  }
  return { added, removed };
}

/** Words as a reader counts them: runs of letters, digits and what joins them; marks of Markdown are none. */
export function countWords(text: string): number {
  return wordsOf([text]).length;
}

function wordsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.match(/[\p{L}\p{N}]+(?:['’._-][\p{L}\p{N}]+)*/gu) ?? []);
}
