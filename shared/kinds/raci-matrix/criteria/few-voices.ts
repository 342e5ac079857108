import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { EXAMPLE_RACI, raci } from '../example-raci';
import { type Assignment, asked, does, labelOf, placeOf, type Raci } from '../model';

export const MOST_ASKED = 5;
export const MOST_DOING = 3;

/** RACI-05. */
export const fewVoices: AutoCriterion<Raci> = {
  id: 'RACI-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'At most five are asked and three do',
  failTitle: 'Too many people are asked, or do the same thing',
  why: 'Every C is a two-way conversation before anything moves; six of them are a meeting series.',
  hint: 'Demote to I those whose answer would not change the outcome, and split work that needs more than three doers.',
  sources: ['RACI'],
  check: ({ model }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const problems = model.activities.flatMap((activity): Problem[] => {
      const over = (cells: readonly Assignment[], most: number, what: string): Problem[] =>
        cells.length <= most
          ? []
          : [
              {
                span: placeOf(activity),
                message: `${labelOf(activity)}: ${cells.length} ${what} (${cells.map((cell) => cell.key).join(', ')}), at most ${most} are wanted`,
              },
            ];
      return [
        ...over(activity.assignments.filter(asked), MOST_ASKED, 'are asked'),
        ...over(activity.assignments.filter(does), MOST_DOING, 'do it'),
      ];
    });
    return judge(
      problems,
      model.activities.map((activity) => placeOf(activity)),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI }],
    fail: [
      {
        source: raci(['Build it; build; {DC: A, AA: R, BB: C, CC: C, DD: C, EE: C, FF: C, GG: C}']),
        at: ['Build it'],
      },
      { source: raci(['Build it; build; {DC: AR, AA: R, BB: R, CC: R}']), at: ['Build it'] },
    ],
  },
};
