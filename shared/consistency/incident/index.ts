import type { ConsistencyRule } from '../../rubric/rule';
import { actionsAnchored } from './x-34-actions-anchored';
import { whysAndBonesLand } from './x-36-whys-and-bones-land';
import { actionTableEqualsFile } from './x-38-action-table-equals-file';
import { oneIncidentId } from './x-39-one-incident-id';
import { decisionsChanged } from './x-40-decisions-changed';
import { realisedRiskMarked } from './x-42-realised-risk-marked';

/** The incident and what it changed. */
export const INCIDENT_RULES: readonly ConsistencyRule[] = [
  actionsAnchored,
  whysAndBonesLand,
  actionTableEqualsFile,
  oneIncidentId,
  decisionsChanged,
  realisedRiskMarked,
];
