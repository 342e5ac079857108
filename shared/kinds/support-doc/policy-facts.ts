import type { Source } from '../../rubric/artifact';
import { budgetFigures } from '../../rubric/budget-facts';
import type { Fact } from '../../rubric/fact';
import { rootReader } from '../../rubric/root-reader';
import { has, quantities } from '../../text/quantities';

/** What a policy holds, for the objectives that refer to it: how many quantities, whether anything freezes or halts, and the figures of budgets. */
export function policyFacts(source: Source): Fact[] {
  if (source.format !== 'md') return [];
  const front = rootReader(source);
  if (front.at('subtype').text !== 'policy') return [];
  const { plain, headings } = source.markdown;
  return [
    {
      type: 'record',
      set: 'policy',
      id: front.at('id').text ?? source.path,
      fields: {
        quantities: quantities(plain).length,
        stops: has(plain, '(?<!\\p{L})(?:freez|froze|halt)', 'i'),
      },
      places: {},
      span: headings[0]?.span ?? { from: 0, to: 0 },
    },
    ...budgetFigures(source.markdown),
  ];
}
