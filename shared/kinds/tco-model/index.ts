import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type CostModel, readCostModel } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';
import { tryOutCosts } from './try-out';

/** K08 · part 2 · five-year cost of each option, with the assumptions that decide the ranking. */
export const tcoModel = defineKind<CostModel>({
  id: 'tco-model',
  title: 'Five-year cost model',
  purpose: 'Five-year cost of each option, with the assumptions that decide the ranking.',
  part: 2,
  format: 'yaml',
  order: 80,
  files: ['tco-5yr-model.yaml'],
  recognise: (source) =>
    source.format === 'yaml' &&
    source.data.node(['assumptions']) !== null &&
    source.data.node(['options']) !== null,
  contrasts: [
    {
      senior: 'The monthly bill times 60.',
      staff: 'Growth, staffing, migration, network and storage tiers, year by year.',
    },
    {
      senior: 'A point estimate.',
      staff: 'Traffic and retention swept, with the values at which the ranking turns.',
    },
    { senior: 'List prices without a date.', staff: 'Price, region, source and date for each.' },
    { senior: '"Ours is cheapest."', staff: 'Where ours loses, in numbers.' },
  ],
  schema,
  read: readCostModel,
  rubric,
  facts,
  preview,
  tryOut: tryOutCosts,
  template: 'tco-model-template.yaml',
});
