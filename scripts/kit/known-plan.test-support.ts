import { sizing, YEARS } from './facts/cost-model';
import { AGENDA, COMMENTS, DRILL, LADDER, weeksInDollars } from './facts/decisions';
import { VOTERS } from './facts/people';
import { ANALYST_COST, BASELINE, COST_OF_NOTHING, KEPT_LATER, KEPT_YEAR_1, VOLUME } from './facts/plan';
import { ADR_002, criticalWeight, MATRIX, type Scoring, swing, totalOf, withScore } from './facts/scoring';
import { type Known, known } from './known.test-support';

/** Whole days between two dates. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const first = sizing(1);
const last = sizing(5);

/** Company, system, baseline and volumes (6.1 and 6.3). */
export const SYSTEM: readonly Known[] = [
  ...known('event', '6.1 events a day', VOLUME.eventsDay),
  ...known('any', '6.1 events a day, all and order-line', VOLUME.eventsDay, VOLUME.orderLineDay),
  ...known('event/day', '6.1 events a day, all and order-line', VOLUME.eventsDay, VOLUME.orderLineDay),
  ...known('event/s', '6.1 mean rate', VOLUME.eventsSecond),
  ...known('any', '6.1 bytes per event', VOLUME.bytes),
  ...known('any', '6.1 mean rate, without its unit', VOLUME.eventsSecond),
  ...known('MB/s', '6.1 mean and peak, raw', VOLUME.meanMbs, VOLUME.peakMbs),
  ...known(
    '%',
    '6.1 shares of the three producers of order-line, and of sponsored lines',
    ...VOLUME.producersPct,
    VOLUME.sponsoredPct,
  ),
  ...known('$', '6.1 value of a line, fee of a sponsored one', VOLUME.lineValue, VOLUME.sponsoredFee),
  ...known('grocer', '6.1 grocers', VOLUME.grocers),
  ...known('line', 'order lines a day: events ÷ 10', VOLUME.orderLineDay / 10),
  ...known('line/day', 'order lines a day: events ÷ 10', VOLUME.orderLineDay / 10),
  ...known('$', 'orders a day: lines × mean value', (VOLUME.orderLineDay / 10) * VOLUME.lineValue),
  ...known('topic', '6.1 topics, and all but order-line', 12, 11),
  ...known('partition', '5 capacity plan', VOLUME.partitions),
  ...known('replica', 'replication factor; 432 × 3 over 6 brokers', 3, (VOLUME.partitions * 3) / 6),
  ...known('h', '6.1 life of session context', 4),
  ...known('any', '6.3 hourly runs', BASELINE.runs),
  ...known('×', 'runs of a day', 24),
  ...known('min', '6.3 baseline freshness', BASELINE.p50, BASELINE.p95),
  ...known('%', '6.3 failed runs', (BASELINE.failedRuns / BASELINE.runs) * 100),
  ...known('page/month', '6.3 baseline and goal G5', BASELINE.pagesPerMonth, 10),
  ...known('page', '6.3 baseline and goal G5', BASELINE.pagesPerMonth, 10),
  ...known('day', 'days of Q3 2023', daysBetween('2023-07-01', '2023-09-30') + 1),
  ...known('h', '6.3 analysts’ hours', BASELINE.analystHours),
  ...known('any', '6.3 analysts’ hours', BASELINE.analystHours),
  ...known('$', '6.3 their rate and cost', BASELINE.analystRate, ANALYST_COST),
  ...known(
    '$',
    '6.3 credits and the cost of doing nothing',
    BASELINE.adCredits,
    BASELINE.oversellCredits,
    COST_OF_NOTHING,
  ),
  ...known('$', 'both credits together', BASELINE.adCredits + BASELINE.oversellCredits),
  ...known('$', 'cost of one quarter of waiting', COST_OF_NOTHING / 4),
  ...known('$', 'cost of one month of waiting', COST_OF_NOTHING / 12),
  ...known('$', '6.3 what streaming keeps of it', KEPT_YEAR_1, KEPT_LATER),
  ...known(
    '%',
    'shares of the cost of doing nothing: credits, analysts',
    ((BASELINE.adCredits + BASELINE.oversellCredits) / COST_OF_NOTHING) * 100,
    (ANALYST_COST / COST_OF_NOTHING) * 100,
  ),
  ...known('min', 'an event accepted a minute after the hour waits for its end', 59),
];

