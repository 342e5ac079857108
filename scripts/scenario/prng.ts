/** Seed of the filler stream, fixed by the incident fact sheet (section on the scenario file). */
export const FILLER_SEED = 20_240_312;

/**
 * Mulberry32: a 32-bit generator that gives the same stream on every platform, since it uses only integer operations
 * that ECMAScript defines bit by bit. `Math.random` cannot be seeded, so regeneration would not be byte-identical.
 *
 * @returns a function giving the next number in [0, 1)
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
