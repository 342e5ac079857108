const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * Where in its source the word stands that a reader sees at an offset of the shown text: the same word, counted from the start of both. Null when
 * there is no word, or the source has it less often.
 */
export function wordInSource(shown: string, at: number, source: string): number | null {
  const counts = new Map<string, number>();
  for (const { 0: word, index } of shown.matchAll(WORDS)) {
    const before = counts.get(word) ?? 0;
    if (index + word.length >= at) return index > at ? null : nthWord(source, word, before);
    counts.set(word, before + 1);
  }
  return null;
}

function nthWord(source: string, wanted: string, count: number): number | null {
  let left = count;
  for (const { 0: word, index } of source.matchAll(WORDS)) if (word === wanted && left-- === 0) return index;
  return null;
}
