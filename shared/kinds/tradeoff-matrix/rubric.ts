import type { Criterion } from '../../rubric/criterion';
import { totals } from './criteria/totals';
import { weightsSum } from './criteria/weights-sum';
import type { Matrix } from './model';

/** K02, in the order of the artifact specification. */
export const rubric: readonly Criterion<Matrix>[] = [weightsSum, totals];
