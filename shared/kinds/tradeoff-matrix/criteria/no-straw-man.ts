import { type AutoCriterion, failBecause, judge, notEvaluated } from '../../../rubric/criterion';
import type { Matrix } from '../model';

/** TM-12. */
export const noStrawMan: AutoCriterion<Matrix> = {
  id: 'TM-12',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'No option is a straw man',
  failTitle: 'An option loses on every criterion',
  why: 'An option that is worse on every count was put in to lose; the committee wonders which real one was left out.',
  hint: 'Replace it with an option that a named person would argue for.',
  sources: ['GDD'],
  check: ({ model }) => {
    if (model.options.length < 2) return failBecause('TM-05');
    const chosen = model.options.find((o) => o.id === model.recommendation);
    if (!chosen || !model.computable)
      return notEvaluated('Straw men show once the grid is full and an option is recommended');
    const problems = model.options.flatMap((option) => {
      if (option === chosen) return [];
      const competes = model.criteria.some((c) => (option.score(c.id) ?? 0) >= (chosen.score(c.id) ?? 0));
      return competes
        ? []
        : [
            {
              span: option.at.at('id').span,
              message: `${option.id} scores below ${chosen.id} on all ${model.criteria.length} criteria`,
            },
          ];
    });
    return judge(
      problems,
      model.options.map((o) => o.at.at('id').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'criteria: [{id: C1, weight: 50}, {id: C2, weight: 50}]\noptions:\n  - {id: a, scores: {C1: {score: 5}, C2: {score: 4}}}\n  - {id: b, scores: {C1: {score: 1}, C2: {score: 4}}}\nrecommendation: a\n',
      },
    ],
    fail: [
      {
        source:
          'criteria: [{id: C1, weight: 50}, {id: C2, weight: 50}]\noptions:\n  - {id: a, scores: {C1: {score: 5}, C2: {score: 4}}}\n  - {id: straw, scores: {C1: {score: 1}, C2: {score: 2}}}\nrecommendation: a\n',
        at: ['straw'],
      },
    ],
  },
};
