import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { cover } from '../../../text/span';
import { type Matrix, weightsBalance } from '../model';
import { oddWeight, restoreWeight, scaleWeights } from '../weight-repair';

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
      fix: odd ? restoreWeight(model, odd) : scaleWeights(model),
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
