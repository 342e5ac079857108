import type { CostModel, CostOption } from './model';
import { statedSum } from './model';

/**
 * What the retained problem cost is for an option in a year (0 to 4), when the file says: `retained.<option>[year]`. Null otherwise, and
 * for nothing.
 */
export function retainedCost(model: CostModel, option: CostOption, year: number): number | null {
  const value = model.root.at('retained_problem_cost', 'retained', option.id, year).number;
  return value === 0 ? null : value;
}

/** True when a stated total differs from its lines by exactly the retained problem cost: someone netted it in. */
export function problemCostInTotal(model: CostModel, option: CostOption, year: number): boolean {
  const stated = option.totals[year] ?? null;
  const sum = statedSum(option, year);
  if (stated === null || sum === null || stated === sum) return false;
  const difference = Math.abs(stated - sum);
  return (
    difference === retainedCost(model, option, year) ||
    difference === model.root.at('retained_problem_cost', 'per_year').number
  );
}
