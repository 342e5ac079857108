import { type AutoCriterion, fail, notApplicable, pass } from '../../../rubric/criterion';
import type { Diagram } from '../model';

const LEAST_SHARE = 0.6;

/** DG-03. */
export const edgesLabelled: AutoCriterion<Diagram> = {
  id: 'DG-03',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Edges say what flows',
  failTitle: 'Edges do not say what flows',
  why: 'A bare arrow hides whether data, a call or a dependency runs along it, and that is where designs disagree.',
  hint: 'Label each bare edge with its payload or verb: `a -->|"40 % of order-line"| b`.',
  sources: ['GDD'],
  check: ({ model: { doc, flowchart } }) => {
    if (!flowchart) return notApplicable('Only flowcharts have edges to label');
    if (doc.edges.length === 0) return notApplicable('The flowchart has no edge');
    const labelled = doc.edges.filter((e) => e.label !== '');
    const share = labelled.length / doc.edges.length;
    if (share >= LEAST_SHARE) return pass(...labelled.slice(0, 3).map((e) => e.span));
    const bare = doc.edges.filter((e) => e.label === '');
    const lines = new Map(bare.map((e) => [e.span.from, e.span]));
    return fail(
      ...[...lines.values()].map((span) => ({
        span,
        message: `This edge carries no text (${labelled.length} of ${doc.edges.length} do; 60 % are wanted)`,
      })),
    );
  },
  examples: {
    pass: [
      { source: 'flowchart LR\n  a -->|"x"| b\n  b -- y --> c\n  c --> d\n', evidence: ['a -->|"x"| b'] },
    ],
    fail: [{ source: 'flowchart LR\n  a -->|x| b\n  b --> c --> d\n', at: ['b --> c --> d'] }],
  },
};
