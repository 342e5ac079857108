import { type AutoCriterion, failBecause, notApplicable, notEvaluated } from '../../../rubric/criterion';
import type { Paper } from '../model';

const PROOF =
  'X-09, X-32 and X-35 compare the numbers with the cost model, the counters and the error budget';

/** DAT-03: decided by the rules, which have both sides. */
export const numbersMatch: AutoCriterion<Paper> = {
  id: 'DAT-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  provedBy: PROOF,
  rules: ['X-09', 'X-32', 'X-35'],
  title: 'Numbers that other files use are the same there',
  failTitle: 'A number differs from the file it comes from, or that quotes it',
  why: 'Data are kept apart from prose so that there is one value to correct; with two in circulation nobody knows which one was corrected.',
  hint: 'Copy the value from the file it is computed in.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.root.node?.kind !== 'map' || model.shape === 'impact-assessment') return notEvaluated(PROOF);
    if (model.shape === null) return failBecause('DAT-01');
    return notApplicable('The numbers of this paper are planned or judged, and no other file computes them');
  },
  examples: { pass: [], fail: [] },
};
