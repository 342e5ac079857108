import type { ConsistencyRule } from '../../rubric/rule';

/** The plan holds together: risks, triggers, phases, diagrams, dates, conditions. */
export const PLAN_RULES: readonly ConsistencyRule[] = [];
