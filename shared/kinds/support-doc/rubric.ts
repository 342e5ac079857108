import type { Criterion } from '../../rubric/criterion';
import { linkedBothWays } from './criteria/linked-both-ways';
import { ownerAndDate } from './criteria/owner-and-date';
import { purposeFirst } from './criteria/purpose-first';
import { runbookSteps } from './criteria/runbook-steps';
import { sectionsPresent } from './criteria/sections-present';
import { shortEnough } from './criteria/short-enough';
import type { SupportDoc } from './model';

/** K27, in the order of the artifact specification. */
export const rubric: readonly Criterion<SupportDoc>[] = [
  sectionsPresent,
  purposeFirst,
  ownerAndDate,
  linkedBothWays,
  runbookSteps,
  shortEnough,
];
