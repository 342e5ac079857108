import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { Matrix } from '../model';

/** TM-02. */
export const fullGrid: AutoCriterion<Matrix> = {
  id: 'TM-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every option scores every criterion',
  failTitle: 'The grid has empty or invalid cells',
  why: 'An empty cell is a place where an option escaped judgement; the total then compares unlike things.',
  hint: 'Score the cell with a whole number on the scale, with its evidence.',
  sources: ['MCDM'],
  check: ({ model }) => {
    if (model.options.length === 0 || model.criteria.length === 0) return failBecause('TM-05');
    const problems: Problem[] = [];
    for (const option of model.options) {
      for (const criterion of model.criteria) {
        const cell = option.at.at('scores', criterion.id, 'score');
        const score = cell.number;
        if (score === null) {
          const at = option.at.at('scores').exists
            ? option.at.at('scores', criterion.id).keySpan
            : option.at.at('id').span;
          problems.push({
            span: cell.exists ? cell.span : at,
            message: `${option.id} has no score for ${criterion.id}`,
          });
        } else if (!Number.isInteger(score) || score < model.min || score > model.max) {
          problems.push({
            span: cell.span,
            message: `${option.id}, ${criterion.id}: ${score} is not a whole number from ${model.min} to ${model.max}`,
          });
        }
      }
      for (const [key, cell] of option.at.at('scores').members) {
        if (!model.criteria.some((c) => c.id === key))
          problems.push({
            span: cell.keySpan,
            message: `${option.id} scores ${key}, which is no criterion of this matrix`,
          });
      }
    }
    return judge(
      problems,
      model.options.map((o) => o.at.at('scores').keySpan),
    );
  },
  examples: {
    pass: [
      { source: 'criteria: [{id: C1, weight: 100}]\noptions:\n  - {id: a, scores: {C1: {score: 4}}}\n' },
    ],
    fail: [
      {
        source:
          'criteria: [{id: C1, weight: 50}, {id: C2, weight: 50}]\noptions:\n  - id: a\n    scores:\n      C1: {score: 4.5}\n      C2: {score: 9}\n',
        at: ['4.5', '9'],
      },
      {
        source: 'criteria: [{id: C1, weight: 100}]\noptions:\n  - id: a\n    scores:\n      C7: {score: 4}\n',
        at: ['scores', 'C7'],
      },
    ],
  },
};
