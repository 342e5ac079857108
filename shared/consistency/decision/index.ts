import type { ConsistencyRule } from '../../rubric/rule';
import { decisionIsTheWinner } from './x-01-decision-is-the-winner';
import { sameOptions } from './x-02-same-options';
import { scoreTable } from './x-03-score-table';
import { oneDecision } from './x-04-one-decision';
import { scorecardEqualsMatrix } from './x-05-scorecard';
import { costScore } from './x-06-cost-score';
import { optionsModelled } from './x-07-options-modelled';
import { modelRecomputes } from './x-08-model-recomputes';
import { quotedMoney } from './x-09-quoted-money';
import { tripwiresAtBreakEven } from './x-10-tripwires';

/** One decision, one set of options, one set of numbers. */
export const DECISION_RULES: readonly ConsistencyRule[] = [
  decisionIsTheWinner,
  sameOptions,
  scoreTable,
  oneDecision,
  scorecardEqualsMatrix,
  costScore,
  optionsModelled,
  modelRecomputes,
  quotedMoney,
  tripwiresAtBreakEven,
];
