import type { SelfCriterion } from '../../../rubric/criterion';

/** CON-11. */
export const wordingAccepted: SelfCriterion = {
  id: 'CON-11',
  mode: 'self',
  severity: 'must',
  title: 'Each dissenter accepted the wording of their dissent',
  why: 'A dissenter who reads their own objection for the first time after publication has been used, and will not speak up again.',
  hint: 'Send the wording to each dissenter and record the date of their answer.',
  sources: ['CONS'],
  question: 'Did each dissenter read and accept the wording of their own dissent before publication?',
};
