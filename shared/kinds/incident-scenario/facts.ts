import { valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import type { DataReader } from '../../rubric/read-data';
import { counterFacts } from './counter-facts';
import type { Scenario } from './model';

/**
 * The system's vocabulary, which incident this is and where its evidence begins, and every record by its ref, so that factors and timelines
 * can be followed to the record they cite.
 */
export function facts(scenario: Scenario): Fact[] {
  const { metadata } = scenario;
  return [
    ...valueFact('incident-id', metadata.at('incident_id')),
    ...incidentRefs(metadata),
    ...valueFact('window-start', metadata.at('window_start')),
    ...namesOf('service', scenario.services),
    ...namesOf('topic', scenario.topics),
    ...scenario.families.flatMap((family) =>
      family.records.flatMap((record) => reference(family.key, record)),
    ),
    ...counterFacts(scenario),
  ];
}

function namesOf(type: 'service' | 'topic', entries: readonly DataReader[]): Fact[] {
  return entries.flatMap((entry) => {
    const name = entry.at('name');
    return name.text === null ? [] : [{ type, name: name.text, span: name.span }];
  });
}

function reference(array: string, record: DataReader): Fact[] {
  const ref = record.at('ref');
  if (ref.text === null) return [];
  const t = record.at('t');
  return [
    {
      type: 'record',
      set: 'scenario-ref',
      id: ref.text,
      fields: { array, ...(t.text === null ? {} : { t: t.text }) },
      places: t.text === null ? {} : { t: t.span },
      span: ref.span,
    },
  ];
}
