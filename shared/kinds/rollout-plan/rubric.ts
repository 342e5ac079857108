import type { Criterion } from '../../rubric/criterion';
import { gates } from './criteria/gates';
import { moneyGate } from './criteria/money-gate';
import { phasesInOrder } from './criteria/phases-in-order';
import { rehearsed } from './criteria/rehearsed';
import { replansKept } from './criteria/replans-kept';
import { retiresTheOld } from './criteria/retires-the-old';
import { risksCarried } from './criteria/risks-carried';
import type { Plan } from './model';

/** K05, in the order of the artifact specification. */
export const rubric: readonly Criterion<Plan>[] = [
  phasesInOrder,
  gates,
  retiresTheOld,
  rehearsed,
  risksCarried,
  moneyGate,
  replansKept,
];
