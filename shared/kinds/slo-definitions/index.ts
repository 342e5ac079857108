import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K22 · part 4 · promises about data, with budgets and alerts. Only the universal criteria apply so far. */
export const sloDefinitions = defineKind<DataReader>({
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
  read: rootReader,
  rubric: [],
  facts,
});
