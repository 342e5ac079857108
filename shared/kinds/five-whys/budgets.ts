import type { WordBudget } from '../../rubric/word-budget';
import { LEAST_WORDS } from './criteria/limits-told';
import type { Whys } from './model';

/** What FW-07 wants of the limits. */
export function budgets({ limits }: Whys): readonly WordBudget[] {
  return limits ? [{ section: limits, least: LEAST_WORDS, most: null }] : [];
}
