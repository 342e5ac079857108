import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { fishbone } from '../example-fishbone';
import { type Fishbone, hypothesis, verified } from '../model';

/** FB-03. */
export const leavesTagged: AutoCriterion<Fishbone> = {
  id: 'FB-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Each leaf is a known factor or marked as a hypothesis',
  failTitle: 'A leaf is neither a factor nor marked as a hypothesis',
  why: 'On a drawn bone a guess looks like a finding; a week later nobody remembers which leaves somebody had checked.',
  hint: 'Start the label with the CF id that verifies it, or with "H:" while it is a guess.',
  sources: ['ISHI'],
  check: ({ model }) => {
    if (model.leaves.length === 0) return failBecause(model.doc.type === null ? 'GEN-01' : 'FB-01');
    return judge(
      model.leaves.flatMap((leaf) =>
        verified(leaf) || hypothesis(leaf)
          ? []
          : [
              {
                span: leaf.span,
                message: `"${leaf.label}" names no factor (CF-nn) and does not start with "H:"`,
              },
            ],
      ),
      model.leaves.map((leaf) => leaf.span),
    );
  },
  examples: {
    pass: [{ source: fishbone('Effect', ['A', 'CF-01: Direction', 'H: Noise']), evidence: ['H: Noise'] }],
    fail: [
      {
        source: fishbone('Effect', ['A', 'CF-01: Direction', 'Alert fatigue']),
        at: ['l01["Alert fatigue"]'],
      },
      { source: 'mindmap\n  head["Effect"]\n' },
    ],
  },
};
