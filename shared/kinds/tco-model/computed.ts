import type { Npvs } from './cases';
import type { Evaluation } from './evaluate';
import type { CostModel, Quantity, Series } from './model';

/** What was computed from the inputs of a model so far. */
export interface Computed {
  base: Evaluation | null;
  /** By the knobs that are turned. */
  readonly cases: Map<string, Npvs>;
}

/** Models whose figures are kept for the next text of their file: a few, since only those that are written in come again. */
const MOST_MODELS = 4;

const byModel = new WeakMap<CostModel, Computed>();
/** By what the figures rest on; the one used last comes last. */
const byInputs = new Map<string, Computed>();

/**
 * What is computed from a model, the same object for all models with the same inputs: whoever writes in a name, a source or a stated value leaves
 * the figures as they are.
 */
export function computedOf(model: CostModel): Computed {
  let computed = byModel.get(model);
  if (computed) return computed;
  const inputs = inputsOf(model);
  computed = byInputs.get(inputs) ?? { base: null, cases: new Map() };
  byInputs.delete(inputs);
  byInputs.set(inputs, computed);
  for (const oldest of byInputs.keys()) {
    if (byInputs.size <= MOST_MODELS) break;
    byInputs.delete(oldest);
  }
  byModel.set(model, computed);
  return computed;
}

/** All that computing looks at. Numbers are spelled, since JSON has no infinite ones. */
function inputsOf(model: CostModel): string {
  const number = ({ id, value }: Quantity) => [id, String(value)];
  const series = ({ id, at }: Series) => [id, at.at('formula').spelled];
  return JSON.stringify([
    ...[String(model.rate), model.discounting, model.tooLarge],
    [...model.assumptions, ...model.prices].map(number),
    model.derived.map(series),
    model.options.map(({ id, lines }) => [id, lines.map(series)]),
  ]);
}
