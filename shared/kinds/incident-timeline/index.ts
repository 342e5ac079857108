import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { readTimeline, type Timeline } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K21 · part 4 · the machine-readable spine of the incident. */
export const incidentTimeline = defineKind<Timeline>({
  id: 'incident-timeline',
  title: 'Incident timeline',
  purpose: 'The machine-readable spine of the incident.',
  part: 4,
  format: 'yaml',
  order: 20,
  files: ['timeline.yaml'],
  recognise: (source) =>
    source.format === 'yaml' &&
    source.data.node(['entries']) !== null &&
    source.data.node(['derived']) !== null,
  contrasts: [
    { senior: 'Actions only.', staff: 'What people saw and believed as well.' },
    { senior: 'Times from memory.', staff: 'A record of the evidence behind each minute.' },
  ],
  schema,
  read: readTimeline,
  rubric,
  facts: (model) => facts(model.root),
  preview,
});
