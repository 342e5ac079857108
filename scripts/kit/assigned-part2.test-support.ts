import { ADR_FACTS } from './assigned-adrs.test-support';
import { scoringFacts } from './assigned-scoring.test-support';
import type { Together } from './blocks.test-support';
import {
  BREAK_EVENS,
  CASES,
  CATEGORIES,
  COSTS,
  type CostInputs,
  cashAdvantage,
  halfUp,
  migrationParts,
  npvs,
  OPTIONS,
  PRICES,
  premiumPct,
  sizing,
  YEARS,
} from './facts/cost-model';
import { ADRS, OBJECTIONS } from './facts/decisions';
import { nameOf } from './facts/people';
import { BASELINE, COST_OF_NOTHING, KEPT_LATER, KEPT_YEAR_1 } from './facts/plan';
import { ADR_002, MATRIX } from './facts/scoring';

const mskMigration = migrationParts('kafka-msk');
const at = (name: keyof typeof CASES): Readonly<Record<(typeof OPTIONS)[number], number>> =>
  npvs(CASES[name]);

const NAMES: Partial<Record<keyof typeof CASES, string>> = {
  'growth 15 %': 'low 0.15',
  'growth 45 %': 'high 0.45',
  'growth 60 %': 'high 0.6',
};

/** Every case of the sensitivity list stands in the model with the NPVs of all four options. */
const sensitivity = (Object.keys(CASES) as (keyof typeof CASES)[]).map((name): Together => {
  const all = npvs(CASES[name] as Partial<CostInputs>);
  return [...(NAMES[name] ? [NAMES[name]] : []), ...OPTIONS.map((option) => `${option} ${all[option]}`)];
});

