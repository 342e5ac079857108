import type { Criterion } from '../../rubric/criterion';
import { effectInNumbers } from './criteria/effect-in-numbers';
import { effort } from './criteria/effort';
import { factorsCovered } from './criteria/factors-covered';
import { fewDocuments } from './criteria/few-documents';
import { idsResolve } from './criteria/ids-resolve';
import { ownedAndDated } from './criteria/owned-and-dated';
import { ownershipSpread } from './criteria/ownership-spread';
import { p0SoonAndStrong } from './criteria/p0-soon-and-strong';
import { strongLevels } from './criteria/strong-levels';
import { systemNotPeople } from './criteria/system-not-people';
import { verificationIsATest } from './criteria/verification-is-a-test';
import type { ActionItems } from './model';

/** K23, in the order of the artifact specification. */
export const rubric: readonly Criterion<ActionItems>[] = [
  ownedAndDated,
  strongLevels,
  p0SoonAndStrong,
  idsResolve,
  verificationIsATest,
  effectInNumbers,
  fewDocuments,
  factorsCovered,
  systemNotPeople,
  ownershipSpread,
  effort,
];
