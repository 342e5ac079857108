import type { Block } from '../../../preview/block';
import type { CostModel } from '../model';
import { standing, yearlyCosts } from './costs';
import { inputs, problemCost } from './inputs';
import { breakEvenTable, sensitivityTable } from './sensitivity';
import { excluded, workings } from './workings';

/** The model as a reader takes it in: the ranking, each option's years, what moves the result, then everything it rests on. */
export function preview(model: CostModel): Block[] {
  if (model.options.length === 0) {
    return [{ kind: 'paragraph', text: 'The model has no options yet.', span: null, tone: 'quiet' }];
  }
  return [
    ...standing(model),
    ...yearlyCosts(model),
    ...sensitivityTable(model),
    ...breakEvenTable(model),
    ...problemCost(model),
    ...inputs(model),
    ...workings(model),
    ...excluded(model),
  ];
}