/** Goals, phases, gates, triggers, risks (6.3). */
export const PLAN: readonly Known[] = [
  ...known('min', '6.3 G1; QA-03', 5),
  ...known('%', '6.3 G2 and SLO-01; trigger of P2', 99.95, 99.9),
  ...known('h', '6.3 G3 and the 24 h of a day', 24),
  ...known('$', '6.3 G4', 4_300_000),
  ...known('MB/s', '6.3 load test', VOLUME.loadTestMbs),
  ...known('%', 'load test over peak', (VOLUME.loadTestMbs / VOLUME.peakMbs) * 100),
  ...known('h', '6.3 length of the load test', 4),
  ...known('ms', '6.3 produce p99', 250),
  ...known('%', '6.3 shadow diff; R-03; QA-06', 0.05, 0.1, 0.01),
  ...known(
    'min',
    '6.3 windows of the triggers, freshness limit, time to revert, R-03, reconciliation',
    30,
    60,
    15,
    45,
    10,
  ),
  ...known('day', '6.3 P4 entry; P1 exit in business days', 30, 10),
  ...known('event', '6.6 TW-03: one untokenised field', 1),
  ...known('s', 'G1 in seconds', 300),
  ...known('%', '6.1 growth; contingency; rest of the problem cost', 30, 10),
];

/** Sizes of the cluster by year (6.5). */
export const SIZES: readonly Known[] = [
  ...YEARS.flatMap((year) => {
    const size = sizing(year);
    return [
      ...known('MB/s', `peak on the wire in year ${year}`, size.peak),
      ...known('GB', `provisioned hot storage in year ${year}`, size.hot),
      ...known('any', `growth factor, peak and hot storage of year ${year}`, size.G, size.peak, size.hot),
      ...known('any', `raw, wire and billed volume a day of year ${year}`, size.raw, size.wire, size.billed),
      ...known('any', `wages of year ${year}`, 1.04 ** (year - 1)),
      ...known('broker', `brokers of year ${year}`, size.brokers),
      ...known('KPU', `KPU of year ${year}`, size.kpu),
    ];
  }),
  ...known('broker', 'a set', 3),
  ...known('broker', 'year 5 on both sides of the step in compression', 18, 21),
  ...known('MB/s', 'peak of year 5 before compression', last.rawPeak),
  ...known('MB/s', '6.5 a_set_mbps', 15),
  ...known('GB', 'wire volume a day', first.wire),
  ...known('×', 'wire volume a day in years 1 and 2 as a factor', first.wire, sizing(2).wire),
  ...known(
    'GB',
    'disk for each day kept: wire × 3 ÷ 0.60, years 1 and 2',
    (first.wire * 3) / 0.6,
    (sizing(2).wire * 3) / 0.6,
  ),
  ...known(
    'any',
    '6.5 a_growth, a_comp, a_util, a_disk_gb, a_xaz_read as shares',
    0.3,
    0.4,
    0.6,
    16_000,
    0.1,
  ),
  ...known('×', 'growth from year 1 to 2, and to 5', 1.3, last.G),
  ...known('%', '6.5 a_util', 60),
  ...known('day', '6.5 a_ret, a_std, a_ia, and both archive tiers', 7, 90, 305, 395),
  ...known('DPU-h', '6.5 a_dpuh', 990),
];

const all = (scoring: Scoring) => scoring.options.map(({ id }) => totalOf(scoring, id));
const equal = (scoring: Scoring) =>
  scoring.options.map(({ id }) =>
    totalOf(
      scoring,
      id,
      scoring.criteria.map(() => 1),
    ),
  );
const flat = withScore(withScore(MATRIX, 'kafka-msk', 2, 4), 'kinesis', 2, 5);

/** Points that an option gains over another on the criteria where it leads. */
function points(ahead: string, behind: string): number {
  const scores = (id: string) => MATRIX.options.find((option) => option.id === id)?.scores ?? [];
  return MATRIX.criteria.reduce(
    (sum, { weight }, index) =>
      sum + (weight * Math.max(0, (scores(ahead)[index] ?? 0) - (scores(behind)[index] ?? 0))) / 100,
    0,
  );
}

