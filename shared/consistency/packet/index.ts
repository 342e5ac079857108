import type { ConsistencyRule } from '../../rubric/rule';

/** The packet's own manifest: X-43. */
export const PACKET_RULES: readonly ConsistencyRule[] = [];
