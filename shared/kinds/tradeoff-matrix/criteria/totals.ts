import { type AutoCriterion, failBecause, judge, notEvaluated } from '../../../rubric/criterion';
import { putNumber } from '../../../rubric/repairs/write-value';
import { type Matrix, ownWeights, TOTAL_TOLERANCE, weightedTotal, weightsBalance } from '../model';

/** TM-03. */
export const totals: AutoCriterion<Matrix> = {
  id: 'TM-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Totals recompute',
  failTitle: 'A weighted total does not recompute',
  why: 'A total that a reader can disprove with a pocket calculator ends the discussion about the decision itself.',
  hint: 'Write the computed value: Σ weight × score / 100, two decimals.',
  sources: ['MCDM'],
  check: ({ model }) => {
    if (model.options.length === 0) return failBecause('TM-05');
    if (!weightsBalance(model))
      return notEvaluated('Totals can be judged when the weights sum to 100 (TM-01)');
    if (!model.computable) return notEvaluated('Totals can be judged when the grid is full (TM-02)');
    const weights = ownWeights(model);
    const problems = model.options.flatMap((option) => {
      const exact = weightedTotal(model, option, weights);
      const stated = option.at.at('weighted_total');
      if (option.total !== null && Math.abs(option.total - exact) <= TOTAL_TOLERANCE) return [];
      const value = exact.toFixed(2);
      const sum = model.criteria.map((c) => `${c.weight}×${option.score(c.id)}`).join(' + ');
      return [
        {
          span: stated.span,
          message:
            option.total === null
              ? `${option.id} has no weighted total; it computes to ${value}`
              : `${option.id}: stated ${option.total}, computed ${value} = (${sum}) / 100`,
          ...putNumber(option.at, 'weighted_total', value),
        },
      ];
    });
    return judge(
      problems,
      model.options.map((o) => o.at.at('weighted_total').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'criteria: [{id: C1, weight: 60}, {id: C2, weight: 40}]\noptions:\n  - {id: a, scores: {C1: {score: 4}, C2: {score: 3}}, weighted_total: 3.60}\n',
        evidence: ['3.60'],
      },
    ],
    fail: [
      {
        source:
          'criteria: [{id: C1, weight: 60}, {id: C2, weight: 40}]\noptions:\n  - {id: a, scores: {C1: {score: 4}, C2: {score: 3}}, weighted_total: 3.70}\n',
        at: ['3.70'],
      },
    ],
  },
};
