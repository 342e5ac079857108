import { type ExplainedCell, explainCell } from './explain-cell';
import type { CostModel } from './model';
import { type InputsAnswer, tryInputs } from './try-inputs';

/** What the views of a cost model ask: how a cell comes about, or what other inputs lead to. */
export type CostQuestion =
  | { readonly ask: 'cell'; readonly offset: number }
  | { readonly ask: 'inputs'; readonly set: Readonly<Record<string, number>> };

export type CostAnswer = ExplainedCell | InputsAnswer | null;

/** Answers a view's question. Total: what is no question has no answer. */
export function tryOutCosts(model: CostModel, question: unknown): CostAnswer {
  const { ask, offset, set } = (question ?? {}) as { ask?: unknown; offset?: unknown; set?: unknown };
  if (ask === 'cell') return explainCell(model, offset);
  return ask === 'inputs' ? tryInputs(model, set) : null;
}
