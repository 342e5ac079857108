import type { CountedBudget } from '../../shared/rubric/word-budget';

/** Whether there are fewer or more words than wanted. */
export function isOff({ words, least, most }: CountedBudget): boolean {
  return (least !== null && words < least) || (most !== null && words > most);
}

/** The limit that matters now, as it stands behind a number of words: the upper one, else the lower one while it is not reached. */
export function limitOf({ words, least, most }: CountedBudget): string {
  if (least !== null && words < least) return ` of ${least.toLocaleString('en')}`;
  return most === null ? '' : ` / ${most.toLocaleString('en')}`;
}

/** The same in words. */
export function budgetWords({ words, least, most }: CountedBudget): string {
  const count = (number: number) => number.toLocaleString('en');
  const written = `${count(words)} ${words === 1 ? 'word' : 'words'}`;
  if (least !== null && words < least) return `${written} of at least ${count(least)}`;
  if (most !== null && words > most) return `${written}, ${count(words - most)} over ${count(most)}`;
  return most === null ? written : `${written} of at most ${count(most)}`;
}
