import type { ConsistencyRule } from '../../rubric/rule';

/** One decision, one set of options, one set of numbers. */
export const DECISION_RULES: readonly ConsistencyRule[] = [];
