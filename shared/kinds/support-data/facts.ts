import { definitionsIn, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import type { DataReader } from '../../rubric/read-data';
import { numbersOfData } from '../../rubric/stated-numbers';
import { measureDurations } from './duration-facts';
import { measureMethods } from './method-facts';
import { rowFacts } from './row-facts';

/** What the working papers define: review actions (`RA-A`), review comments (`RC`) and impact measures (`IM`); their rows; and the incident they are about. */
export function facts(root: DataReader): Fact[] {
  return [
    ...definitionsIn(
      root.at('items'),
      'RA-A',
      (action) => ({
        title: action.at('x-action').text ?? action.at('evidence').text,
        data: {
          owner: action.at('owner').text,
          due: action.at('due').text,
          gate: action.at('gate').text,
          status: action.at('status').text,
        },
      }),
      /^RA-A\d{2}$/,
    ),
    ...definitionsIn(root.at('items'), 'RC', (comment) => ({
      title: comment.at('text').text,
      data: {
        by: comment.at('by').text,
        date: comment.at('date').text,
        disposition: comment.at('disposition').text,
        changed_doc: comment.at('changed_doc').boolean,
      },
    })),
    ...definitionsIn(root.at('measures'), 'IM', (measure) => ({
      title: measure.at('name').text,
      data: {
        value: measure.at('value').number ?? measure.at('value').text,
        unit: measure.at('unit').text,
        permanence: measure.at('permanence').text,
      },
    })),
    ...valueFact('incident-id', root.at('x-incident')),
    ...(root.at('measures').exists ? incidentRefs(root) : []),
    ...measureMethods(root),
    ...measureDurations(root),
    ...rowFacts(root),
    ...(root.at('measures').exists ? numbersOfData(root.tree) : []),
  ];
}
