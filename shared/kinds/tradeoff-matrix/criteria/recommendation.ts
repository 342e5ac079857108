import { type AutoCriterion, fail, failBecause, notEvaluated, pass } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { type Matrix, ownWeights, standing, weightsBalance } from '../model';

/** Words an override needs to count as an argument. */
const LEAST_REASON = 30;

/** TM-04. */
export const recommendation: AutoCriterion<Matrix> = {
  id: 'TM-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The recommendation is the top score, or overridden in writing',
  failTitle: 'The recommendation is not the top score',
  why: 'A recommendation that ignores its own matrix says that the matrix was decoration; a written override says that judgement was used.',
  hint: 'Recommend the option with the highest total, or write under override.reason why judgement beats the score.',
  sources: ['MCDM'],
  check: ({ model }) => {
    const at = model.root.at('recommendation');
    if (model.options.length === 0) return failBecause('TM-05');
    if (model.recommendation === null)
      return fail({ span: at.span, message: 'The matrix recommends no option' });
    if (!model.options.some((o) => o.id === model.recommendation)) {
      return fail({
        span: at.span,
        message: `"${model.recommendation}" is not the id of an option (${model.options.map((o) => o.id).join(', ')})`,
      });
    }
    if (!weightsBalance(model) || !model.computable)
      return notEvaluated('The top score is known when the weights sum to 100 and the grid is full');
    const now = standing(model, ownWeights(model));
    if (!now) return notEvaluated('There is no option to compare');
    const best = now.totals.get(now.winner.id) ?? 0;
    const own = now.totals.get(model.recommendation) ?? 0;
    if (own >= best - 1e-9) return pass(at.span);
    const reason = model.root.at('override', 'reason');
    if (reason.text !== null && words(reason.text) >= LEAST_REASON) return pass(at.span, reason.span);
    const written =
      reason.text === null
        ? 'no override is written'
        : `the override has ${words(reason.text)} words of ${LEAST_REASON}`;
    return fail({
      span: at.span,
      message: `${model.recommendation} scores ${own.toFixed(2)}, below ${now.winner.id} with ${best.toFixed(2)}, and ${written}`,
    });
  },
  examples: {
    pass: [
      {
        source:
          'criteria: [{id: C1, weight: 100}]\noptions:\n  - {id: a, scores: {C1: {score: 4}}}\n  - {id: b, scores: {C1: {score: 3}}}\nrecommendation: a\n',
        evidence: ['a'],
      },
    ],
    fail: [
      {
        source:
          'criteria: [{id: C1, weight: 100}]\noptions:\n  - {id: a, scores: {C1: {score: 4}}}\n  - {id: bee, scores: {C1: {score: 3}}}\nrecommendation: bee\n',
        at: ['bee'],
      },
    ],
  },
};
