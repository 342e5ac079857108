import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { cover } from '../../../text/span';
import { type Matrix, weightsBalance } from '../model';

/** TM-01. Totals, winner and sensitivity mean nothing while this fails, so their criteria wait for it. */
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
      return fail(...missing.map((c) => ({ span: c.at.at('weight').span, message: `Criterion ${c.id || '(no id)'} has no numeric weight` })));
    }
    const sum = Math.round((model.weightSum ?? 0) * 100) / 100;
    const parts = model.criteria.map((c) => `${c.id} ${c.weight}`).join(' + ');
    const scaled = rescale(model.criteria.map((c) => c.weight ?? 0));
    return fail({
      span: spans.at(-1) ?? cover(spans),
      message: `The weights add up to ${sum}, not 100 (${parts})`,
      related: spans.slice(0, -1).map((span, i) => ({ path: source.path, span, message: `weight of ${model.criteria[i]?.id}` })),
      fix: {
        title: 'Scale all weights to 100, keeping their proportions',
        edits: spans.map((span, i) => ({ ...span, insert: String(scaled[i]) })),
      },
    });
  },
  examples: {
    pass: [{ source: 'criteria:\n  - {id: C1, weight: 60}\n  - {id: C2, weight: 40}\n', evidence: ['60'] }],
    fail: [
      { source: 'criteria:\n  - {id: C1, weight: 60}\n  - {id: C2, weight: 41}\n', at: ['41'] },
      { source: 'criteria:\n  - {id: C1, weight: "60 %"}\n  - {id: C2, weight: 40}\n', at: ['60 %'] },
    ],
  },
};

/** Proportional integers that sum to 100: floors first, then the largest remainders get one more. */
function rescale(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((w) => (w * 100) / sum);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((a, b) => a + b, 0);
  const order = exact.map((value, i) => ({ i, rest: value - (floors[i] ?? 0) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const out = [...floors];
  for (const { i } of order.slice(0, left)) out[i] = (out[i] ?? 0) + 1;
  return out;
}
