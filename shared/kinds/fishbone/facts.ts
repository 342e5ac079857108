import { drawingFact } from '../../rubric/drawing-fact';
import type { Fact } from '../../rubric/fact';
import { ids } from '../../text/quantities';
import type { Fishbone } from './model';

/** The head of the bone and its leaves, each with the factors that its label names. */
export function facts({ doc, head, leaves }: Fishbone): Fact[] {
  if (!head) return [drawingFact(doc)];
  return [
    drawingFact(doc),
    {
      type: 'record',
      set: 'fishbone',
      id: head.id,
      fields: { effect: head.label, leaves: leaves.length },
      places: {},
      span: head.span,
    },
    ...leaves.map((leaf): Fact => {
      const named = ids(doc.text, 'CF', leaf.span);
      return {
        type: 'record',
        set: 'fishbone-leaf',
        id: leaf.id,
        fields: {
          label: leaf.label,
          ...(named.length === 0 ? {} : { factors: named.map((hit) => hit.text) }),
        },
        places: Object.fromEntries(
          named.map((hit) => [`factors ${hit.text}`, { from: hit.from, to: hit.to }]),
        ),
        span: leaf.span,
      };
    }),
  ];
}
