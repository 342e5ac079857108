import type { Criterion } from '../../rubric/criterion';
import { dissentRound } from './criteria/dissent-round';
import { endsInActions } from './criteria/ends-in-actions';
import { fallback } from './criteria/fallback';
import { minutesAddUp } from './criteria/minutes-add-up';
import { oneDecision } from './criteria/one-decision';
import { preReadEarly } from './criteria/pre-read-early';
import { readFirst } from './criteria/read-first';
import { rightSize } from './criteria/right-size';
import { slotsHaveOutputs } from './criteria/slots-have-outputs';
import { threeRoles } from './criteria/three-roles';
import type { Agenda } from './model';

/** K10, in the order of the artifact specification. */
export const rubric: readonly Criterion<Agenda>[] = [
  minutesAddUp,
  oneDecision,
  threeRoles,
  slotsHaveOutputs,
  readFirst,
  dissentRound,
  preReadEarly,
  rightSize,
  fallback,
  endsInActions,
];
