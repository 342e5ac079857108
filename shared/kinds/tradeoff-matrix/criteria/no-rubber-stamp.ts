import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import type { Matrix } from '../model';

/** TM-09. */
export const noRubberStamp: AutoCriterion<Matrix> = {
  id: 'TM-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Every criterion separates the options',
  failTitle: 'A criterion gives every option the same score',
  why: 'A criterion on which nothing differs pads the table and waters down the weights that decide.',
  hint: 'Drop it, or say in its rationale that it is a gate every option has to pass.',
  sources: ['MCDM'],
  check: ({ model }) => {
    if (model.options.length < 2) return failBecause('TM-05');
    const problems = model.criteria.flatMap((criterion) => {
      const scores = model.options.map((o) => o.score(criterion.id));
      const same = scores.every((s) => s !== null && s === scores[0]);
      const gate = /\bgate\b/i.test(criterion.at.at('rationale').text ?? '');
      return same && !gate
        ? [
            {
              span: criterion.at.at('id').span,
              message: `${criterion.id} scores ${scores[0]} for all ${scores.length} options`,
            },
          ]
        : [];
    });
    return judge(
      problems,
      model.criteria.map((c) => c.at.at('id').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'criteria: [{id: C1, rationale: "a gate all must pass"}]\noptions:\n  - {id: a, scores: {C1: {score: 5}}}\n  - {id: b, scores: {C1: {score: 5}}}\n',
      },
    ],
    fail: [
      {
        source:
          'criteria: [{id: C1}]\noptions:\n  - {id: a, scores: {C1: {score: 5}}}\n  - {id: b, scores: {C1: {score: 5}}}\n',
        at: ['C1'],
      },
    ],
  },
};
