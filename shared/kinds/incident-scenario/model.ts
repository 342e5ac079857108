import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { DATE, minuteNumber } from '../../text/quantities';
import type { Span } from '../../text/span';

/** The arrays of evidence records in file order, with what people call a record of each. */
const FAMILIES = [
  ['deploys', 'Deploys and flags'],
  ['config_changes', 'Configuration changes'],
  ['alerts', 'Alerts'],
  ['logs', 'Log lines'],
  ['pipeline_counters', 'Pipeline counters'],
  ['metrics', 'Metric series'],
  ['chat', 'Chat messages'],
  ['tickets', 'Support tickets'],
  ['queries', 'Query runs'],
  ['replay_progress', 'Replay progress'],
] as const;

export type FamilyKey = (typeof FAMILIES)[number][0];

/** One array of evidence; entries that are no mappings are left out of `records`. */
export interface Family {
  readonly key: FamilyKey;
  readonly label: string;
  readonly at: DataReader;
  readonly records: readonly DataReader[];
}

/** An incident scenario as far as it is written. */
export interface Scenario {
  readonly root: DataReader;
  readonly metadata: DataReader;
  readonly services: readonly DataReader[];
  readonly topics: readonly DataReader[];
  readonly families: readonly Family[];
}

export function readScenario(source: Source): Scenario {
  const root = rootReader(source);
  return {
    root,
    metadata: root.at('metadata'),
    services: mappingsIn(root.at('services')),
    topics: mappingsIn(root.at('topics')),
    families: FAMILIES.map(([key, label]) => {
      const at = root.at(key);
      return { key, label, at, records: mappingsIn(at) };
    }),
  };
}

/** The records of one array. */
export function recordsOf(scenario: Scenario, key: FamilyKey): readonly DataReader[] {
  return scenario.families.find((family) => family.key === key)?.records ?? [];
}

/** The measured points of all metric series. */
export function pointsOf(scenario: Scenario): readonly DataReader[] {
  return recordsOf(scenario, 'metrics').flatMap((series) => mappingsIn(series.at('points')));
}

/** How messages call a record: its ref, else its place in the array. */
export function nameOf(record: DataReader): string {
  return record.at('ref').spelled ?? `${record.path[0]}[${record.path[1]}]`;
}

/** Where a finding about a whole record stands: at its ref, else on its first line. */
export function placeOf(record: DataReader): Span {
  const ref = record.at('ref');
  if (ref.exists) return ref.span;
  const { from, to } = record.span;
  const end = record.tree.text.indexOf('\n', from);
  return { from, to: end < 0 ? to : Math.min(end, to) };
}

const INSTANT = new RegExp(`^${DATE}T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?Z$`);

/** Minutes since 1970 of a UTC time stamp with seconds as fractions; null for text that is none. */
export function instant(at: DataReader): number | null {
  return at.text !== null && INSTANT.test(at.text) ? minuteNumber(at.text) : null;
}

function mappingsIn(list: DataReader): readonly DataReader[] {
  return list.items.filter((item) => item.node?.kind === 'map');
}
