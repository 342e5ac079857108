import type { SelfCriterion } from '../../../rubric/criterion';

/** AD-14. */
export const stopsRelitigation: SelfCriterion = {
  id: 'AD-14',
  mode: 'self',
  severity: 'should',
  title: 'A newcomer would not reopen the debate',
  why: 'The record is written for the person who was not there; if it leaves their best question open, the debate starts again.',
  hint: 'Add the argument that would reopen the debate, and answer it.',
  sources: ['Seed'],
  question: 'Would someone who joins in two years stop re-litigating after reading this?',
};
