import type { Criterion } from '../../rubric/criterion';
import { chainsLongEnough } from './criteria/chains-long-enough';
import { endsAtFactor } from './criteria/ends-at-factor';
import { endsAtNoPerson } from './criteria/ends-at-no-person';
import { evidenceCited } from './criteria/evidence-cited';
import { limitsTold } from './criteria/limits-told';
import { rejectedBranches } from './criteria/rejected-branches';
import { stepsConnect } from './criteria/steps-connect';
import type { Whys } from './model';

/** K18, in the order of the artifact specification. */
export const rubric: readonly Criterion<Whys>[] = [
  chainsLongEnough,
  endsAtNoPerson,
  evidenceCited,
  endsAtFactor,
  stepsConnect,
  rejectedBranches,
  limitsTold,
];
