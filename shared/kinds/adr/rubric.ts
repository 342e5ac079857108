import type { Criterion } from '../../rubric/criterion';
import { confirmationCheckable } from './criteria/confirmation-checkable';
import { costQuoted } from './criteria/cost-quoted';
import { header } from './criteria/header';
import { length } from './criteria/length';
import { neutralContext } from './criteria/neutral-context';
import { oneDecision } from './criteria/one-decision';
import { optionsArgued } from './criteria/options-argued';
import { price } from './criteria/price';
import { reversibilityArgued } from './criteria/reversibility-argued';
import { revisitTrigger } from './criteria/revisit-trigger';
import { stopsRelitigation } from './criteria/stops-relitigation';
import { supersession } from './criteria/supersession';
import { type1Evidence } from './criteria/type-1-evidence';
import { yStatement } from './criteria/y-statement';
import type { Adr } from './model';

/** K06, in the order of the artifact specification. */
export const rubric: readonly Criterion<Adr>[] = [
  header,
  oneDecision,
  optionsArgued,
  price,
  reversibilityArgued,
  type1Evidence,
  supersession,
  neutralContext,
  revisitTrigger,
  confirmationCheckable,
  costQuoted,
  length,
  yStatement,
  stopsRelitigation,
];
