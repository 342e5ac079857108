import type { ParsedFile } from '../rubric/session-file';
import type { CountedBudget } from '../rubric/word-budget';
import { wordsWithin } from '../text/prose';

/** The budgets of a document with the words that count for them, as the criteria count. */
export function countedBudgets({ source, kind, model, unread }: ParsedFile): readonly CountedBudget[] {
  if (source?.format !== 'md' || unread || !kind?.budgets) return [];
  const doc = source.markdown;
  return kind.budgets(model).map(({ section, least, most }) => {
    const span = section?.body ?? { from: 0, to: source.text.length };
    return {
      title: section?.heading.text ?? '',
      from: section?.heading.span.from ?? 0,
      to: span.to,
      words: wordsWithin(doc, span),
      least,
      most,
    };
  });
}
