import { type AutoCriterion, fail, notApplicable, pass } from '../../../rubric/criterion';
import type { Diagram } from '../model';

const BRANCHES = ['alt', 'opt', 'loop', 'critical'];

/** DG-05. */
export const unhappyPath: AutoCriterion<Diagram> = {
  id: 'DG-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The sequence shows an unhappy path',
  failTitle: 'The sequence knows only the happy path',
  why: 'Everything works in the happy path; the branch that fails is what the reviewers came to see.',
  hint: 'Add the failure branch with `alt … else … end`, or `opt`, `loop` or `critical`.',
  sources: ['UBER'],
  check: ({ model: { doc } }) => {
    if (doc.type !== 'sequenceDiagram') return notApplicable('Only sequence diagrams have branches');
    const branches = doc.fragments.filter((f) => BRANCHES.includes(f.id));
    return branches.length > 0
      ? pass(...branches.map((f) => f.span))
      : fail({
          span: doc.typeSpan,
          message: 'The sequence has no `alt`, `opt`, `loop` or `critical` branch',
        });
  },
  examples: {
    pass: [
      {
        source: 'sequenceDiagram\n  alt it decodes\n    a->>b: write\n  else\n    a->>c: reject\n  end\n',
        evidence: ['alt it decodes'],
      },
    ],
    fail: [{ source: 'sequenceDiagram\n  par both\n    a->>b: write\n  end\n', at: ['sequenceDiagram'] }],
  },
};
