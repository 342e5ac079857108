import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { fishbone } from '../example-fishbone';
import type { Fishbone } from '../model';

const MOST_NODES = 30;

/** FB-06. */
export const nodeCount: AutoCriterion<Fishbone> = {
  id: 'FB-06',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'At most 30 nodes',
  failTitle: 'The fishbone has more than 30 nodes',
  why: 'Beyond thirty labels nobody sees the shape any more, and the drawing becomes a list with lines.',
  hint: 'Merge leaves that say nearly the same, or move detail into the factors.',
  sources: ['GDD'],
  check: ({ model }) => {
    const { doc } = model;
    if (!model.readable) return failBecause(doc.type === null ? 'GEN-01' : 'FB-01');
    // Bones that are drawn as subgraphs are on the page as well.
    const drawn = [...doc.nodes, ...doc.subgraphs].sort((a, b) => a.span.from - b.span.from);
    const extra = drawn[MOST_NODES];
    if (!extra) return pass(doc.typeSpan);
    return fail({
      span: extra.span,
      message: `The fishbone has ${drawn.length} nodes; at most ${MOST_NODES} are wanted`,
    });
  },
  examples: {
    pass: [{ source: fishbone('Effect', ['A', '1', '2']), evidence: ['mindmap'] }],
    fail: [
      {
        source: fishbone('Effect', ['A', ...Array.from({ length: 29 }, (_, i) => `${i}`)]),
        at: ['l028["28"]'],
      },
    ],
  },
};
