import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import type { Fix } from '../../../rubric/finding';
import { cover } from '../../../text/span';
import { type Matrix, ownWeights, TOTAL_TOLERANCE, weightedTotal, weightsBalance } from '../model';

/**
 * TM-01. Totals, winner and sensitivity mean nothing while this fails, so their criteria wait for it. The finding stands on the weight that
 * the stated totals give away as the odd one, else on the last.
 */
export const weightsSum: AutoCriterion<Matrix> = {
  id: 'TM-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Weights sum to 100',
  failTitle: 'Weights do not sum to 100',
  why: 'Weights that do not share one whole hide how much each concern decided, and every total computed from them is off.',
  hint: 'Change the weights until they add up to 100; scaling all of them keeps their proportions.',
  sources: ['MCDM'],
  check: ({ model, source }) => {
    if (model.criteria.length === 0) return failBecause('TM-05');
    const spans = model.criteria.map((c) => c.at.at('weight').span);
    if (weightsBalance(model)) return pass(...spans);
    const missing = model.criteria.filter((c) => c.weight === null);
    if (missing.length > 0) {
      return fail(
        ...missing.map((c) => ({
          span: c.at.at('weight').span,
          message: `Criterion ${c.id || '(no id)'} has no numeric weight`,
        })),
      );
    }
    const sum = Math.round((model.weightSum ?? 0) * 100) / 100;
    const parts = model.criteria.map((c) => `${c.id} ${c.weight}`).join(' + ');
    const odd = oddWeight(model);
    const index = odd?.index ?? spans.length - 1;
    const others = spans.flatMap((span, i) =>
      i === index ? [] : [{ path: source.path, span, message: `weight of ${model.criteria[i]?.id}` }],
    );
    const because = odd
      ? `; with ${model.criteria[odd.index]?.id} at ${odd.weight} every stated total recomputes`
      : '';
    return fail({
      span: spans[index] ?? cover(spans),
      message: `The weights add up to ${sum}, not 100 (${parts})${because}`,
      related: others,
      fix: odd ? restore(model, odd) : scale(model),
    });
  },
  examples: {
    pass: [{ source: 'criteria:\n  - {id: C1, weight: 60}\n  - {id: C2, weight: 40}\n', evidence: ['60'] }],
    fail: [
      { source: 'criteria:\n  - {id: C1, weight: 60}\n  - {id: C2, weight: 41}\n', at: ['41'] },
      {
        source:
          'criteria:\n  - {id: C1, weight: 61}\n  - {id: C2, weight: 40}\n' +
          'options:\n  - {id: a, scores: {C1: {score: 4}, C2: {score: 2}}, weighted_total: 3.20}\n',
        at: ['61'],
      },
      { source: 'criteria:\n  - {id: C1, weight: "60 %"}\n  - {id: C2, weight: 40}\n', at: ['60 %'] },
    ],
  },
};

interface OddWeight {
  readonly index: number;
  /** What the weight would be for the sum to be 100. */
  readonly weight: number;
}

/**
 * The one weight that, corrected by what is missing to 100, makes every stated total right: the weight that was changed after the totals were
 * written. Null when no weight or more than one does, or when the grid is not full.
 */
function oddWeight(model: Matrix): OddWeight | null {
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

function restore(model: Matrix, odd: OddWeight): Fix {
  const criterion = model.criteria[odd.index];
  const edits = criterion ? [{ ...criterion.at.at('weight').span, insert: String(odd.weight) }] : [];
  return { title: `Set the weight of ${criterion?.id} to ${odd.weight}`, edits };
}

function scale(model: Matrix): Fix {
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
