import type { Text } from '@codemirror/state';

/** Longer texts are not counted: the time would be felt. In UTF-16 units. */
const LONGEST = 8 * 1024 * 1024;

/** Runs of characters between blanks that hold a letter or a digit; null for texts too long to count. */
export function countWords(doc: Text): number | null {
  if (doc.length > LONGEST) return null;
  let words = 0;
  for (const line of doc.iterLines())
    for (const match of line.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(match[0])) words++;
  return words;
}
