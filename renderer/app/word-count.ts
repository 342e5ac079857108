import type { Text } from '@codemirror/state';

/** Longer texts are not counted: the time would be felt. In UTF-16 units. */
const LONGEST = 8 * 1024 * 1024;

/** Words of the pieces of texts. An edit makes new ones of few pieces and leaves all others as they are. */
const counted = new WeakMap<Text, number>();

/** Runs of characters between blanks that hold a letter or a digit; null for texts too long to count. */
export function countWords(doc: Text): number | null {
  if (doc.length > LONGEST) return null;
  const counting = wordCounting(doc);
  for (;;) {
    const { done, value } = counting.next();
    if (done) return value;
  }
}

/** Counts piece by piece, so that a long text can be counted between keys. Pieces that were counted before cost nothing. */
export function* wordCounting(doc: Text): Generator<void, number> {
  const known = counted.get(doc);
  if (known !== undefined) return known;
  let words = 0;
  if (doc.children) for (const part of doc.children) words += yield* wordCounting(part);
  else {
    for (const line of doc.iterLines())
      for (const match of line.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(match[0])) words++;
    yield;
  }
  counted.set(doc, words);
  return words;
}

/** True for texts that are counted. */
export function isCounted(doc: Text): boolean {
  return doc.length <= LONGEST;
}
