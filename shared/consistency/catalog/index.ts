import type { ConsistencyRule } from '../../rubric/rule';
import { adrNumbers } from './x-17-adr-numbers';
import { supersession } from './x-18-supersession';
import { logComplete } from './x-19-log-complete';
import { type1Reviewed } from './x-20-type-1-reviewed';
import { triggersExist } from './x-21-triggers-exist';
import { namesKnown } from './x-22-names-known';

/** The decision records and the people in them. */
export const CATALOG_RULES: readonly ConsistencyRule[] = [
  adrNumbers,
  supersession,
  logComplete,
  type1Reviewed,
  triggersExist,
  namesKnown,
];
