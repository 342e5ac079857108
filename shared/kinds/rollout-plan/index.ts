import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Plan, readPlan } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K05 · part 1 · turn the design into reversible steps with gates. */
export const rolloutPlan = defineKind<Plan>({
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
    {
      senior: '"Roll back if needed."',
      staff: 'A metric, a threshold, a window, the minutes it takes, and the day it was rehearsed.',
    },
    { senior: 'Launch means done.', staff: 'A decommission phase that books the saving.' },
  ],
  schema,
  read: readPlan,
  rubric,
  facts: (plan) => facts(plan.root),
  preview,
  template: 'rollout-plan-template.yaml',
});
