import { durationsOfText } from '../../rubric/duration-facts';
import type { Fact } from '../../rubric/fact';
import type { Postmortem } from './model';
import { DURATIONS, findDuration } from './stated-durations';

/** The durations that the report states. Those that PM-06 measures against the header are marked `judged`. */
export function durationFacts({ doc }: Postmortem): Fact[] {
  const judged = new Set(
    DURATIONS.flatMap(({ phrases }) =>
      (findDuration(doc, phrases)?.durations ?? []).map((duration) => duration.from),
    ),
  );
  return durationsOfText(doc).map((fact) =>
    fact.type === 'record' && judged.has(fact.span.from)
      ? { ...fact, fields: { ...fact.fields, judged: true } }
      : fact,
  );
}
