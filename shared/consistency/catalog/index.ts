import type { ConsistencyRule } from '../../rubric/rule';

/** The decision records and the people in them. */
export const CATALOG_RULES: readonly ConsistencyRule[] = [];
