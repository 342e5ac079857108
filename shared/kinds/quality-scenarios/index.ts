import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { readScenarios, type Scenarios } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K15 · part 3 · what "good" means under stress, ranked. */
export const qualityScenarios = defineKind<Scenarios>({
  id: 'quality-scenarios',
  title: 'Quality attribute scenarios',
  purpose: 'What "good" means under stress, ranked.',
  part: 3,
  format: 'yaml',
  order: 60,
  files: ['quality-attribute-scenarios.yaml'],
  recognise: (source) =>
    source.format === 'yaml' &&
    source.data.node(['scenarios']) !== null &&
    source.data.node(['risk_themes']) !== null,
  contrasts: [
    { senior: '"Must be reliable."', staff: 'Six-part scenarios with a measure.' },
    { senior: 'A flat list.', staff: 'The important and difficult ones first.' },
    { senior: 'No trade-off in sight.', staff: 'Named sensitivity and trade-off points.' },
  ],
  schema,
  read: readScenarios,
  rubric,
  facts: (model) => facts(model.root),
  preview,
});
