import type { Criterion } from '../../rubric/criterion';
import { concessions } from './criteria/concessions';
import { dissentIncluded } from './criteria/dissent-included';
import { evidenceResolves } from './criteria/evidence-resolves';
import { fieldsPresent } from './criteria/fields-present';
import { frameLanguage } from './criteria/frame-language';
import { framesCovered } from './criteria/frames-covered';
import { shortAnswers } from './criteria/short-answers';
import { tenQuestions } from './criteria/ten-questions';
import { tripwiresCited } from './criteria/tripwires-cited';
import type { Playbook } from './model';

/** K09, in the order of the artifact specification. */
export const rubric: readonly Criterion<Playbook>[] = [
  tenQuestions,
  framesCovered,
  fieldsPresent,
  shortAnswers,
  evidenceResolves,
  concessions,
  frameLanguage,
  dissentIncluded,
  tripwiresCited,
  {
    id: 'OP-10',
    mode: 'self',
    severity: 'should',
    title: 'An objector called the answer fair',
    question: 'Has someone who holds objection O-nn read your answer and called it fair?',
    why: 'Only the asker knows whether their objection is in the answer, or a weaker one that was easier to meet.',
    hint: 'Send the block to the objector and edit until they call it fair.',
    sources: ['CONS'],
  },
];
