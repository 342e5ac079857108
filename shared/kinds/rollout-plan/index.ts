import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K05 · part 1 · turn the design into reversible steps with gates. Only the universal criteria apply so far. */
export const rolloutPlan = defineKind<DataReader>({
  id: 'rollout-plan',
  title: 'Rollout plan',
  purpose: 'Turn the design into reversible steps with gates.',
  part: 1,
  format: 'yaml',
  order: 50,
  files: ['rollout-plan.yaml'],
  recognise: (source) => source.format === 'yaml' && source.data.node(['phases']) !== null,
  contrasts: [
    { senior: 'Dates.', staff: 'Gates that can say no.' },
    { senior: '"Roll back if needed."', staff: 'A metric, a threshold, a window, the minutes it takes, and the day it was rehearsed.' },
    { senior: 'Launch means done.', staff: 'A decommission phase that books the saving.' },
  ],
  read: rootReader,
  rubric: [],
  facts,
});
