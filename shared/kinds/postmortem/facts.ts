import { budgetFigures } from '../../rubric/budget-facts';
import { definitionData, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import { levelCounts } from '../../rubric/level-counts';
import { numbersOfText } from '../../rubric/stated-numbers';
import { atOnce, type Steps } from '../../util/steps';
import { actionFacts } from './action-facts';
import { durationFacts } from './duration-facts';
import { impactFacts } from './impact-facts';
import { mentionFacts } from './mention-facts';
import type { Postmortem } from './model';
import { timeFacts } from './time-facts';
import { timelineFacts } from './timeline-facts';

/** What stands in the sections; each family looks through the text by itself. */
const FAMILIES: readonly ((postmortem: Postmortem) => readonly Fact[])[] = [
  timeFacts,
  timelineFacts,
  actionFacts,
  (postmortem) => {
    const actions = postmortem.section('actions');
    return actions ? levelCounts(postmortem.doc, actions.body) : [];
  },
  mentionFacts,
  impactFacts,
  durationFacts,
  ({ doc }) => budgetFigures(doc),
  ({ doc }) => numbersOfText(doc),
];

/** The incident itself (`INC`), with the times that other files compute with, and all that its sections state. */
export function facts(postmortem: Postmortem): readonly Fact[] {
  return atOnce(factsInSteps(postmortem));
}

/** The same, put down after each family. */
export function* factsInSteps(postmortem: Postmortem): Steps<readonly Fact[]> {
  const all = [...headerFacts(postmortem)];
  for (const family of FAMILIES) {
    yield;
    for (const fact of family(postmortem)) all.push(fact);
  }
  return all;
}

function headerFacts({ header }: Postmortem): readonly Fact[] {
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
  ];
}
