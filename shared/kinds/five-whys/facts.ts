import type { Source } from '../../rubric/artifact';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import { rootReader } from '../../rubric/root-reader';
import { ids } from '../../text/quantities';
import type { Whys } from './model';

/** The chains by their headings, each with the factors that its last line names, and the incident that the header names. */
export function facts({ doc, chains }: Whys, source: Source): Fact[] {
  const ends = chains.map(({ section, last }): Fact => {
    const named = last ? ids(doc.plain, 'CF', last) : [];
    return {
      type: 'record',
      set: 'why-chain',
      id: section.heading.text,
      fields: named.length === 0 ? {} : { factors: named.map((hit) => hit.text) },
      places: Object.fromEntries(named.map((hit) => [`factors ${hit.text}`, { from: hit.from, to: hit.to }])),
      span: section.heading.span,
    };
  });
  return [...incidentRefs(rootReader(source)), ...ends];
}
