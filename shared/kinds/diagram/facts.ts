import { drawingFact } from '../../rubric/drawing-fact';
import type { Fact } from '../../rubric/fact';
import { ganttFacts, nodeFacts } from './drawn-facts';
import { ladderFacts } from './ladder-facts';
import type { Diagram } from './model';

/** What is drawn (`diagram-type`), for texts that must show a certain kind of diagram, and its title. */
export function facts({ doc }: Diagram): Fact[] {
  const title = doc.comments.find((c) => /^title:/i.test(c.text));
  return [
    ...(doc.type
      ? [{ type: 'value' as const, name: 'diagram-type', value: doc.type, span: doc.typeSpan }]
      : []),
    ...(doc.title && title
      ? [{ type: 'value' as const, name: 'diagram-title', value: doc.title, span: title.span }]
      : []),
    drawingFact(doc),
    ...ganttFacts(doc),
    ...nodeFacts(doc),
    ...ladderFacts(doc),
  ];
}
