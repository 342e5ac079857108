import type { Criterion } from '../../rubric/criterion';
import { armedAlerts } from './criteria/armed-alerts';
import { entriesKnown } from './criteria/entries-known';
import { outcomes } from './criteria/outcomes';
import { prediction } from './criteria/prediction';
import { response } from './criteria/response';
import { tripwire } from './criteria/tripwire';
import type { Register } from './model';

/** K14, in the order of the artifact specification. */
export const rubric: readonly Criterion<Register>[] = [
  entriesKnown,
  prediction,
  tripwire,
  response,
  outcomes,
  armedAlerts,
];
