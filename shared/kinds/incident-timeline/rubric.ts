import type { Criterion } from '../../rubric/criterion';
import { derivedDurations } from './criteria/derived-durations';
import { fiveMoments } from './criteria/five-moments';
import { recordsCited } from './criteria/records-cited';
import { redHerrings } from './criteria/red-herrings';
import { sortedAndUnique } from './criteria/sorted-and-unique';
import { unseenSignals } from './criteria/unseen-signals';
import type { Timeline } from './model';

/** K21, in the order of the artifact specification. */
export const rubric: readonly Criterion<Timeline>[] = [
  sortedAndUnique,
  fiveMoments,
  derivedDurations,
  recordsCited,
  unseenSignals,
  redHerrings,
];
