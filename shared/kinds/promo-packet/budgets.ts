import type { WordBudget } from '../../rubric/word-budget';
import { LEAST_WORDS } from './criteria/failure-owned';
import type { PromoPacket } from './model';

/** What PP-06 wants of the failure that is owned. */
export function budgets(model: PromoPacket): readonly WordBudget[] {
  const section = model.section('differently');
  return section ? [{ section, least: LEAST_WORDS, most: null }] : [];
}
