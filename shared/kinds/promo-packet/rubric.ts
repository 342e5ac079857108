import type { Criterion } from '../../rubric/criterion';
import { failureOwned } from './criteria/failure-owned';
import { influenceBeyond } from './criteria/influence-beyond';
import { manifestComplete } from './criteria/manifest-complete';
import { outcomesHappened } from './criteria/outcomes-happened';
import { readingTime } from './criteria/reading-time';
import { rolesStated } from './criteria/roles-stated';
import { scopeQuantified } from './criteria/scope-quantified';
import type { PromoPacket } from './model';

/** K26, in the order of the artifact specification. */
export const rubric: readonly Criterion<PromoPacket>[] = [
  manifestComplete,
  rolesStated,
  scopeQuantified,
  outcomesHappened,
  influenceBeyond,
  failureOwned,
  readingTime,
  {
    id: 'PP-08',
    mode: 'self',
    severity: 'must',
    title: 'Every sentence stands before the strongest critic',
    question: 'Is every sentence true if your strongest critic reads it?',
    why: 'One sentence that somebody in the room knows to be untrue takes the others with it.',
    hint: 'Delete or prove each sentence that would not survive.',
    sources: ['SENG'],
  },
];
