import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { changed, EXAMPLE_RACI } from '../example-raci';
import { answers, labelOf, type Raci } from '../model';

export const LARGEST_SHARE = 0.4;

/** RACI-06. */
export const sharedLoad: AutoCriterion<Raci> = {
  id: 'RACI-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Nobody answers for more than 40 % of the activities',
  failTitle: 'One person answers for too much',
  why: 'A matrix in which one person answers for everything has drawn the old hierarchy, and a single point of failure.',
  hint: 'Hand one area to its natural owner.',
  sources: ['RACI'],
  check: ({ model }) => {
    const rows = model.activities.length;
    if (rows === 0) return failBecause('RACI-08');
    const problems = model.people.flatMap((person): Problem[] => {
      const held = model.activities.filter((activity) =>
        activity.assignments.some((cell) => cell.key === person.key && answers(cell)),
      );
      if (held.length / rows <= LARGEST_SHARE) return [];
      const share = Math.round((100 * held.length) / rows);
      const ids = held.map(labelOf).join(', ');
      return [
        {
          span: person.at.at('name').span,
          message: `${person.name || person.key} answers for ${held.length} of ${rows} activities (${share} %, at most 40 % are wanted): ${ids}`,
        },
      ];
    });
    return judge(
      problems,
      model.people.map((person) => person.at.at('key').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI }],
    fail: [{ source: changed('{DC: A, YB: R}', '{DC: C, YB: AR}'), at: ['Yuki Brannigan'] }],
  },
};
