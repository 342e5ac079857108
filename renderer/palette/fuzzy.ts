/** A hit: higher scores first; `at` are the matched positions, for showing them. */
export interface FuzzyHit {
  readonly score: number;
  readonly at: readonly number[];
}

/**
 * Finds the characters of `query` in `text` in order, blanks ignored, case folded. Starts of words and runs count for more, gaps for less; a query
 * whose characters are merely scattered over the text is no hit. Greedy from the best start: good enough for names, linear for each start.
 */
export function fuzzy(query: string, text: string): FuzzyHit | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  if (wanted === '') return { score: 0, at: [] };
  const hay = text.toLowerCase();
  let best: FuzzyHit | null = null;
  for (
    let start = hay.indexOf(wanted[0] as string);
    start >= 0;
    start = hay.indexOf(wanted[0] as string, start + 1)
  ) {
    const hit = matchFrom(wanted, text, hay, start);
    if (!hit) break;
    if (!best || hit.score > best.score) best = hit;
  }
  // About one point for each character: a start of a word, a run, or at most small gaps.
  return best && best.score >= wanted.length - 1 ? best : null;
}

function matchFrom(wanted: string, text: string, hay: string, start: number): FuzzyHit | null {
  const at: number[] = [];
  let score = 0;
  let from = start;
  for (const character of wanted) {
    const found = hay.indexOf(character, from);
    if (found < 0) return null;
    const previous = at.at(-1);
    if (startsWord(text, found)) score += 8;
    if (previous !== undefined) score += found === previous + 1 ? 6 : -Math.min(4, found - previous - 1);
    at.push(found);
    from = found + 1;
  }
  return { score, at };
}

function startsWord(text: string, index: number): boolean {
  if (index === 0) return true;
  const before = text[index - 1] as string;
  return /[\s/._\-:]/.test(before) || (/[a-z]/.test(before) && /[A-Z]/.test(text[index] as string));
}

/** The entries that match, best first; without a query all of them in their own order. */
export function rank<T>(query: string, entries: readonly T[], text: (entry: T) => string): readonly T[] {
  if (query.trim() === '') return entries;
  return entries
    .map((entry) => ({ entry, hit: fuzzy(query, text(entry)) }))
    .filter((item): item is { entry: T; hit: FuzzyHit } => item.hit !== null)
    .sort((a, b) => b.hit.score - a.hit.score)
    .map((item) => item.entry);
}
