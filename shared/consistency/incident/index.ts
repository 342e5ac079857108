import type { ConsistencyRule } from '../../rubric/rule';

/** The incident and what it changed. */
export const INCIDENT_RULES: readonly ConsistencyRule[] = [];
