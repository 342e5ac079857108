import type { Block } from '../../preview/block';
import { leftOut, MOST_MARKS } from '../../preview/chart/left-out';
import { coverage } from './coverage-chart';
import { calendar } from './due-chart';
import { ladder } from './ladder-chart';
import type { ActionItems } from './model';

/** How strong the list is, when its parts come, and which factors they answer. */
export function actionCharts(model: ActionItems): Block[] {
  if (model.items.length > MOST_MARKS / 2)
    return [leftOut('the actions', `${model.items.length} actions are more than a picture can hold.`)];
  return [...ladder(model), ...calendar(model), ...coverage(model)];
}
