import type { Source } from '../../rubric/artifact';
import type { Fact } from '../../rubric/fact';
import { modelQuotes } from '../../rubric/model-quotes';
import { rootReader } from '../../rubric/root-reader';

/** Papers that argue for the decision with the cost model's figures; minutes, runbooks and the rest may quote other money. */
const QUOTES_THE_MODEL = new Set(['summary', 'pre-read', 'one-pager']);

/** What a summary, a pre-read or a one-pager repeats from the cost model. */
export function moneyFacts(source: Source): Fact[] {
  const subtype = rootReader(source).at('subtype').text ?? '';
  return source.format === 'md' && QUOTES_THE_MODEL.has(subtype) ? modelQuotes(source.markdown) : [];
}
