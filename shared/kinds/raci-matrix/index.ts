import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Raci, readRaci } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K11 · part 3 · who does, who answers, who is asked, who is told. */
export const raciMatrix = defineKind<Raci>({
  id: 'raci-matrix',
  title: 'RACI matrix',
  purpose: 'Who does, who answers, who is asked, who is told.',
  part: 3,
  format: 'yaml',
  order: 30,
  files: ['raci-matrix.yaml'],
  recognise: (source) =>
    source.format === 'yaml' &&
    source.data.node(['people']) !== null &&
    source.data.node(['activities']) !== null,
  contrasts: [
    { senior: 'Everyone is consulted.', staff: 'A budget of five people to ask.' },
    { senior: 'Teams answer.', staff: 'One person answers.' },
    { senior: 'Project tasks only.', staff: 'Decisions, operations and gates too.' },
  ],
  schema,
  read: readRaci,
  rubric,
  facts,
  preview,
  template: 'raci-matrix-template.yaml',
});
