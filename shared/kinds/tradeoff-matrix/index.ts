import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Matrix, readMatrix } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';
import { tryWeights } from './try-weights';

/** K02 · part 1 · makes a choice reproducible and shows what would change it. */
export const tradeoffMatrix = defineKind<Matrix>({
  id: 'tradeoff-matrix',
  title: 'Tradeoff matrix',
  purpose: 'Make the choice reproducible and show what would change it.',
  part: 1,
  format: 'yaml',
  order: 20,
  files: ['tradeoff-matrix.yaml', 'scorecards/*.yaml'],
  recognise: (source) =>
    source.format === 'yaml' &&
    source.data.node(['criteria']) !== null &&
    source.data.node(['options']) !== null,
  contrasts: [
    {
      senior: 'Equal or unexplained weights.',
      staff: 'Weights with a rationale, agreed before anyone scored.',
    },
    { senior: 'Gut scores.', staff: 'An anchored scale with evidence in every cell.' },
    {
      senior: 'One total.',
      staff: 'A sensitivity analysis that names the weight or score that flips the winner.',
    },
  ],
  schema,
  read: readMatrix,
  rubric,
  facts,
  preview,
  tryOut: tryWeights,
  template: 'tradeoff-matrix-template.yaml',
});
