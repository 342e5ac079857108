/** A premium over the cheapest option up to `upTo` (a share; the last band has no bound) earns `score`. */
export interface Band {
  readonly upTo: number;
  readonly score: number;
}

/** What a premium earns where the criterion does not say: the bands of the artifact specification. */
const USUAL: readonly Band[] = [
  { upTo: 0.02, score: 5 },
  { upTo: 0.075, score: 4 },
  { upTo: 0.15, score: 3 },
  { upTo: 0.3, score: 2 },
  { upTo: Number.POSITIVE_INFINITY, score: 1 },
];

const BOUND =
  /(?:≤|<=|<|up to|within)\s{0,3}(\d{1,3}(?:\.\d{1,4})?)\s{0,3}%\D{0,24}?(\d{1,2})(?!\d|\.\d|\s{0,3}%)/gu;
const REST =
  /(?:else|otherwise|above(?: that)?|beyond(?: that)?|more)\D{0,16}(\d{1,2})(?!\d|\.\d|\s{0,3}%)/giu;

/** The bands that a note writes out ("≤ 2 % → 5, ≤ 7.5 % → 4, else 1"); null when it holds fewer than two. */
export function bandsIn(note: string): readonly Band[] | null {
  const bands = [...note.matchAll(BOUND)].map((m) => ({ upTo: Number(m[1]) / 100, score: Number(m[2]) }));
  if (bands.length < 2) return null;
  const rest = [...note.matchAll(REST)].at(-1);
  return [
    ...bands.sort((a, b) => a.upTo - b.upTo),
    ...(rest ? [{ upTo: Number.POSITIVE_INFINITY, score: Number(rest[1]) }] : []),
  ];
}

export function usualBands(): readonly Band[] {
  return USUAL;
}

/** What a premium earns; null when it lies beyond the last band. */
export function bandScore(bands: readonly Band[], premium: number): number | null {
  return bands.find((band) => premium <= band.upTo + 1e-9)?.score ?? null;
}

/** True for a criterion that scores what an option costs to run and own; "exit cost" and its like are other things. */
export function scoresTotalCost(name: string, note: string): boolean {
  if (/(?<!\p{L})TCO(?!\p{L})|costs? of ownership/iu.test(name)) return true;
  if (/^(?:(?:five|5)[- ]years? |total |overall |running )*costs?$/i.test(name.trim())) return true;
  return /(?<!\p{L})costs?(?!\p{L})/iu.test(name) && /npv/i.test(note) && bandsIn(note) !== null;
}
