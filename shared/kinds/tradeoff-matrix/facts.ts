import type { Fact } from '../../rubric/fact';
import { gridFacts } from './grid-facts';
import type { Matrix } from './model';

/** Options with their totals, the winner marked; and the grid, row by row. */
export function facts(matrix: Matrix): Fact[] {
  const options = matrix.options
    .filter((option) => option.id !== '')
    .map((option) => ({
      type: 'option' as const,
      slug: option.id,
      name: option.name,
      ...(option.total === null ? {} : { total: option.total }),
      recommended: option.id === matrix.recommendation,
      statusQuo: option.statusQuo,
      span: option.at.at('id').span,
    }));
  return [...options, ...gridFacts(matrix)];
}
