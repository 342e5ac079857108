import { definitionsIn, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import type { DataReader } from '../../rubric/read-data';
import { effortFacts } from './effort-facts';
import { rowFacts } from './row-facts';

/** The actions (`AI`), with what the postmortem's table, the slides and the factors compare with. */
export function facts(root: DataReader): Fact[] {
  return [
    ...definitionsIn(root.at('items'), 'AI', (item) => ({
      title: item.at('title').text,
      data: {
        type: item.at('type').text,
        level: item.at('level').text,
        priority: item.at('priority').text,
        owner: item.at('owner').text,
        team: item.at('team').text,
        due: item.at('due').text,
        slo: item.at('slo').text,
        contributing_factors: item.at('contributing_factors').texts,
        status: item.at('status').text,
        adr: item.at('adr').text,
        effort_weeks: item.at('effort_weeks').number,
      },
    })),
    ...rowFacts(root),
    ...effortFacts(root),
    ...incidentRefs(root),
    ...valueFact('incident-id', root.at('x-incident')),
  ];
}
