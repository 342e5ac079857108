import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K21 · part 4 · the machine-readable spine of the incident. Only the universal criteria apply so far. */
export const incidentTimeline = defineKind<DataReader>({
  id: 'incident-timeline',
  title: 'Incident timeline',
  purpose: 'The machine-readable spine of the incident.',
  part: 4,
  format: 'yaml',
  order: 20,
  files: ['timeline.yaml'],
  contrasts: [
    { senior: 'Actions only.', staff: 'What people saw and believed as well.' },
    { senior: 'Times from memory.', staff: 'A record of the evidence behind each minute.' },
  ],
  read: rootReader,
  rubric: [],
  facts,
});