/** Scores, margins and what would change them (6.4). */
export const SCORES: readonly Known[] = [
  ...known('any', '6.4 weighted totals', ...all(MATRIX), ...all(ADR_002)),
  ...known('any', '6.4 totals with equal weights', ...equal(MATRIX)),
  ...known('any', '6.4 totals with flat growth', totalOf(flat, 'kafka-msk'), totalOf(flat, 'kinesis')),
  ...known(
    'any',
    '6.4 total with Kafka’s operations at 2',
    totalOf(withScore(MATRIX, 'kafka-msk', 3, 2), 'kafka-msk'),
  ),
  ...known('any', 'margin over Kinesis', totalOf(MATRIX, 'kafka-msk') - totalOf(MATRIX, 'kinesis')),
  ...[MATRIX, ADR_002].flatMap((scoring) =>
    scoring.criteria.flatMap((_, index) =>
      known(
        'any',
        'margin under a swing',
        swing(scoring, index, -0.2).margin,
        swing(scoring, index, 0.2).margin,
      ),
    ),
  ),
  ...[MATRIX, ADR_002].flatMap((scoring) =>
    scoring.criteria.flatMap((_, index) =>
      scoring.options.slice(1).flatMap(({ id }) => {
        const weight = criticalWeight(scoring, index, scoring.options[0]?.id ?? '', id);
        return weight === null ? [] : known('any', 'critical weight', weight);
      }),
    ),
  ),
  ...known(
    'any',
    'points on the criteria where one leads the other',
    points('kinesis', 'kafka-msk'),
    points('kafka-msk', 'kinesis'),
  ),
  ...known('%', '6.4 swing of the weights; bands of the TCO score', 20, 2, 7.5, 15, 30),
];

/** Votes, clocks, exits, drill (6.6). */
export const REVIEW: readonly Known[] = [
  ...known('voter', '6.2 voters', VOTERS.length),
  ...known('voter', 'voters with a dissent about the date of the alert: LF and TA', 2),
  ...known('voter', 'voters without an objection: all but LF, KD, GI and OP', VOTERS.length - 4),
  ...known('quarter', '6.6 window of TW-02', 2),
  ...known('month', 'months of a quarter; review to retrospective', 3, 5),
  ...known('week', 'planned start of P2 to that of P3', daysBetween('2024-03-04', '2024-04-29') / 7),
  ...known('min', 'slots for options and for cost together', 15 + 10),
  ...known('day', 'slack of seven days under the break-even of thirteen', 13 - 7),
  ...known('people', '6.2 people in the room; people asked for a position', 17, VOTERS.length),
  ...known('any', 'mean score', VOTERS.reduce((sum, { score }) => sum + (score ?? 0), 0) / VOTERS.length),
  ...known('min', '6.6 slots of the agenda, and all of it', ...AGENDA.map(([, minutes]) => minutes), 90),
  ...known('week', '6.6 exits', 26, 10, 18),
  ...known('$', '6.6 their price; one engineer-year', ...[26, 10, 18].map(weeksInDollars), 235_000),
  ...known('any', '6.6 price of the exit of ADR-002 without its sign', weeksInDollars(10)),
  ...known('day', '6.6 clocks of the ladder and their sum', ...LADDER.map(([, , , days]) => days), 8),
  ...known('h', '6.6 clocks of the ladder, TW-03', 4),
  ...known('h', '6.6 drill', DRILL.hours),
  ...known('min', '6.6 drill, and its window', DRILL.minutes, DRILL.hours * 60),
  ...known('h', 'drill projected to 24 h', (DRILL.minutes / (DRILL.hours * 60)) * 24),
  ...known('min', 'the same in minutes', (DRILL.minutes / (DRILL.hours * 60)) * 24 * 60),
  ...known('any', 'drill: minutes per minute of window', DRILL.minutes / (DRILL.hours * 60)),
  ...known('day', '6.6 tripwires: TW-01 pause and revisit, TW-02', 1, 10, 20),
  ...known('$', '6.6 QA-05', 2),
  ...known('day', '6.6 QA-08', 5),
  ...known('%', 'QA-03: all of it quarantined', 100),
  ...known('any', 'RFC comments', COMMENTS.total),
  ...known('day', 'ADR-004 in force', daysBetween('2023-11-15', '2024-03-26')),
  ...known('day', 'R-03 without an alert', daysBetween('2023-11-10', '2024-03-22')),
  ...known('day', 'from the incident to the planned start of P3', daysBetween('2024-03-12', '2024-04-29')),
];
