import { type AutoCriterion, notEvaluated } from '../../../rubric/criterion';
import type { Briefing } from '../model';

const PROOF = 'X-37 compares every quantity of the slides with the postmortem and the files it rests on';

/** EX-06: decided by the rule, which has both sides. */
export const numbersQuoted: AutoCriterion<Briefing> = {
  id: 'EX-06',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  provedBy: PROOF,
  rules: ['X-37'],
  // Durations and shares of the budget are computed, and told by the rules that do.
  failsWith: ['X-33', 'X-35'],
  title: 'Numbers equal the postmortem',
  failTitle: 'A number is not the one of the postmortem',
  why: 'Someone in the room has the postmortem open. Two numbers for one thing end the discussion of the ask and start one about the numbers.',
  hint: 'Copy the value from the table of the postmortem.',
  sources: ['Seed'],
  check: () => notEvaluated(PROOF),
  examples: { pass: [], fail: [] },
};
