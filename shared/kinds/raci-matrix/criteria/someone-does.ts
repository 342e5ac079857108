import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { changed, EXAMPLE_RACI } from '../example-raci';
import { does, labelOf, placeOf, type Raci } from '../model';

/** RACI-02. */
export const someoneDoes: AutoCriterion<Raci> = {
  id: 'RACI-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Someone does each activity',
  failTitle: 'Nobody does an activity',
  why: 'An activity that is answered for, discussed and announced, and done by no one, is a wish.',
  hint: 'Give at least one person the R, or make the A an AR.',
  sources: ['RACI'],
  check: ({ model }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const problems = model.activities
      .filter((activity) => !activity.assignments.some(does))
      .map((activity) => ({
        span: placeOf(activity),
        message: `${labelOf(activity)} has nobody who does it (R or AR)`,
      }));
    return judge(
      problems,
      model.activities.flatMap((activity) =>
        activity.assignments
          .filter(does)
          .slice(0, 1)
          .map((cell) => cell.at.span),
      ),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI, evidence: ['R'] }],
    fail: [{ source: changed('{DC: A, YB: R}', '{DC: A, YB: C}'), at: ['Retire the batch'] }],
  },
};
