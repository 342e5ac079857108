import type { ConsistencyRule } from '../../rubric/rule';
import { timesFromRecord } from './x-31-times-from-record';
import { countsEqualCounters } from './x-32-counts-equal-counters';
import { durationsComputed } from './x-33-durations-computed';
import { actionsAnchored } from './x-34-actions-anchored';
import { errorBudget } from './x-35-error-budget';
import { whysAndBonesLand } from './x-36-whys-and-bones-land';
import { slidesQuotePostmortem } from './x-37-slides-quote-postmortem';
import { actionTableEqualsFile } from './x-38-action-table-equals-file';
import { oneIncidentId } from './x-39-one-incident-id';
import { decisionsChanged } from './x-40-decisions-changed';
import { tripwiresFired } from './x-41-tripwires-fired';
import { realisedRiskMarked } from './x-42-realised-risk-marked';

/** The incident and what it changed. */
export const INCIDENT_RULES: readonly ConsistencyRule[] = [
  timesFromRecord,
  countsEqualCounters,
  durationsComputed,
  actionsAnchored,
  errorBudget,
  whysAndBonesLand,
  slidesQuotePostmortem,
  actionTableEqualsFile,
  oneIncidentId,
  decisionsChanged,
  tripwiresFired,
  realisedRiskMarked,
];
