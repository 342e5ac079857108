import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Factors, readFactors } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K20 · part 4 · the conditions that combined. */
export const contributingFactors = defineKind<Factors>({
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
  schema,
  read: readFactors,
  rubric,
  facts: (model) => facts(model.root),
  preview,
});
