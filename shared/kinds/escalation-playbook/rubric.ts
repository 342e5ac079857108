import type { Criterion } from '../../rubric/criterion';
import { antiPatterns } from './criteria/anti-patterns';
import { defaultOnExpiry } from './criteria/default-on-expiry';
import { jointStatement } from './criteria/joint-statement';
import { ladderDrawn } from './criteria/ladder-drawn';
import { levelsHaveDeciders } from './criteria/levels-have-deciders';
import { objectiveEntry } from './criteria/objective-entry';
import { totalClock } from './criteria/total-clock';
import { twoClocks } from './criteria/two-clocks';
import { workedExample } from './criteria/worked-example';
import type { Playbook } from './model';

/** K12, in the order of the artifact specification. */
export const rubric: readonly Criterion<Playbook>[] = [
  levelsHaveDeciders,
  twoClocks,
  defaultOnExpiry,
  jointStatement,
  objectiveEntry,
  totalClock,
  workedExample,
  antiPatterns,
  ladderDrawn,
];
