import type { WordBudget } from '../../rubric/word-budget';
import { LEAST, MOST } from './criteria/length';
import { LEAST_WORDS } from './criteria/reversibility-argued';
import type { Adr } from './model';

/** What AD-12 wants of the whole record, and AD-05 of one section. */
export function budgets(model: Adr): readonly WordBudget[] {
  const section = model.section('reversibility');
  return [
    { section: null, least: LEAST, most: MOST },
    ...(section ? [{ section, least: LEAST_WORDS, most: null }] : []),
  ];
}
