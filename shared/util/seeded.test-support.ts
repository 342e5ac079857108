/** Numbers that look random and are the same in each run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FACTOR = Math.max(1, Number(process.env['STAFFWRIGHT_TORTURE'] ?? 1) || 1);

/** How often a test on chance inputs goes round: `STAFFWRIGHT_TORTURE=<factor>` makes it that many times more. */
export function rounds(usual: number): number {
  return Math.round(usual * FACTOR);
}

/** The time such a test may take. */
export function patience(usual: number): number {
  return usual * FACTOR;
}
