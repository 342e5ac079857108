import type { Fact } from '../../rubric/fact';
import { breakEvenFacts } from './break-even-facts';
import type { CostModel } from './model';
import { recomputeFacts } from './recompute-facts';
import { valueFacts } from './value-facts';

/** Options with the NPV the file states, every value of the model, which of them recompute, and the break-evens. */
export function facts(model: CostModel): Fact[] {
  const options = model.options
    .filter((option) => option.id !== '')
    .map((option) => ({
      type: 'option' as const,
      slug: option.id,
      name: option.name,
      ...(option.npv === null ? {} : { npv: option.npv }),
      span: option.at.at('id').span,
    }));
  return [...options, ...valueFacts(model), ...recomputeFacts(model), ...breakEvenFacts(model)];
}
