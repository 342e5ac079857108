import { type AutoCriterion, fail, notApplicable, pass } from '../../../rubric/criterion';
import type { Diagram } from '../model';

const ARCHITECTURE_NODES = 8;
const LEAST_SUBGRAPHS = 2;

/** DG-04. */
export const boundaries: AutoCriterion<Diagram> = {
  id: 'DG-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Boundaries are drawn',
  failTitle: 'No boundary is drawn',
  why: 'Who owns what, and where trust ends, is the staff-level content of an architecture diagram; boxes alone are an inventory.',
  hint: 'Wrap the nodes in subgraphs by team, trust zone or phase.',
  sources: ['ATAM'],
  check: ({ model: { doc, flowchart } }) => {
    if (!flowchart) return notApplicable('Only flowcharts have subgraphs');
    if (doc.nodes.length < ARCHITECTURE_NODES)
      return notApplicable(`Boundaries are asked for from ${ARCHITECTURE_NODES} nodes on`);
    if (doc.subgraphs.length >= LEAST_SUBGRAPHS) return pass(...doc.subgraphs.map((s) => s.span));
    return fail({
      span: doc.subgraphs[0]?.span ?? doc.typeSpan,
      message: `${doc.nodes.length} nodes stand in ${doc.subgraphs.length} of ${LEAST_SUBGRAPHS} subgraphs`,
    });
  },
  examples: {
    pass: [
      {
        source:
          'flowchart LR\n  subgraph s1["Producers"]\n    a --> b --> c --> d\n  end\n  subgraph s2\n    e --> f --> g --> h\n  end\n',
        evidence: ['subgraph s1["Producers"]'],
      },
    ],
    fail: [
      { source: 'flowchart LR\n  a --> b --> c --> d --> e --> f --> g --> h\n', at: ['flowchart'] },
      {
        source: 'flowchart LR\n  subgraph s1\n    a --> b --> c --> d --> e --> f --> g --> h\n  end\n',
        at: ['subgraph s1'],
      },
    ],
  },
};
