import {
  ADMITTED,
  BREAK_EVENS,
  CASES,
  CATEGORIES,
  COSTS,
  type CostInputs,
  cashAdvantage,
  DUAL_RUN_MONTH,
  kinesisGap,
  migrationParts,
  npvs,
  OPTIONS,
  PRICES,
  premiumPct,
  sizing,
  YEARS,
} from './facts/cost-model';
import { weeksInDollars } from './facts/decisions';
import { type Known, known } from './known.test-support';

/** An amount is written with its sign in prose and without it in a table or a data file. */
const dollars = (why: string, ...values: readonly number[]): Known[] => [
  ...known('$', why, ...values),
  ...known('any', why, ...values),
];

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const msk = COSTS['kafka-msk'];

/** Cells, totals, migration, sensitivity, break-evens (6.5). */
export const COST: readonly Known[] = [
  ...OPTIONS.flatMap((option) => {
    const { lines, totals, fiveYear, npv } = COSTS[option];
    const parts = migrationParts(option);
    return [
      ...CATEGORIES.flatMap((category) => dollars(`${option}: ${category}`, ...lines[category])),
      ...dollars(`${option}: totals, five years, NPV`, ...totals, fiveYear, npv),
      ...dollars(
        `${option}: parts of the migration`,
        parts.labour,
        parts.training,
        parts.contingency,
        parts.dualRun,
        parts.dualRunEngineer,
      ),
      ...known('%', `${option}: NPV over MSK`, premiumPct(option)),
      ...known('any', `${option}: NPV over MSK in percent`, premiumPct(option)),
      ...dollars(`${option}: dual run`, parts.dualRun + parts.dualRunEngineer),
      ...dollars(`${option}: NPV over MSK in dollars`, npv - msk.npv),
    ];
  }),
  ...(Object.keys(CASES) as (keyof typeof CASES)[]).flatMap((name) =>
    dollars(`NPV, ${name}`, ...Object.values(npvs(CASES[name] as Partial<CostInputs>))),
  ),
  ...Object.entries(ADMITTED).flatMap(([name, changed]) =>
    dollars(
      `NPV, ${name}, and the distances`,
      ...Object.values(npvs(changed)),
      Math.abs(kinesisGap(changed)),
      Math.abs(npvs(changed)['kafka-msk'] - msk.npv),
    ),
  ),
  ...known(
    'any',
    'ratios of single events: level with MSK, cost scores turn; bytes left of 2,000',
    0.8,
    0.7,
    1600,
  ),
  ...dollars('archive and processing over five years', sum(msk.lines.archive), sum(msk.lines.processing)),
  ...dollars('staffing of MSK over five years', sum(msk.lines.staffing)),
  ...known('%', 'its share of the total', (sum(msk.lines.staffing) / msk.fiveYear) * 100),
  ...dollars('cash of MSK against batch', ...YEARS.map((year) => Math.abs(cashAdvantage(year)))),
  ...dollars(
    'one more month of dual run',
    DUAL_RUN_MONTH.infrastructure,
    DUAL_RUN_MONTH.staffing,
    DUAL_RUN_MONTH.total,
  ),
  ...dollars(
    'batch platform, storage and tooling of a year',
    12 * ((990 * 365 * PRICES.p_glue + 30_000) / 12),
  ),
  ...dollars(
    'gap to Kinesis at 13 and 14 days',
    kinesisGap({ retentionDays: 13 }),
    Math.abs(kinesisGap({ retentionDays: 14 })),
  ),
  ...known(
    '%',
    'NPV of MSK from two readers to six',
    (npvs({ fanout: 6 })['kafka-msk'] / npvs({ fanout: 2 })['kafka-msk'] - 1) * 100,
  ),
  ...dollars('dollars per million events in year 2', (msk.totals[1] ?? 0) / (864 * 1.3 * 365)),
  ...known('event', 'events of year 2; days of a year as a factor', 864e6 * 1.3 * 365, 365),
  ...known('×', 'events of a day as a factor', 864e6),
  ...known('%', '6.5 discount, and its cases', 8, 5, 12),
  ...known('%', '6.5 growth, its cases and break-even', 0, 10, 15, 30, 45, 60, BREAK_EVENS.growthPct),
  ...known('any', '6.5 break-evens', BREAK_EVENS.compression, BREAK_EVENS.volume, BREAK_EVENS.mskFte),
  ...known('FTE', '6.5 break-even, plan and cases', BREAK_EVENS.mskFte, 2, 1.6, 3.5, 3, 2.5),
  ...known('FTE', 'D-02: 2.2 and the difference to Kinesis', 2.2, 0.4),
  ...known('any', 'FTE and FTE-years without the unit', 2, 1.6, 2.2, 2.5, 3.5, 2.4),
  ...known('any', '6.5 a_fte', 235_000),
  ...dollars(
    '6.3 problem cost and its parts, kept apart',
    612_000,
    408_000,
    120_000,
    1_140_000,
    760_000,
    114_000,
  ),
  ...known(
    'any',
    'shares that the sensitivity block sweeps',
    0.15,
    0.45,
    0.12,
    BREAK_EVENS.growthPct / 100,
    2 / 3,
  ),
  ...known('any', 'compression at which the order flips, to the digit', 0.5252),
  ...known('FTE-year', '6.5 labour of the migration, and the difference', 2.4, 2, 3.2, 0.4, 0),
  ...known('day', '6.5 retention cases and break-even', 3, 7, 14, 30, BREAK_EVENS.retentionDays),
  ...known('any', '6.5 compression cases and base', 0.3, 0.4, 0.6, 1),
  ...known('%', '6.5 wage growth', 4),
  ...known(
    '%',
    'NPV of MSK over Kinesis without growth',
    (npvs({ growth: 0 })['kafka-msk'] / npvs({ growth: 0 }).kinesis - 1) * 100,
  ),
  ...known('month', 'dual run; months of a year', 8, 12),
  ...known('year', '6.5 years of the model; years behind batch in cash', 5, 3),
  ...known('week', 'weeks of dual run after approval of the pause', 6),
  ...dollars('nothing', 0),
  ...known(
    '$',
    'three engineer-weeks of AI-01 and AI-04; two of AI-03',
    weeksInDollars(3),
    weeksInDollars(2),
  ),
  ...Object.entries(PRICES).flatMap(([id, price]) => dollars(`6.5 ${id}`, price)),
  ...dollars(
    'lines of MSK and self-managed in year 1',
    ...CATEGORIES.flatMap((category) => [msk.lines[category][0] ?? 0]),
  ),
  ...known('any', 'brokers times rate', sizing(1).brokers * PRICES.p_msk),
];
