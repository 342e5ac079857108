import type { ConsistencyRule } from '../../rubric/rule';
import { manifestIsTrue } from './x-43-manifest-is-true';

/** The packet's own manifest: X-43. */
export const PACKET_RULES: readonly ConsistencyRule[] = [manifestIsTrue];
