import { buildChat } from './chat';
import { at, PROMOTION_END } from './clock';
import { placeLogs } from './logs';
import { buildQueries } from './queries';
import { buildTickets } from './tickets';

/** A row of the incident timeline and the record that shows it, at the same minute. */
export interface TimelineRef {
  /** Row number in the incident fact sheet (6.8), 1 to 38. */
  readonly row: number;
  readonly t: string;
  readonly ref: string;
}

/** Rows that stand on a message, ticket or query, by minute. Rows 2-15, 17-20 and 29-34 stand on log lines. */
const SPOKEN_ROWS: readonly (readonly [
  row: number,
  source: 'chat' | 'ticket' | 'query',
  clockText: string,
])[] = [
  [16, 'chat', '11:05'],
  [21, 'ticket', '13:10'],
  [22, 'chat', '14:20'],
  [23, 'chat', '14:26'],
  [24, 'chat', '14:34'],
  [25, 'chat', '14:41'],
  [26, 'query', '14:49'],
  [27, 'chat', '14:52'],
  [28, 'chat', '14:55'],
  [35, 'chat', '17:30'],
  [36, 'chat', '21:55'],
  [37, 'query', '22:40'],
  [38, 'chat', '23:20'],
];

/**
 * Timeline rows 1 to 38 in order, each with its record.
 * Throws when a row has no record in its minute or more than one to choose from.
 */
export function buildTimelineRefs(): readonly TimelineRef[] {
  const records = { chat: buildChat(), ticket: buildTickets(), query: buildQueries() };
  const spoken = SPOKEN_ROWS.map(([row, source, clockText]): TimelineRef => {
    const minute = at(clockText).slice(0, 16);
    const [record, ...others] = records[source].filter((candidate) => candidate.t.startsWith(minute));
    if (record === undefined || others.length > 0)
      throw new Error(`row ${row}: not exactly one ${source} at ${clockText}`);
    return { row, t: record.t, ref: record.ref };
  });
  const logged = placeLogs().flatMap(({ line, row }) =>
    row === undefined ? [] : [{ row, t: line.t, ref: line.ref }],
  );
  const promotion: TimelineRef = { row: 1, t: PROMOTION_END, ref: 'CFG-promotion-end' };
  return [promotion, ...logged, ...spoken].sort((a, b) => a.row - b.row);
}
