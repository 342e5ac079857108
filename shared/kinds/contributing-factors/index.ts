import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K20 · part 4 · the conditions that combined. Only the universal criteria apply so far. */
export const contributingFactors = defineKind<DataReader>({
  id: 'contributing-factors',
  title: 'Contributing factors',
  purpose: 'The conditions that combined.',
  part: 4,
  format: 'yaml',
  order: 40,
  files: ['contributing-factors.yaml'],
  recognise: (source) => source.format === 'yaml' && source.data.node(['factors']) !== null,
  contrasts: [
    { senior: 'A single root cause.', staff: 'Latent and active conditions, ranked.' },
    { senior: '"Monitoring was missing."', staff: 'How each factor changed the outcome, and by how much.' },
  ],
  read: rootReader,
  rubric: [],
  facts,
});
