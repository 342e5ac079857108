import type { Criterion } from '../../rubric/criterion';
import { deciderAndType } from './criteria/decider-and-type';
import { lowConfidenceRevisited } from './criteria/low-confidence-revisited';
import { oneRowEach } from './criteria/one-row-each';
import { reversalsKept } from './criteria/reversals-kept';
import { rowsEqualFrontMatter } from './criteria/rows-equal-front-matter';
import { sortedAndDated } from './criteria/sorted-and-dated';
import type { DecisionLog } from './model';

/** K07, in the order of the artifact specification. */
export const rubric: readonly Criterion<DecisionLog>[] = [
  oneRowEach,
  rowsEqualFrontMatter,
  deciderAndType,
  reversalsKept,
  sortedAndDated,
  lowConfidenceRevisited,
];
