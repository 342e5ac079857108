import type { Criterion } from '../../rubric/criterion';
import { alternatives } from './criteria/alternatives';
import { concerns } from './criteria/concerns';
import { diagrams } from './criteria/diagrams';
import { directorCanRepeat } from './criteria/director-can-repeat';
import { dissentFarmed } from './criteria/dissent-farmed';
import { goals } from './criteria/goals';
import { header } from './criteria/header';
import { outline } from './criteria/outline';
import { problemQuantified } from './criteria/problem-quantified';
import { rolloutGates } from './criteria/rollout-gates';
import { scoredDecision } from './criteria/scored-decision';
import { summaryAsk } from './criteria/summary-ask';
import { topRisks } from './criteria/top-risks';
import { tripwires } from './criteria/tripwires';
import type { Rfc } from './model';

/** K01, in the order of the artifact specification. */
export const rubric: readonly Criterion<Rfc>[] = [
  header,
  outline,
  summaryAsk,
  problemQuantified,
  goals,
  alternatives,
  scoredDecision,
  diagrams,
  rolloutGates,
  concerns,
  topRisks,
  dissentFarmed,
  tripwires,
  directorCanRepeat,
];
