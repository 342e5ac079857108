import type { ConsistencyRule } from '../rubric/rule';

/** The rules over several artifacts, in the order of the artifact specification, section 4. */
export const CONSISTENCY_RULES: readonly ConsistencyRule[] = [];
