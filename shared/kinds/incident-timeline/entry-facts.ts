import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { recordOf } from '../../rubric/records';

const FIELDS = ['t', 'kind', 'text', 'actor', 'scenario_ref', 'visible_to'] as const;

/**
 * Every entry of the timeline by its number, from 1, and every derived duration in minutes by its name: what the postmortem's table, its
 * durations and the scenario's records are compared with.
 */
export function entryFacts(root: DataReader): Fact[] {
  const entries = root
    .at('entries')
    .items.filter((entry) => entry.node?.kind === 'map')
    .map((entry, i) =>
      recordOf('timeline-entry', String(i + 1), entry, FIELDS, { span: entry.at('t').span }),
    );
  const derived = root
    .at('derived')
    .members.filter(([, at]) => at.number !== null)
    .map(([name, at]) =>
      recordOf('timeline-duration', name, root.at('derived'), ['minutes'], {
        span: at.span,
        from: { minutes: name },
      }),
    );
  return [...entries, ...derived];
}
