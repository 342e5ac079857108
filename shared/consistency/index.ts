import type { ConsistencyRule } from '../rubric/rule';
import { CATALOG_RULES } from './catalog';
import { DECISION_RULES } from './decision';
import { INCIDENT_RULES } from './incident';
import { PACKET_RULES } from './packet';
import { PLAN_RULES } from './plan';
import { REVIEW_RULES } from './review';

/** The rules over several artifacts, in the order of the artifact specification, section 4. */
export const CONSISTENCY_RULES: readonly ConsistencyRule[] = [
  ...DECISION_RULES,
  ...PLAN_RULES,
  ...CATALOG_RULES,
  ...REVIEW_RULES,
  ...INCIDENT_RULES,
  ...PACKET_RULES,
].sort((a, b) => (a.id < b.id ? -1 : 1));
