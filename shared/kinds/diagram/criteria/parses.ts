import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import type { Diagram } from '../model';

/** The types of the artifact specification (K04); Mermaid draws more, which a packet has no use for. */
const TYPES = ['flowchart', 'graph', 'sequenceDiagram', 'gantt', 'timeline', 'stateDiagram-v2', 'mindmap'];

/** DG-01. A first word that is no diagram type at all is a finding of GEN-01. */
export const parses: AutoCriterion<Diagram> = {
  id: 'DG-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'The diagram has a known type and reads',
  failTitle: 'The diagram would not draw',
  why: 'A diagram that shows an error box instead of the design is the one page of the packet everybody remembers.',
  hint: 'Start with a diagram keyword and close the bracket, quote or block on the line shown.',
  sources: ['Seed'],
  check: ({ model: { doc } }) => {
    if (doc.type === null) return failBecause('GEN-01');
    if (!TYPES.includes(doc.type)) {
      const message = `"${doc.type}" is not among the types a packet uses: ${TYPES.filter((t) => t !== 'graph').join(', ')}`;
      return judge([{ span: doc.typeSpan, message }]);
    }
    return judge(
      doc.bodyProblems.map((p) => ({ span: p.span, message: p.message })),
      [doc.typeSpan],
    );
  },
  examples: {
    pass: [
      { source: 'flowchart LR\n  a["x (1)"] -->|y| b\n', evidence: ['flowchart'] },
      { source: 'stateDiagram-v2\n  [*] --> Open\n' },
    ],
    fail: [
      { source: 'flowchart LR\n  a["x" --> b\n', at: ['a["x" --> b'] },
      { source: 'flowchart LR\n  subgraph s\n  a --> b\n', at: ['subgraph s'] },
      { source: 'pie\n  "a" : 1\n', at: ['pie'] },
      { source: 'flow LR\n', at: [] },
    ],
  },
};
