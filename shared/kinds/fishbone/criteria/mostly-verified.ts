import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { fishbone } from '../example-fishbone';
import { type Fishbone, verified } from '../model';

const LEAST_SHARE = 0.7;

/** FB-05. */
export const mostlyVerified: AutoCriterion<Fishbone> = {
  id: 'FB-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'At least 70 % of the leaves are verified',
  failTitle: 'Too few leaves are verified',
  why: 'A fishbone of hypotheses is the agenda of an investigation; published after it, it says that the investigation did not happen.',
  hint: 'Verify each hypothesis against the records of the incident and give it its factor, or drop it.',
  sources: ['ISHI'],
  check: ({ model }) => {
    const { leaves } = model;
    if (leaves.length === 0) return failBecause(model.doc.type === null ? 'GEN-01' : 'FB-01');
    const sure = leaves.filter(verified);
    if (sure.length / leaves.length >= LEAST_SHARE)
      return judge(
        [],
        sure.map((leaf) => leaf.span),
      );
    const share = Math.round((sure.length / leaves.length) * 100);
    return judge(
      leaves
        .filter((leaf) => !verified(leaf))
        .map((leaf) => ({
          span: leaf.span,
          message: `Not verified; ${sure.length} of ${leaves.length} leaves carry a CF id (${share} % of ${LEAST_SHARE * 100} %)`,
        })),
    );
  },
  examples: {
    pass: [{ source: fishbone('Effect', ['A', 'CF-01', 'CF-02', 'CF-03', 'H: Noise']), evidence: ['CF-03'] }],
    fail: [
      { source: fishbone('Effect', ['A', 'CF-01', 'CF-02', 'H: Noise']), at: ['l02["H: Noise"]'] },
      { source: 'mindmap\n  head["Effect"]\n' },
    ],
  },
};
