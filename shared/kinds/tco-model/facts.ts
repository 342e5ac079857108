import type { Fact } from '../../rubric/fact';
import type { CostModel } from './model';

/** Options with the NPV the file states. */
export function facts(model: CostModel): Fact[] {
  return model.options
    .filter((option) => option.id !== '')
    .map((option) => ({
      type: 'option' as const,
      slug: option.id,
      name: option.name,
      ...(option.npv === null ? {} : { npv: option.npv }),
      span: option.at.at('id').span,
    }));
}
