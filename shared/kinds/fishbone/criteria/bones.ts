import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { fishbone } from '../example-fishbone';
import type { Fishbone } from '../model';

const CATEGORIES = { least: 5, most: 7 } as const;
const LEAST_LEAVES = 8;

/** FB-01. Carries the finding when the diagram is neither a mindmap nor a flowchart. */
export const bones: AutoCriterion<Fishbone> = {
  id: 'FB-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Five to seven bones with eight leaves or more, none bare',
  failTitle: 'The fishbone is too thin, too wide, or has a bare bone',
  why: 'The fishbone is drawn to look where nobody had looked; three bones about code are the discussion that happened anyway.',
  hint: 'Use five to seven categories, from schema and code to environment and timing; add a leaf to a bare bone or drop it.',
  sources: ['ISHI'],
  check: ({ model }) => {
    const { doc, categories, leaves } = model;
    if (doc.type === null) return failBecause('GEN-01');
    if (!model.readable)
      return fail({
        span: doc.typeSpan,
        message: `A fishbone is drawn as a mindmap or a flowchart, not as ${doc.type}`,
      });
    const span = model.head?.span ?? doc.typeSpan;
    const problems: Problem[] = [];
    if (categories.length < CATEGORIES.least || categories.length > CATEGORIES.most)
      problems.push({
        span: categories[CATEGORIES.most]?.node.span ?? span,
        message: `The fishbone has ${categories.length} categories; ${CATEGORIES.least} to ${CATEGORIES.most} are wanted`,
      });
    if (leaves.length < LEAST_LEAVES)
      problems.push({ span, message: `The fishbone has ${leaves.length} leaves of ${LEAST_LEAVES}` });
    for (const { node, leaves: own } of categories) {
      if (own.length === 0) problems.push({ span: node.span, message: `"${node.label}" has no leaf` });
    }
    return judge(
      problems,
      categories.map(({ node }) => node.span),
    );
  },
  examples: {
    pass: [
      {
        source: fishbone('Effect', ['A', '1', '2'], ['B', '1', '2'], ['C', '1', '2'], ['D', '1'], ['E', '1']),
        evidence: ['c4["E"]'],
      },
      {
        source: `flowchart LR\n${Array.from({ length: 5 }, (_, i) => `  a${i}["x"] --> c${i}["C"] --> head["Effect"]\n  b${i} --> c${i}\n`).join('')}`,
      },
      {
        source: `flowchart LR\n  head["Effect"]\n${Array.from({ length: 5 }, (_, i) => `  subgraph s${i}["C"]\n    a${i}["x"]\n    b${i}["y"]\n  end\n  s${i} --> head\n`).join('')}`,
      },
    ],
    fail: [
      { source: 'sequenceDiagram\n  a->>b: hi\n', at: ['sequenceDiagram'] },
      { source: fishbone('Effect', ['A', '1'], ['B']), at: ['head["Effect"]', 'head["Effect"]', 'c1["B"]'] },
      {
        source: fishbone('Effect', ...Array.from({ length: 8 }, () => ['A', '1'] as const)),
        at: ['c7["A"]'],
      },
    ],
  },
};
