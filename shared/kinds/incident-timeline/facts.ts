import { valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import type { DataReader } from '../../rubric/read-data';
import { entryFacts } from './entry-facts';

/** Kinds of entries that happen once and date the incident, with the name under which others find the time stamp. */
const MOMENTS: Readonly<Record<string, string>> = {
  trigger: 'incident-trigger',
  'impact-start': 'incident-start',
  detection: 'incident-detected',
  declaration: 'incident-declared',
  mitigation: 'incident-mitigated',
  resolution: 'incident-resolved',
};

/** The responders, the incident's id and day, and the moments that its durations are made of. */
export function facts(root: DataReader): Fact[] {
  const facts: Fact[] = [...valueFact('incident-id', root.at('incident'))];
  for (const person of root.at('responders').items) {
    const name = person.at('name');
    if (name.text === null) continue;
    facts.push({
      type: 'person',
      key: person.at('key').text ?? '',
      name: name.text,
      role: person.at('role').text ?? '',
      team: person.at('team').text ?? '',
      level: person.at('level').number,
      span: name.span,
    });
  }
  const dated = new Set<string>();
  for (const entry of root.at('entries').items) {
    const moment = MOMENTS[entry.at('kind').text ?? ''];
    const t = entry.at('t');
    if (!moment || dated.has(moment) || t.text === null) continue;
    dated.add(moment);
    facts.push({ type: 'value', name: moment, value: t.text, span: t.span });
    if (moment === 'incident-start')
      facts.push({ type: 'value', name: 'incident-date', value: t.text.slice(0, 10), span: t.span });
  }
  facts.push(...entryFacts(root), ...incidentRefs(root));
  return facts;
}
