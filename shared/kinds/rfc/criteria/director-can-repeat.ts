import type { SelfCriterion } from '../../../rubric/criterion';

/** RFC-14. */
export const directorCanRepeat: SelfCriterion = {
  id: 'RFC-14',
  mode: 'self',
  severity: 'should',
  title: 'A director outside the team knows the ask after page one',
  why: 'The first page is all that most of the people who decide will read.',
  hint: 'Rewrite the summary as decision, reason, cost and date.',
  sources: ['BLUF', 'SENG'],
  question:
    'Could a director outside the team say after page one what you want decided, by when, and why now?',
};
