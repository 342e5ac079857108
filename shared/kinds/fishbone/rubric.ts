import type { Criterion } from '../../rubric/criterion';
import { bones } from './criteria/bones';
import { headQuantified } from './criteria/head-quantified';
import { leavesTagged } from './criteria/leaves-tagged';
import { mostlyVerified } from './criteria/mostly-verified';
import { noPeopleBone } from './criteria/no-people-bone';
import { nodeCount } from './criteria/node-count';
import type { Fishbone } from './model';

/** K19, in the order of the artifact specification. */
export const rubric: readonly Criterion<Fishbone>[] = [
  bones,
  headQuantified,
  leavesTagged,
  noPeopleBone,
  mostlyVerified,
  nodeCount,
];
