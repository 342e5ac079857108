import type { Criterion } from '../../rubric/criterion';
import { anchors } from './criteria/anchors';
import { evidence } from './criteria/evidence';
import { fullGrid } from './criteria/full-grid';
import { noRubberStamp } from './criteria/no-rubber-stamp';
import { noStrawMan } from './criteria/no-straw-man';
import { recommendation } from './criteria/recommendation';
import { sensitivity } from './criteria/sensitivity';
import { shape } from './criteria/shape';
import { totals } from './criteria/totals';
import { weightRange } from './criteria/weight-range';
import { weightsSum } from './criteria/weights-sum';
import type { Matrix } from './model';

/** K02, in the order of the artifact specification. */
export const rubric: readonly Criterion<Matrix>[] = [
  weightsSum,
  fullGrid,
  totals,
  recommendation,
  shape,
  evidence,
  anchors,
  sensitivity,
  noRubberStamp,
  weightRange,
  {
    id: 'TM-11',
    mode: 'self',
    severity: 'should',
    title: 'The losing side agreed the weights first',
    question: 'Did the people who lose under this matrix agree the weights before seeing the scores?',
    why: 'Weights set after the scores can be bent to any winner; agreement beforehand is what makes the loss acceptable.',
    hint: 'Re-run the weighting with the losing side and record it.',
    sources: ['GLDM'],
  },
  noStrawMan,
];
