import type { Fix } from '../../rubric/finding';
import { type Matrix, ownWeights, TOTAL_TOLERANCE, weightedTotal } from './model';

/** A weight that the stated totals give away. */
export interface OddWeight {
  readonly index: number;
  /** What the weight would be for the sum to be 100. */
  readonly weight: number;
}

/**
 * The one weight that, corrected by what is missing to 100, makes every stated total right: the weight that was changed after the totals were
 * written. Null when no weight or more than one does, or when the grid is not full.
 */
export function oddWeight(model: Matrix): OddWeight | null {
  const stated = model.options.filter((option) => option.total !== null);
  if (!model.computable || stated.length < model.options.length) return null;
  const weights = ownWeights(model);
  const missing = 100 - (model.weightSum ?? 0);
  const fits = weights.flatMap((weight, index) => {
    const corrected = weights.map((w, i) => (i === index ? w + missing : w));
    const right = stated.every(
      (option) => Math.abs(weightedTotal(model, option, corrected) - (option.total ?? 0)) <= TOTAL_TOLERANCE,
    );
    return right && weight + missing > 0
      ? [{ index, weight: Math.round((weight + missing) * 100) / 100 }]
      : [];
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

export function restoreWeight(model: Matrix, odd: OddWeight): Fix {
  const criterion = model.criteria[odd.index];
  const edits = criterion ? [{ ...criterion.at.at('weight').span, insert: String(odd.weight) }] : [];
  return { title: `Set the weight of ${criterion?.id} to ${odd.weight}`, edits };
}

export function scaleWeights(model: Matrix): Fix {
  const scaled = rescale(ownWeights(model));
  return {
    title: 'Scale all weights to 100, keeping their proportions',
    edits: model.criteria.map((c, i) => ({ ...c.at.at('weight').span, insert: String(scaled[i]) })),
  };
}

/** Proportional integers that sum to 100: floors first, then the largest remainders get one more. */
function rescale(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((w) => (w * 100) / sum);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - (floors[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  const out = [...floors];
  for (const { i } of order.slice(0, left)) out[i] = (out[i] ?? 0) + 1;
  return out;
}
