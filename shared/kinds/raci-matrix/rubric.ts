import type { Criterion } from '../../rubric/criterion';
import { accountablePerson } from './criteria/accountable-person';
import { captainDecides } from './criteria/captain-decides';
import { fewVoices } from './criteria/few-voices';
import { knownKeys } from './criteria/known-keys';
import { oneAccountable } from './criteria/one-accountable';
import { sharedLoad } from './criteria/shared-load';
import { someoneDoes } from './criteria/someone-does';
import { votersHeard } from './criteria/voters-heard';
import { wholeLife } from './criteria/whole-life';
import type { Raci } from './model';

/** K11, in the order of the artifact specification. */
export const rubric: readonly Criterion<Raci>[] = [
  oneAccountable,
  someoneDoes,
  knownKeys,
  accountablePerson,
  fewVoices,
  sharedLoad,
  captainDecides,
  wholeLife,
  votersHeard,
];
