import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import type { Matrix } from '../model';

/** TM-10. */
export const weightRange: AutoCriterion<Matrix> = {
  id: 'TM-10',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'No weight above 40 and none below 5',
  failTitle: 'A weight dominates or does not count',
  why: 'One criterion above 40 decides alone and the rest is theatre; one below 5 cannot change any ranking.',
  hint: 'Split the dominant criterion, or merge two trivial ones.',
  sources: ['MCDM'],
  check: ({ model }) => {
    if (model.criteria.length === 0) return failBecause('TM-05');
    const problems = model.criteria.flatMap((c) =>
      c.weight !== null && (c.weight > 40 || c.weight < 5)
        ? [
            {
              span: c.at.at('weight').span,
              message: `${c.id} weighs ${c.weight}, ${c.weight > 40 ? 'more than 40' : 'less than 5'}`,
            },
          ]
        : [],
    );
    return judge(
      problems,
      model.criteria.map((c) => c.at.at('weight').span),
    );
  },
  examples: {
    pass: [{ source: 'criteria: [{id: C1, weight: 40}, {id: C2, weight: 30}, {id: C3, weight: 30}]\n' }],
    fail: [
      {
        source: 'criteria: [{id: C1, weight: 55}, {id: C2, weight: 42.5}, {id: C3, weight: 2.5}]\n',
        at: ['55', '42.5', '2.5'],
      },
    ],
  },
};
