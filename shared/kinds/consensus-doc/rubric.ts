import type { Criterion } from '../../rubric/criterion';
import { captainDecides } from './criteria/captain-decides';
import { conditionsBind } from './criteria/conditions-bind';
import { decisionSentence } from './criteria/decision-sentence';
import { dissentRecorded } from './criteria/dissent-recorded';
import { dissentTripwires } from './criteria/dissent-tripwires';
import { mutualCommitments } from './criteria/mutual-commitments';
import { noInflation } from './criteria/no-inflation';
import { ownWords } from './criteria/own-words';
import { positionsComplete } from './criteria/positions-complete';
import { revisitDate } from './criteria/revisit-date';
import { wordingAccepted } from './criteria/wording-accepted';
import type { Consensus } from './model';

/** K13, in the order of the artifact specification. */
export const rubric: readonly Criterion<Consensus>[] = [
  decisionSentence,
  positionsComplete,
  dissentRecorded,
  ownWords,
  dissentTripwires,
  captainDecides,
  conditionsBind,
  noInflation,
  mutualCommitments,
  revisitDate,
  wordingAccepted,
];
