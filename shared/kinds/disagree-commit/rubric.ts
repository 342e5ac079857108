import type { Criterion } from '../../rubric/criterion';
import { captainOwes } from './criteria/captain-owes';
import { exitCondition } from './criteria/exit-condition';
import { objectionTest } from './criteria/objection-test';
import { observableCommitment } from './criteria/observable-commitment';
import { scripts } from './criteria/scripts';
import { timeBoxes } from './criteria/time-boxes';
import { twoRoutes } from './criteria/two-routes';
import type { Framework } from './model';

/** K16, in the order of the artifact specification. */
export const rubric: readonly Criterion<Framework>[] = [
  objectionTest,
  timeBoxes,
  observableCommitment,
  captainOwes,
  twoRoutes,
  scripts,
  exitCondition,
];
