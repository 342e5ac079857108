import type { Source } from '../../rubric/artifact';
import { DataReader } from '../../rubric/read-data';
import { DataTree } from '../../text/data-tree';

export interface MatrixCriterion {
  readonly id: string;
  readonly weight: number | null;
  readonly at: DataReader;
}

export interface MatrixOption {
  readonly id: string;
  readonly name: string;
  readonly statusQuo: boolean;
  /** Stated total. */
  readonly total: number | null;
  readonly at: DataReader;
  /** Score of a criterion; null when the cell is empty or holds no whole number of the scale. */
  score(criterion: string): number | null;
}

/** A tradeoff matrix as far as it is written. */
export interface Matrix {
  readonly root: DataReader;
  readonly criteria: readonly MatrixCriterion[];
  readonly options: readonly MatrixOption[];
  readonly recommendation: string | null;
  readonly min: number;
  readonly max: number;
  readonly weightSum: number | null;
  /** All weights present and every option scores every criterion: totals and sensitivity can be computed. */
  readonly computable: boolean;
}

export function readMatrix(source: Source): Matrix {
  const tree =
    source.format === 'yaml' || source.format === 'json' ? source.data : new DataTree(source.text, null, []);
  const root = new DataReader(tree);
  const criteria = root
    .at('criteria')
    .items.map((at) => ({ id: at.at('id').text ?? '', weight: at.at('weight').number, at }));
  const min = root.at('scale', 'min').number ?? 1;
  const max = root.at('scale', 'max').number ?? 5;
  const options = root.at('options').items.map((at) => ({
    id: at.at('id').text ?? '',
    name: at.at('name').text ?? at.at('id').text ?? '',
    statusQuo: at.at('status_quo').boolean === true,
    total: at.at('weighted_total').number,
    at,
    score: (criterion: string) => {
      const score = at.at('scores', criterion, 'score').number;
      return score !== null && Number.isInteger(score) && score >= min && score <= max ? score : null;
    },
  }));
  const weights = criteria.map((c) => c.weight);
  const weightSum =
    weights.every((w) => w !== null) && weights.length > 0
      ? weights.reduce((sum: number, w) => sum + (w ?? 0), 0)
      : null;
  return {
    root,
    criteria,
    options,
    recommendation: root.at('recommendation').text,
    min,
    max,
    weightSum,
    computable:
      weightSum !== null &&
      options.length > 0 &&
      options.every((o) => criteria.every((c) => o.score(c.id) !== null)),
  };
}

/** Stated totals may differ from the exact ones by rounding to two decimals. */
export const TOTAL_TOLERANCE = 0.005 + 1e-9;

/** Weights must add up to 100 within this (TM-01). */
export const WEIGHT_TOLERANCE = 0.01;

export function weightsBalance(matrix: Matrix): boolean {
  return matrix.weightSum !== null && Math.abs(matrix.weightSum - 100) <= WEIGHT_TOLERANCE;
}

/** Σ weight × score / 100 of an option under the given weights (same order as the criteria). Needs a computable matrix. */
export function weightedTotal(matrix: Matrix, option: MatrixOption, weights: readonly number[]): number {
  let sum = 0;
  matrix.criteria.forEach((c, i) => {
    sum += (weights[i] ?? 0) * (option.score(c.id) ?? 0);
  });
  return sum / 100;
}

export function ownWeights(matrix: Matrix): number[] {
  return matrix.criteria.map((c) => c.weight ?? 0);
}

/** Sets one weight and scales the others so that the sum stays 100 (one-at-a-time, proportional renormalisation). */
export function renormalised(weights: readonly number[], index: number, value: number): number[] {
  const rest = 100 - (weights[index] ?? 0);
  const scale = rest === 0 ? 0 : (100 - value) / rest;
  return weights.map((w, i) => (i === index ? value : w * scale));
}

export interface Standing {
  readonly winner: MatrixOption;
  /** Distance to the runner-up; 0 on a tie, Infinity with one option. */
  readonly margin: number;
  readonly totals: ReadonlyMap<string, number>;
}

/** Who wins under given weights. On a tie the option that stands first in the file wins. */
export function standing(matrix: Matrix, weights: readonly number[]): Standing | null {
  const totals = new Map<string, number>();
  let winner: MatrixOption | null = null;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const option of matrix.options) {
    const total = weightedTotal(matrix, option, weights);
    totals.set(option.id, total);
    if (total > best) {
      second = best;
      best = total;
      winner = option;
    } else if (total > second) second = total;
  }
  return winner ? { winner, margin: best - second, totals } : null;
}

/**
 * The weight of one criterion (0–100, others renormalised) at which another option overtakes the present winner, nearest to the present weight;
 * null when no weight does. Totals are linear in the weight, so each rival crosses at most once.
 */
export function criticalWeight(
  matrix: Matrix,
  index: number,
  weights: readonly number[] = ownWeights(matrix),
): { weight: number; flipsTo: string } | null {
  const now = standing(matrix, weights);
  const current = weights[index] ?? 0;
  if (!now) return null;
  const at = (value: number, option: MatrixOption) =>
    weightedTotal(matrix, option, renormalised(weights, index, value));
  let found: { weight: number; flipsTo: string } | null = null;
  for (const rival of matrix.options) {
    if (rival === now.winner) continue;
    const gap0 = at(0, now.winner) - at(0, rival);
    const gap100 = at(100, now.winner) - at(100, rival);
    if (gap0 === gap100) continue;
    const crossing = (100 * gap0) / (gap0 - gap100);
    if (!(crossing > 0 && crossing < 100)) continue;
    if (!found || Math.abs(crossing - current) < Math.abs(found.weight - current))
      found = { weight: crossing, flipsTo: rival.id };
  }
  return found;
}
