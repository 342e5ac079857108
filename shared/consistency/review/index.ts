import type { ConsistencyRule } from '../../rubric/rule';
import { peopleInRoom } from './x-23-people-in-room';
import { minutesMatch } from './x-24-minutes-match';
import { positionsCover } from './x-25-positions-cover';
import { dissentAttributable } from './x-26-dissent-attributable';
import { oneScore } from './x-27-one-score';
import { oneLadder } from './x-28-one-ladder';

/** The review as it was held. */
export const REVIEW_RULES: readonly ConsistencyRule[] = [
  peopleInRoom,
  minutesMatch,
  positionsCover,
  dissentAttributable,
  oneScore,
  oneLadder,
];
