import { definitionsIn, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import type { DataReader } from '../../rubric/read-data';
import { rowFacts } from './row-facts';

/** The factors with category and kind; `accepted` when someone took the risk in writing instead of acting. */
export function facts(root: DataReader): Fact[] {
  return [
    ...definitionsIn(root.at('factors'), 'CF', (factor) => ({
      title: factor.at('title').text,
      data: {
        category: factor.at('category').text,
        kind: factor.at('kind').text,
        actions: factor.at('actions').texts,
        accepted: factor.at('accepted', 'by').text !== null && factor.at('accepted', 'reason').text !== null,
        known_before: factor.at('known_before', 'bool').boolean,
        events_avoided: factor.at('counterfactual', 'events_avoided').number,
      },
    })),
    ...rowFacts(root),
    ...incidentRefs(root),
    ...valueFact('incident-id', root.at('x-incident')),
  ];
}
