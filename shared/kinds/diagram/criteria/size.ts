import { type AutoCriterion, fail, failBecause, notApplicable, pass } from '../../../rubric/criterion';
import type { Diagram } from '../model';

const NODES = { least: 4, most: 25 } as const;
const LEAST_MESSAGES = 5;
const LEAST_ROWS = 4;

/** DG-02. */
export const size: AutoCriterion<Diagram> = {
  id: 'DG-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The diagram holds one view',
  failTitle: 'The diagram holds too little or too much for one view',
  why: 'Three boxes say nothing that a sentence could not; forty boxes are read by nobody, so neither shows judgement about level.',
  hint: 'Split one view into an overview and a detail, or draw what the overview leaves out.',
  sources: ['GDD'],
  check: ({ model: { doc, flowchart } }) => {
    if (doc.type === null) return failBecause('GEN-01');
    const at = doc.typeSpan;
    if (flowchart || doc.type === 'mindmap' || doc.type === 'stateDiagram-v2') {
      const count = doc.nodes.length;
      if (count >= NODES.least && count <= NODES.most) return pass(at);
      const extra = doc.nodes[NODES.most];
      return fail({
        span: extra ? extra.span : at,
        message: `The diagram has ${count} nodes; ${NODES.least} to ${NODES.most} fit one view`,
      });
    }
    if (doc.type === 'sequenceDiagram') {
      const count = doc.rows.length;
      return count >= LEAST_MESSAGES
        ? pass(at)
        : fail({ span: at, message: `The sequence has ${count} of ${LEAST_MESSAGES} messages` });
    }
    if (doc.type !== 'gantt' && doc.type !== 'timeline')
      return notApplicable(
        'Only flowcharts, sequences, states, mindmaps, Gantt charts and timelines are counted',
      );
    const count = doc.rows.length;
    return count >= LEAST_ROWS
      ? pass(at)
      : fail({ span: at, message: `The ${doc.type} has ${count} of ${LEAST_ROWS} rows` });
  },
  examples: {
    pass: [
      { source: 'flowchart LR\n  a --> b --> c --> d\n', evidence: ['flowchart'] },
      { source: 'sequenceDiagram\n  a->>b: 1\n  b->>c: 2\n  c->>d: 3\n  d-->>c: 4\n  c-->>a: 5\n' },
      { source: 'timeline\n  1 : a\n  2 : b\n  3 : c\n  4 : d\n' },
    ],
    fail: [
      { source: 'flowchart LR\n  a --> b --> c\n  c --> a\n', at: ['flowchart'] },
      {
        source: `flowchart LR\n  ${Array.from({ length: 26 }, (_, i) => `n${i}`).join(' --> ')}\n`,
        at: ['n25'],
      },
      { source: 'sequenceDiagram\n  a->>b: 1\n', at: ['sequenceDiagram'] },
      { source: 'gantt\n  One :2023-11-20, 3d\n', at: ['gantt'] },
    ],
  },
};
