import { at, clockTextOf, minuteOf, stampAt } from './clock';
import { orderLagAt } from './counters';
import { clickstreamLagAt } from './metrics';
import { SQL } from './query-text';
import { centsOf, DEAD_LETTERS, linesOf, totalOf, type WindowCounts, windowsBetween } from './rate-model';
import type { Cell, QueryRun } from './scenario-shape';

/** US dollars the dashboard and settlement show for one hour. */
export interface HourTotals {
  readonly dashboard: number;
  readonly settlement: number;
}

type Row = Readonly<Record<string, Cell>>;

const HOURS_09_TO_15 = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00'] as const;

/** Windows of the hour that starts at `HH:00`. */
const hourFrom = (clockText: string): readonly WindowCounts[] =>
  windowsBetween(clockText, clockTextOf(minuteOf(clockText) + 60));

const stampOf = (minute: number): string => stampAt(minute * 60);

/** Rows of the warehouse for some windows, before any replay. */
const factsOf = (windows: readonly WindowCounts[]): number => totalOf(windows, 'recordsOut');

/** What the dashboard and settlement show for the hour that starts at `HH:00`, in US dollars. */
export function gmvOfHour(clockText: string): HourTotals {
  const windows = hourFrom(clockText);
  return {
    dashboard: centsOf(linesOf(factsOf(windows))) / 100,
    settlement: centsOf(linesOf(totalOf(windows, 'accepted'))) / 100,
  };
}

const salesByHour = (): readonly Row[] =>
  ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00'].map((hour) => ({
    hour_utc: at(hour),
    order_lines: linesOf(factsOf(hourFrom(hour))),
    gmv_usd: gmvOfHour(hour).dashboard,
  }));

const settlementComparison = (): readonly Row[] =>
  ['08:00', '13:00'].map((hour) => {
    const { dashboard, settlement } = gmvOfHour(hour);
    const shortTenths = Math.round(((settlement - dashboard) * 1000) / settlement);
    return { hour_utc: at(hour), gmv_usd: dashboard, settled_usd: settlement, short_pct: shortTenths / 10 };
  });

/** Lag of the two groups; samples are half-hourly, 08:00 is sample 0 and 14:30 is sample 13. */
function lagByGroup(): readonly Row[] {
  const lastSample = 13;
  const samples = Array.from({ length: lastSample + 1 }, (_, index) => index);
  const row = (group: string, topic: string, lagAt: (index: number) => number): Row => ({
    consumer_group: group,
    topic,
    max_lag: Math.max(...samples.map(lagAt)),
    last_lag: lagAt(lastSample),
  });
  return [
    row('clickstream-sessions', 'clickstream.page', clickstreamLagAt),
    row('order-enricher', 'commerce.order-line', orderLagAt),
  ];
}

const factsBySource = (): readonly Row[] =>
  windowsBetween('08:50', '09:45').map((window) => {
    const checkout = window.checkout - window.dropped;
    return {
      bucket_utc: stampOf(window.start),
      checkout_rows: checkout,
      subscriptions_rows: window.subscriptions,
      pos_rows: window.pos,
      checkout_per_subscription: Math.round((checkout * 1000) / window.subscriptions) / 1000,
    };
  });

function rawAgainstFacts(): readonly Row[] {
  const windows = windowsBetween('09:05', '15:10');
  const row = (source: string, raw: number, difference: number): Row => ({
    source_service: source,
    raw_events: raw,
    fact_rows: raw - difference,
    difference,
  });
  return [
    row('checkout-service', totalOf(windows, 'checkout'), totalOf(windows, 'dropped')),
    row('pos-bridge', totalOf(windows, 'pos'), DEAD_LETTERS),
    row('subscriptions-service', totalOf(windows, 'subscriptions'), 0),
  ];
}

/** After the replay: nothing is missing, but rows older than the state's four hours came back without a session. */
function reconciliation(): readonly Row[] {
  const stateReachesBackTo = minuteOf('16:35') - 240;
  return HOURS_09_TO_15.map((hour) => {
    const windows = hourFrom(hour);
    const events = totalOf(windows, 'checkout');
    return {
      hour_utc: at(hour),
      raw_events: events,
      fact_rows: events,
      difference: 0,
      replayed_without_session: totalOf(
        windows.filter((window) => window.start + 5 <= stateReachesBackTo),
        'dropped',
      ),
    };
  });
}

const run = (
  number: number,
  clockText: string,
  role: string,
  sql: string,
  result: readonly Row[],
): QueryRun => ({
  ref: `QRY-0${number}`,
  t: at(clockText),
  role,
  sql,
  result,
});

/** The six queries people ran (incident fact sheet, section on the scenario file), with the rows they got. */
export function buildQueries(): readonly QueryRun[] {
  return [
    run(1, '14:12:20', 'Finance Analytics Manager', SQL.salesByHour, salesByHour()),
    run(2, '14:18:05', 'Finance Analytics Manager', SQL.settlementComparison, settlementComparison()),
    run(3, '14:39:40', 'Streaming on-call', SQL.lagByGroup, lagByGroup()),
    run(4, '14:49:10', 'Analytics Engineering Lead', SQL.factsBySource, factsBySource()),
    run(5, '15:33:25', 'Senior Data Engineer, Streaming Platform', SQL.rawAgainstFacts, rawAgainstFacts()),
    run(6, '22:40:00', 'Analytics Engineering Lead', SQL.reconciliation, reconciliation()),
  ];
}
