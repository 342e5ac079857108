import type { ConsistencyRule } from '../../rubric/rule';

/** The review as it was held. */
export const REVIEW_RULES: readonly ConsistencyRule[] = [];
