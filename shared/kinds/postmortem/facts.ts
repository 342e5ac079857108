import { budgetFigures } from '../../rubric/budget-facts';
import { definitionData, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import { levelCounts } from '../../rubric/level-counts';
import { numbersOfText } from '../../rubric/stated-numbers';
import { actionFacts } from './action-facts';
import { durationFacts } from './duration-facts';
import { impactFacts } from './impact-facts';
import { mentionFacts } from './mention-facts';
import type { Postmortem } from './model';
import { timeFacts } from './time-facts';
import { timelineFacts } from './timeline-facts';

/** The incident itself (`INC`), with the times that other files compute with. */
export function facts(postmortem: Postmortem): Fact[] {
  const { header, doc } = postmortem;
  const actions = postmortem.section('actions');
  const id = header.at('id');
  const text = (key: string) => header.at(key).text;
  const known = id.text !== null && /^INC-\d{4}-\d{4}$/.test(id.text);
  return [
    ...(known
      ? [
          {
            type: 'definition' as const,
            family: 'INC',
            id: id.text ?? '',
            title: text('title') ?? '',
            data: definitionData({
              status: text('status'),
              severity: text('severity'),
              date: text('date'),
              start: text('start'),
              detected: text('detected'),
              mitigated: text('mitigated'),
              resolved: text('resolved'),
              published: text('published'),
            }),
            span: id.span,
          },
          ...valueFact('incident-id', id),
        ]
      : []),
    ...valueFact('incident-date', header.at('date')),
    ...incidentRefs(header),
    ...timeFacts(postmortem),
    ...timelineFacts(postmortem),
    ...actionFacts(postmortem),
    ...(actions ? levelCounts(doc, actions.body) : []),
    ...mentionFacts(postmortem),
    ...impactFacts(postmortem),
    ...durationFacts(postmortem),
    ...budgetFigures(doc),
    ...numbersOfText(postmortem.doc),
  ];
}