/** What has to stand in the files of part 2, by path below `examples/`. */
export const PART_2: Readonly<Record<string, readonly Together[]>> = {
  ...ADR_FACTS,
  'part2-adr-catalog/decision-log.md': [
    ...ADRS.map(
      ({ id, date, status, type, confidence }): Together => [
        `[${id}]`,
        date,
        status,
        `Type ${type}`,
        confidence,
        nameOf('DC'),
      ],
    ),
    ['ADR-004', 'superseded by ADR-010'],
    ['[ADR-010]', 'ADR-004'],
  ],
  'part2-adr-catalog/tco-5yr-model.yaml': [
    ...OPTIONS.flatMap((option): Together[] => {
      const { lines, totals, fiveYear, npv } = COSTS[option];
      return [
        ...CATEGORIES.map(
          (category): Together => [`category ${category}`, `values ${lines[category].join(' ; ')}`],
        ),
        [`id ${option}`, `totals ${totals.join(' ; ')}`, `total_5yr ${fiveYear}`, `npv ${npv}`],
      ];
    }),
    ...Object.entries(PRICES).map(([id, price]): Together => [`id ${id}`, `value ${price}`, '2023-10-16']),
    ...(
      [
        ['a_events_day', 864000000, 'high'],
        ['a_bytes', 2000, 'high'],
        ['a_growth', 0.3, 'medium'],
        ['a_peak', 3, 'high'],
        ['a_comp', 0.4, 'low'],
        ['a_rf', 3, 'high'],
        ['a_ret', 7, 'medium'],
        ['a_util', 0.6, 'high'],
        ['a_fanout', 4, 'medium'],
        ['a_xaz_read', 0.1, 'medium'],
        ['a_set_mbps', 15, 'medium'],
        ['a_disk_gb', 16000, 'high'],
        ['a_kpu', 40, 'medium'],
        ['a_streams', 12, 'high'],
        ['a_dpuh', 990, 'high'],
        ['a_stage', 12000, 'high'],
        ['a_std', 90, 'high'],
        ['a_ia', 305, 'high'],
        ['a_fte', 235000, 'high'],
        ['a_wage', 0.04, 'medium'],
        ['a_fte_msk', 2, 'low'],
        ['a_fte_kin', 1.6, 'medium'],
        ['a_fte_self', 3.5, 'medium'],
        ['a_fte_batch', 3, 'high'],
        ['a_tool_msk', 36000, 'medium'],
        ['a_tool_kin', 24000, 'medium'],
        ['a_tool_self', 60000, 'medium'],
        ['a_tool_batch', 18000, 'high'],
        ['a_mig_msk', 2.4, 'medium'],
        ['a_mig_kin', 2, 'medium'],
        ['a_mig_self', 3.2, 'medium'],
        ['a_train_msk', 45000, 'medium'],
        ['a_train_kin', 25000, 'medium'],
        ['a_train_self', 60000, 'medium'],
        ['a_contingency', 0.1, 'high'],
        ['a_dual_months', 8, 'medium'],
      ] as const
    ).map(
      ([id, value, confidence]): Together => [`id ${id} |`, `value ${value} |`, `confidence ${confidence}`],
    ),
    [`values: ${YEARS.map((year) => sizing(year).brokers).join(' ; ')}`],
    [`values: ${YEARS.map((year) => sizing(year).kpu).join(' ; ')}`],
    ['discount_rate 0.08', 'price_as_of 2023-10-16'],
    ...sensitivity,
    ['traffic growth', `value ${halfUp(BREAK_EVENS.growthPct / 100, 3)}`],
    ['MSK staffing', `value ${BREAK_EVENS.mskFte}`],
    ['compression ratio', 'value 0.5252'],
    ['traffic volume', `value ${BREAK_EVENS.volume}`],
    ['hot retention', `value ${BREAK_EVENS.retentionDays} |`],
    [`retained_problem_cost`, COST_OF_NOTHING, BASELINE.adCredits, BASELINE.oversellCredits],
    [`kafka-msk: ${KEPT_YEAR_1} ; ${Array(4).fill(KEPT_LATER).join(' ; ')}`],
    ...(['kafka-msk', 'kinesis', 'kafka-self-managed'] as const).map((option): Together => {
      const parts = migrationParts(option);
      return [
        option,
        ...[parts.labour, parts.training, parts.contingency, parts.dualRun, parts.dualRunEngineer].map(
          (part) => halfUp(part),
        ),
      ];
    }),
    [`cumulative_cash_kafka_msk_over_batch: ${YEARS.map(cashAdvantage).join(' ; ')}`],
    [
      'npv_premium_pct',
      ...(['kinesis', 'batch', 'kafka-self-managed'] as const).map((option) => halfUp(premiumPct(option), 2)),
    ],
  ],
  'part2-adr-catalog/tco-summary.md': [
    ...OPTIONS.map((option): Together => {
      const { totals, fiveYear, npv } = COSTS[option];
      return [`\`${option}\``, ...totals, fiveYear, npv, `${premiumPct(option).toFixed(2)} %`];
    }),
    YEARS.map((year) => Math.abs(cashAdvantage(year))),
    [
      mskMigration.labour,
      mskMigration.training,
      mskMigration.contingency,
      halfUp(mskMigration.dualRun),
      halfUp(mskMigration.dualRunEngineer),
    ],
    [KEPT_YEAR_1, KEPT_LATER, COST_OF_NOTHING],
    ['16.4 %'],
    ['2.15 FTE'],
    [BREAK_EVENS.compression],
    [BREAK_EVENS.volume],
    ['13 days'],
    [at('growth 15 %')['kafka-msk'], at('growth 15 %').kinesis],
    [at('growth 0 %')['kafka-msk'], at('growth 0 %').kinesis],
    [at('volume × 0.5')['kafka-msk'], at('volume × 0.5').kinesis],
    [at('fan-out 2')['kafka-msk'], at('fan-out 2').kinesis],
    [at('msk 2.5 FTE')['kafka-msk'], at('msk 2.5 FTE').kinesis],
    [at('compression 0.60')['kafka-msk'], at('compression 0.60').kinesis],
    [at('retention 14 days')['kafka-msk'], at('retention 14 days').kinesis],
    [at('retention 30 days')['kafka-msk'], at('retention 30 days').kinesis],
    [
      at('discount 5 %')['kafka-msk'],
      at('discount 5 %').kinesis,
      at('discount 12 %')['kafka-msk'],
      at('discount 12 %').kinesis,
    ],
    ['2023-10-16'],
  ],
  'part2-adr-catalog/objection-playbook.md': OBJECTIONS.map(
    ([id, frame, asker, figures]): Together => [id, `**Frame:** ${frame}`, nameOf(asker), ...figures],
  ),
  'part2-adr-catalog/scorecards/adr-001-scorecard.yaml': scoringFacts(MATRIX, [
    ['score_flips', 'kafka-msk', 'C3', 'kinesis'],
  ]),
  'part2-adr-catalog/scorecards/adr-002-scorecard.yaml': scoringFacts(ADR_002, []),
  'part2-adr-catalog/diagrams/decision-map.mmd': [
    ...ADRS.map(({ id }): Together => [id]),
    ['A4', 'superseded by', 'A10', '2024-03-26'],
  ],
};
