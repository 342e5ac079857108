/** How long these tests run: 0 in `npm test`, 1 and more in `npm run torture [factor]`. */
export const FACTOR = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0);
export const LONG = FACTOR > 0;

/** What chance begins with: the same in each `npm test`; a new one, which is printed, in each `npm run torture`. */
export const SEED = Number(process.env['STAFFWRIGHT_SEED'] ?? 20_261_129);

/** As many rounds as the short or the long version of a test has. */
export function rounds(short: number, long: number): number {
  return LONG ? long : short;
}

/** Numbers from 0 to 1 that are the same on every run of one seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
