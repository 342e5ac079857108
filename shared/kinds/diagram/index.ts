import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Diagram, readDiagram } from './model';
import { rubric } from './rubric';

/** K04 · every part · one idea at one level of abstraction. Diagrams belong to the part in whose folder they lie. */
export const diagram = defineKind<Diagram>({
  id: 'diagram',
  title: 'Diagram',
  purpose: 'Show one idea at one level of abstraction.',
  part: 'X',
  format: 'mmd',
  order: 90,
  files: ['diagrams/*.mmd'],
  recognise: (source) => source.format === 'mmd' && source.diagram.type !== null,
  contrasts: [
    { senior: 'Boxes and lines.', staff: 'Labelled flows with their volumes.' },
    { senior: 'Everything on one page.', staff: 'Views of today, of the target and of the failure.' },
    { senior: 'No boundary.', staff: 'Trust, team or phase boundaries as subgraphs.' },
  ],
  read: readDiagram,
  rubric,
  facts,
});
