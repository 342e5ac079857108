import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import type { DataNode } from '../../text/data-tree';
import { readWindow, type Window } from './windows';

export const DIMENSIONS = ['freshness', 'completeness', 'correctness', 'availability', 'coverage'] as const;

/** The promises that every data pipeline owes; the objectives of these dimensions are the critical ones. */
export const TRIO: readonly string[] = ['freshness', 'completeness', 'correctness'];

export const METHODS = ['Occurrences', 'Timeslices'] as const;

export interface Alert {
  /** Its id; "An alert without id" where there is none. */
  readonly name: string;
  readonly at: DataReader;
  readonly page: boolean;
  readonly burnRate: number | null;
  readonly long: Window | null;
  readonly short: Window | null;
}

export interface Slo {
  /** `SLO-01`; "An objective without id" where there is none. */
  readonly name: string;
  readonly at: DataReader;
  /** The body of the OpenSLO object. */
  readonly spec: DataReader;
  readonly dimension: string | null;
  /** The first time window; null when it is missing or has no fixed length. */
  readonly window: Window | null;
  readonly alerts: readonly Alert[];
}

/** A file of service level objectives as far as it is written. */
export interface Slos {
  readonly root: DataReader;
  readonly slos: readonly Slo[];
  /** Names under which a reader meets the data: the tables of the queries, fully and by schema. */
  readonly tables: ReadonlySet<string>;
}

export function readSlos(source: Source): Slos {
  const root = rootReader(source);
  const slos = root.at('slos').items.map((at): Slo => {
    const spec = at.at('openslo', 'spec');
    return {
      name: at.at('id').text ?? 'An objective without id',
      at,
      spec,
      dimension: at.at('dimension').text,
      window: readWindow(spec.at('timeWindow', 0, 'duration').text),
      alerts: at.at('alerts').items.map((alert) => ({
        name: alert.at('id').text ?? 'An alert without id',
        at: alert,
        page: alert.at('severity').text === 'page',
        burnRate: alert.at('burn_rate').number,
        long: readWindow(alert.at('long_window').text),
        short: readWindow(alert.at('short_window').text),
      })),
    };
  });
  return { root, slos, tables: tablesOf(slos) };
}

/** The tables that the queries of the objectives read, by name with schema and by schema alone, in lower case. */
function tablesOf(slos: readonly Slo[]): ReadonlySet<string> {
  const tables = new Set<string>();
  const visit = (node: DataNode | null): void => {
    if (!node) return;
    if (node.kind === 'map') for (const member of node.members.values()) visit(member);
    else if (node.kind === 'list') for (const item of node.items) visit(item);
    else if (typeof node.value === 'string') {
      for (const m of node.value.matchAll(/\b(?:from|join)\s+([a-z_]\w*)\.([a-z_]\w*)/gi)) {
        const [, schema = '', table = ''] = m;
        tables.add(`${schema}.${table}`.toLowerCase()).add(schema.toLowerCase());
      }
    }
  };
  for (const slo of slos) visit(slo.spec.at('indicator').node);
  return tables;
}
