import type { TextEdit } from '../../rubric/finding';
import { writeNumber } from '../../rubric/repairs/write-value';
import { criticalWeight, type Matrix, ownWeights, renormalised, standing, weightsBalance } from './model';
import { gaps } from './totals-chart';

/** Weights to try, in the order of the criteria; `turn` sets one of them and scales the others to 100. Null weights are those of the file. */
export interface WeightsQuestion {
  readonly weights: readonly number[] | null;
  readonly turn: { readonly index: number; readonly value: number } | null;
}

export interface TriedCriterion {
  readonly id: string;
  readonly name: string;
  readonly stated: number;
  readonly weight: number;
  /** The weight, others scaled, at which another option overtakes the winner; null when none does. */
  readonly critical: { readonly weight: number; readonly flipsTo: string } | null;
}

export interface TriedOption {
  readonly name: string;
  readonly recommended: boolean;
  readonly wins: boolean;
  readonly stated: number;
  readonly total: number;
}

/** What the weights lead to. `problem` says why nothing can be tried; everything else is then empty. */
export interface WeightsAnswer {
  readonly problem: string | null;
  /** As they would be written: in tenths, and 100 together. */
  readonly weights: readonly number[];
  readonly criteria: readonly TriedCriterion[];
  readonly options: readonly TriedOption[];
  readonly max: number;
  /** Ahead of the runner-up. */
  readonly margin: number;
  /** Writes the weights, and the totals that follow, over those of the file: nothing else changes. */
  readonly edits: readonly TextEdit[];
}

const NOTHING = { weights: [], criteria: [], options: [], max: 0, margin: 0, edits: [] };

/** Computes what other weights lead to, with the functions that judge the file's own. Total, also for a question that makes no sense. */
export function tryWeights(matrix: Matrix, question: unknown): WeightsAnswer {
  const problem = gaps(matrix) ?? (weightsBalance(matrix) ? null : 'The weights do not add up to 100.');
  if (problem !== null) return { ...NOTHING, problem };
  const own = ownWeights(matrix);
  const weights = weightsOf(question, own);
  const now = standing(matrix, weights);
  const before = standing(matrix, own);
  if (!now || !before) return { ...NOTHING, problem: 'There is no option to compare yet.' };
  const nameOf = (id: string) => matrix.options.find((option) => option.id === id)?.name ?? id;
  return {
    problem: null,
    weights,
    criteria: matrix.criteria.map((criterion, i) => {
      const critical = criticalWeight(matrix, i, weights);
      return {
        id: criterion.id,
        name: criterion.at.at('name').text ?? criterion.id,
        stated: own[i] ?? 0,
        weight: weights[i] ?? 0,
        critical: critical && { weight: critical.weight, flipsTo: nameOf(critical.flipsTo) },
      };
    }),
    options: matrix.options.map((option) => ({
      name: option.name,
      recommended: option.id === matrix.recommendation,
      wins: option === now.winner,
      stated: before.totals.get(option.id) ?? 0,
      total: now.totals.get(option.id) ?? 0,
    })),
    max: matrix.max,
    margin: now.margin,
    edits: editsOf(matrix, weights, now.totals),
  };
}

function weightsOf(question: unknown, own: readonly number[]): readonly number[] {
  const { weights, turn } = (question ?? {}) as Partial<WeightsQuestion>;
  const fits =
    Array.isArray(weights) && weights.length === own.length && weights.every((w) => Number.isFinite(w));
  const start = fits ? (weights as readonly number[]) : own;
  if (!turn || !(turn.index in own) || !Number.isFinite(turn.value)) return start;
  const value = Math.min(100, Math.max(0, turn.value));
  return inTenths(scaled(start, turn.index, value), turn.index);
}

/** As {@link renormalised}; where the turned weight was all there is, the others share what it leaves. */
function scaled(weights: readonly number[], index: number, value: number): readonly number[] {
  const rest = weights.reduce((sum, weight, i) => (i === index ? sum : sum + weight), 0);
  if (rest > 0) return renormalised(weights, index, value);
  return weights.map((_, i) => (i === index ? value : (100 - value) / Math.max(1, weights.length - 1)));
}

/** Rounded to tenths that add up to 100; the turned one keeps its value, the largest remainders of the others are rounded up. */
function inTenths(weights: readonly number[], kept: number): readonly number[] {
  const tenths = weights.map((weight, i) => (i === kept ? Math.round(weight * 10) : Math.floor(weight * 10)));
  let left = 1000 - tenths.reduce((a, b) => a + b, 0);
  const order = weights
    .map((weight, i) => ({ i, rest: weight * 10 - Math.floor(weight * 10) }))
    .filter(({ i }) => i !== kept)
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    tenths[i] = (tenths[i] ?? 0) + 1;
    left--;
  }
  return tenths.map((value) => value / 10);
}

/** Over stated values only: what the file leaves out is not added. */
function editsOf(
  matrix: Matrix,
  weights: readonly number[],
  totals: ReadonlyMap<string, number>,
): TextEdit[] {
  const changed = matrix.criteria.flatMap((criterion, i) =>
    criterion.weight === weights[i] ? [] : [writeNumber(criterion.at.at('weight'), String(weights[i]))],
  );
  if (changed.length === 0) return [];
  const followed = matrix.options
    .filter((option) => option.total !== null)
    .map((option) => writeNumber(option.at.at('weighted_total'), (totals.get(option.id) ?? 0).toFixed(2)));
  return [...changed, ...followed].flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => a.from - b.from);
}
