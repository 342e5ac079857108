import type { Source } from '../../rubric/artifact';
import { durationsOfText } from '../../rubric/duration-facts';
import type { Fact } from '../../rubric/fact';
import { rootReader } from '../../rubric/root-reader';

/** The durations of a paper about an incident, such as an analysis of why nothing was noticed. Other papers measure other things. */
export function durationFacts(source: Source): Fact[] {
  if (source.format !== 'md') return [];
  const incident = /INC-\d{4}-\d{4}(?!\d)/.exec(rootReader(source).at('id').text ?? '')?.[0];
  if (incident === undefined) return [];
  return durationsOfText(source.markdown).map((fact) =>
    fact.type === 'record' ? { ...fact, fields: { ...fact.fields, incident } } : fact,
  );
}
