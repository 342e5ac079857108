import type { Together } from './blocks.test-support';
import {
  BREAK_EVENS,
  CASES,
  COSTS,
  cashAdvantage,
  halfUp,
  migrationParts,
  npvs,
  premiumPct,
  sizing,
  YEARS,
} from './facts/cost-model';
import { CONDITIONS, DISSENT, weeksInDollars } from './facts/decisions';
import { nameOf, VOTERS } from './facts/people';
import {
  ANALYST_COST,
  BASELINE,
  COST_OF_NOTHING,
  GOALS,
  KEPT_LATER,
  KEPT_YEAR_1,
  PHASES,
  RFC_DATES,
  RISKS,
  TOPICS,
  VOLUME,
} from './facts/plan';
import { MATRIX, totalOf } from './facts/scoring';

const three = ['kafka-msk', 'kinesis', 'batch'] as const;
const round2 = (value: number) => halfUp(value, 2);
const baselineCosts: Together[] = [
  [BASELINE.adCredits],
  [BASELINE.oversellCredits],
  [ANALYST_COST],
  [COST_OF_NOTHING],
];

/** What has to stand in the RFC (6.3 to 6.6). */
export const RFC_FACTS: readonly Together[] = [
  [RFC_DATES.created],
  [RFC_DATES.pricesAsOf],
  [RFC_DATES.review],
  [RFC_DATES.approved],
  ...['MH', 'HO', 'RV'].map((key): Together => [nameOf(key)]),
  ['author', nameOf('IOV')],
  ['captain', nameOf('DC')],
  [VOLUME.grocers],
  [VOLUME.eventsDay, VOLUME.eventsSecond],
  [VOLUME.bytes, `${VOLUME.meanMbs} MB/s`, `${VOLUME.peakMbs} MB/s`],
  [VOLUME.orderLineDay, VOLUME.lineValue],
  VOLUME.producersPct.map((pct) => `${pct} %`),
  ...TOPICS.map((topic): Together => [topic]),
  [VOLUME.partitions],
  ['Q3 2023', '2023-07-01', '2023-09-30'],
  ['p50', BASELINE.p50, BASELINE.p95],
  [BASELINE.failedRuns, BASELINE.runs, `${BASELINE.failedPct} %`],
  [`${BASELINE.pagesPerMonth} pages/month`],
  [`${BASELINE.analystHours.toLocaleString('en')} h`, `$${BASELINE.analystRate}`, ANALYST_COST],
  ...baselineCosts,
  ['8/12', KEPT_YEAR_1, '10 %', KEPT_LATER],
  ...GOALS.map(([id, numbers, by]): Together => [id, ...numbers, by]),
  ...PHASES.map(({ id, name, start, end }): Together => [`${id} ${name}`, start, end]),
  ['P0', '72 MB/s for 4 h', '250 ms'],
  ['P1', '10 business days', '0.05 %'],
  ['P2', '15 min for 60 min', '99.9 % for 30 min', '45 min'],
  ['P4', '30 days without batch fallback'],
  ...MATRIX.options.map(({ id, scores }): Together => [id, ...scores, round2(totalOf(MATRIX, id))]),
  ...MATRIX.criteria.map(({ id, weight }): Together => [id, `(${weight})`]),
  [0.35, 0.267, 0.433],
  [27.66, 33.33],
  [4.25, 4.2],
  ...three.map((id): Together => {
    const cost = COSTS[id];
    return [id, cost.totals[0] ?? 0, cost.totals[4] ?? 0, cost.fiveYear, cost.npv, round2(premiumPct(id))];
  }),
  [halfUp(migrationParts('kafka-msk').total), halfUp(migrationParts('kinesis').total)],
  [-cashAdvantage(1), -cashAdvantage(3), cashAdvantage(4)],
  [npvs(CASES['growth 15 %'])['kafka-msk'], npvs(CASES['growth 15 %']).kinesis],
  [npvs(CASES['growth 45 %'])['kafka-msk'], npvs(CASES['growth 45 %']).kinesis],
  [npvs(CASES['msk 2.5 FTE'])['kafka-msk'], BREAK_EVENS.compression, BREAK_EVENS.retentionDays],
  [BREAK_EVENS.growthPct, BREAK_EVENS.mskFte],
  ...YEARS.map(
    (year): Together => [2023 + year, sizing(year).brokers, sizing(year).kpu, halfUp(sizing(year).hot)],
  ),
  ...RISKS.filter(([, likelihood, impact]) => likelihood * impact >= 10).map(
    ([id, likelihood, impact, owner]): Together => [
      id,
      `${likelihood} × ${impact} = ${likelihood * impact}`,
      nameOf(owner),
    ],
  ),
  ['one critical', 'five high', 'five medium', 'one low'],
  ...VOTERS.map(({ name, score }): Together => [name, score ?? 0]),
  ...CONDITIONS.map(([id, due, gates]): Together => [id, due, gates]),
  ...DISSENT.map(({ id, by, tripwire }): Together => [id, nameOf(by), tripwire]),
  ['TW-01', '99.95 %', '30 min'],
  ['TW-02', '2.15 FTE', '20 business days'],
  ['TW-03', '4 h'],
  ['26 engineer-weeks', weeksInDollars(26)],
];
