import type { ConsistencyRule } from '../../rubric/rule';
import { risksCarried } from './x-11-risks-carried';
import { topRisks } from './x-12-top-risks';
import { rollbackTriggers } from './x-13-rollback-triggers';
import { phaseDates } from './x-14-phase-dates';
import { diagramsUsed } from './x-15-diagrams-used';
import { diagramVocabulary } from './x-16-diagram-vocabulary';
import { datesForward } from './x-29-dates-forward';
import { conditionsGate } from './x-30-conditions-gate';

/** The plan holds together: risks, triggers, phases, diagrams, dates, conditions. */
export const PLAN_RULES: readonly ConsistencyRule[] = [
  risksCarried,
  topRisks,
  rollbackTriggers,
  phaseDates,
  diagramsUsed,
  diagramVocabulary,
  datesForward,
  conditionsGate,
];
