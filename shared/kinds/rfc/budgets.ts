import type { WordBudget } from '../../rubric/word-budget';
import { LEAST_WORDS } from './criteria/outline';
import { MOST_WORDS } from './criteria/summary-ask';
import type { Rfc } from './model';
import { OUTLINE } from './outline';

/** What RFC-02 and RFC-03 want of the sections that are there. */
export function budgets({ outline }: Rfc): readonly WordBudget[] {
  return outline.flatMap(({ step, section }) =>
    section
      ? [{ section, least: LEAST_WORDS, most: step.name === OUTLINE.summary.name ? MOST_WORDS : null }]
      : [],
  );
}
