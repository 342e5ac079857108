import type { Criterion } from '../../rubric/criterion';
import { budgetShare } from './criteria/budget-share';
import { goodOverValid } from './criteria/good-over-valid';
import { measuredAtConsumer } from './criteria/measured-at-consumer';
import { ownerAndConsumers } from './criteria/owner-and-consumers';
import { policyBites } from './criteria/policy-bites';
import { rationale } from './criteria/rationale';
import { targetWindowMethod } from './criteria/target-window-method';
import { trioCovered } from './criteria/trio-covered';
import { twoWindows } from './criteria/two-windows';
import type { Slos } from './model';

/** K22, in the order of the artifact specification. */
export const rubric: readonly Criterion<Slos>[] = [
  goodOverValid,
  targetWindowMethod,
  trioCovered,
  twoWindows,
  ownerAndConsumers,
  budgetShare,
  rationale,
  measuredAtConsumer,
  policyBites,
];
