import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { changed, EXAMPLE_RACI } from '../example-raci';
import { answers, labelOf, placeOf, type Raci } from '../model';

/** RACI-01. A row without an A is marked at its name, a row with several at each A after the first. */
export const oneAccountable: AutoCriterion<Raci> = {
  id: 'RACI-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Exactly one person answers for each activity',
  failTitle: 'An activity has no A, or more than one',
  why: 'Where two answer, nobody does; the row with two As is the one that stalls.',
  hint: 'Leave one A (or AR) in the row; the others become R or C.',
  sources: ['RACI'],
  check: ({ model }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const problems = model.activities.flatMap((activity): Problem[] => {
      const holders = activity.assignments.filter(answers);
      if (holders.length === 0)
        return [{ span: placeOf(activity), message: `${labelOf(activity)} has nobody who answers (A)` }];
      const keys = holders.map((cell) => cell.key).join(' and ');
      return holders.slice(1).map((cell) => ({
        span: cell.at.span,
        message: `${labelOf(activity)} has ${holders.length} who answer: ${keys}`,
      }));
    });
    return judge(
      problems,
      model.activities.flatMap((activity) =>
        activity.assignments.filter(answers).map((cell) => cell.at.span),
      ),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI, evidence: ['AR'] }],
    fail: [
      { source: changed('{DC: A, YB: R, OP: C}', '{DC: C, YB: R, OP: C}'), at: ['Approve the design'] },
      { source: changed('{YB: AR, DC: I}', '{YB: AR, DC: A}'), at: ['A'] },
    ],
  },
};
