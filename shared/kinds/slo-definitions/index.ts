import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { readSlos, type Slos } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K22 · part 4 · promises about data, with budgets and alerts. */
export const sloDefinitions = defineKind<Slos>({
  id: 'slo-definitions',
  title: 'SLO definitions',
  purpose: 'Promises about data, with budgets and alerts.',
  part: 4,
  format: 'yaml',
  order: 60,
  files: ['slo-definitions.yaml'],
  recognise: (source) => source.format === 'yaml' && source.data.node(['slos']) !== null,
  contrasts: [
    { senior: '"99.9 % uptime."', staff: 'Freshness, completeness and correctness as good over valid.' },
    { senior: 'A threshold alert.', staff: 'Burn rate over two windows.' },
    { senior: 'An objective without a policy.', staff: 'What stops when the budget is gone.' },
  ],
  schema,
  read: readSlos,
  rubric,
  facts: (model) => facts(model.root),
  preview,
  template: 'slo-definitions-template.yaml',
});
