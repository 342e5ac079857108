/** A hit: higher scores first; `at` are the matched positions, for showing them. */
export interface FuzzyHit {
  readonly score: number;
  readonly at: readonly number[];
}

/** Characters that may be left out between two hits within a word. */
const SMALL_GAP = 3;

/**
 * Finds the characters of `query` in `text` in order, blanks ignored, case folded. Each must continue the run before it, start a word, or stand
 * close by: letters merely scattered over the text are no hit. Runs and starts of words count for more. Null when there is no hit; greedy from
 * each possible start, which is good enough for names.
 */
export function fuzzy(query: string, text: string): FuzzyHit | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const first = wanted[0];
  if (first === undefined) return { score: 0, at: [] };
  const hay = text.toLowerCase();
  let best: FuzzyHit | null = null;
  for (let start = hay.indexOf(first); start >= 0; start = hay.indexOf(first, start + 1)) {
    const hit = matchFrom(wanted, text, hay, start);
    if (hit && (!best || hit.score > best.score)) best = hit;
  }
  return best;
}

function matchFrom(wanted: string, text: string, hay: string, start: number): FuzzyHit | null {
  const at = [start];
  // What begins with the query is meant before what only contains it.
  let score = start === 0 ? 12 : startsWord(text, start) ? 8 : 0;
  for (const character of wanted.slice(1)) {
    const previous = at[at.length - 1] ?? start;
    const found = nextHit(text, hay, character, previous + 1);
    if (found === null) return null;
    if (found === previous + 1) score += 6;
    else if (startsWord(text, found)) score += 5;
    else score -= found - previous;
    at.push(found);
  }
  return { score, at };
}

/** The next place of a character: right here, else at the start of a word, else close by. */
function nextHit(text: string, hay: string, character: string, from: number): number | null {
  const near = hay.indexOf(character, from);
  if (near < 0 || near === from) return near < 0 ? null : near;
  for (let at = near; at >= 0; at = hay.indexOf(character, at + 1)) if (startsWord(text, at)) return at;
  return near - from <= SMALL_GAP ? near : null;
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
