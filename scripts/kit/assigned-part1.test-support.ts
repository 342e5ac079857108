import { RFC_FACTS } from './assigned-rfc.test-support';
import { scoringFacts } from './assigned-scoring.test-support';
import type { Together } from './blocks.test-support';
import {
  BREAK_EVENS,
  COSTS,
  DUAL_RUN_MONTH,
  halfUp,
  migrationParts,
  sizing,
  YEARS,
} from './facts/cost-model';
import { COMMENTS, DRILL } from './facts/decisions';
import { COUNTS, IMPACT } from './facts/incident';
import { nameOf, VOTERS } from './facts/people';
import {
  ANALYST_COST,
  BASELINE,
  COST_OF_NOTHING,
  P2_PAUSE,
  PHASES,
  REPLANNED_ON,
  RFC_DATES,
  RISKS,
  RISKS_WITH_ALERT,
  TOPICS,
  VOLUME,
} from './facts/plan';
import { MATRIX, totalOf, withScore } from './facts/scoring';

const three = ['kafka-msk', 'kinesis', 'batch'] as const;
const round2 = (value: number) => halfUp(value, 2);
const baselineCosts: Together[] = [
  [BASELINE.adCredits],
  [BASELINE.oversellCredits],
  [ANALYST_COST],
  [COST_OF_NOTHING],
];

/** What has to stand in the files of part 1, by path below `examples/`. */
export const PART_1: Readonly<Record<string, readonly Together[]>> = {
  'part1-design-doc/RFC-042-streaming-migration.md': RFC_FACTS,
  'part1-design-doc/RFC-042-one-pager.md': [
    [RFC_DATES.review],
    ...MATRIX.options.map(({ id }): Together => [id, round2(totalOf(MATRIX, id))]),
    ...three.map((id): Together => [COSTS[id].npv, COSTS[id].fiveYear]),
    [halfUp(migrationParts('kafka-msk').total)],
    [BREAK_EVENS.growthPct, BREAK_EVENS.mskFte],
    [BASELINE.p95],
    [COST_OF_NOTHING],
  ],
  'part1-design-doc/tradeoff-matrix.yaml': scoringFacts(MATRIX, [
    ['kafka-msk', 'C3', 5, 4, 'kinesis'],
    [4.29, 3.86, 3.14].map((total) => total.toFixed(2)),
    ['27.66', 'C4', 'kinesis'],
    ['33.33', 'C7', 'kinesis'],
    [4.2, 4.25],
    [round2(totalOf(withScore(MATRIX, 'kafka-msk', 3, 2), 'kafka-msk')), 4.05],
  ]),
  'part1-design-doc/risk-register.json': [
    ...RISKS.map(
      ([id, likelihood, impact, owner, phase]): Together => [
        id,
        `likelihood ${likelihood}`,
        `impact ${impact}`,
        `score ${likelihood * impact}`,
        nameOf(owner),
        phase,
      ],
    ),
    [
      'R-03',
      'critical',
      'realised',
      '> 0.1 %',
      'ALR-completeness-orderline',
      'score 10',
      COUNTS.dropped,
      IMPACT['IM-05'],
    ],
    ...RISKS_WITH_ALERT.map((id): Together => [id, 'alert_id']),
    [REPLANNED_ON],
  ],
  'part1-design-doc/rollout-plan.yaml': [
    ...PHASES.map(({ id, name, replanned }): Together => [id, name, ...replanned]),
    ...RISKS.map(([id, , , , phase]): Together => [phase, 'mitigates', id]),
    ['P0', '72 MB/s for 4 h', '< 250 ms'],
    ['P1', '10 business days', '<= 0.05 %'],
    ['P2', 'C-1', 'C-3', 'C-4', '> 15 min', '60 min', '< 99.9 %', '30 min', 'rollback_minutes 45'],
    ['P2', 'Completeness alert', REPLANNED_ON],
    ['P4', '30 days'],
    [REPLANNED_ON, 'INC-2024-0312', ...P2_PAUSE],
    [DUAL_RUN_MONTH.infrastructure, DUAL_RUN_MONTH.staffing, DUAL_RUN_MONTH.total],
    [DRILL.date, `${DRILL.minutes} min`],
  ],
  'part1-design-doc/capacity-plan.yaml': [
    ...TOPICS.map((topic): Together => [topic, 'partitions']),
    ['partitions 432', 'topics 12', VOLUME.eventsDay],
    ['commerce.order-line', VOLUME.orderLineDay],
    ['brokers_by_year: 6 ; 9 ; 9 ; 12 ; 15'],
    ['headroom_pct: 120'],
    ['120 %', '72 MB/s', '60 MB/s'],
    ...YEARS.map(
      (year): Together => [
        2023 + year,
        halfUp(sizing(year).peak, 1),
        halfUp(sizing(year).hot),
        sizing(year).kpu,
      ],
    ),
    ...(
      [
        ['a_events_day', VOLUME.eventsDay],
        ['a_bytes', VOLUME.bytes],
        ['a_growth', 0.3],
        ['a_peak', 3],
        ['a_comp', 0.4],
        ['a_rf', 3],
        ['a_ret', 7],
        ['a_util', 0.6],
        ['a_set_mbps', 15],
        ['a_disk_gb', 16000],
        ['a_kpu', 40],
      ] as const
    ).map(([id, value]): Together => [`${id}: value`, value]),
  ],
  'part1-design-doc/stakeholder-map.yaml': VOTERS.map(
    ({ key, score }): Together => [`key ${key}`, `stance ${score}`, 'frame', 'ask'],
  ),
  'part1-design-doc/review-comments.yaml': [
    ['D-01', 'disagree-and-commit', nameOf('LF')],
    ['D-02', 'disagree-and-commit', nameOf('KD'), 154560],
    [`RC-${COMMENTS.total}`],
  ],
  'part1-design-doc/problem-brief.md': [
    ['2023-07-01', '2023-09-30'],
    [BASELINE.p50],
    [BASELINE.p95],
    [BASELINE.failedRuns, BASELINE.runs, `${BASELINE.failedPct} %`],
    [BASELINE.pagesPerMonth],
    [BASELINE.analystHours, BASELINE.analystRate, ANALYST_COST],
    ...baselineCosts,
  ],
  'part1-design-doc/rollback-runbook.md': [
    ['45 min'],
    ['> 15 min', '60 min'],
    ['< 99.9 %', '30 min'],
    ['250 ms'],
    ['0.01 %'],
    ['30 days'],
  ],
  'part1-design-doc/diagrams/data-flow-current.mmd': [
    ['event-gateway'],
    ['landing zone'],
    ['Spark'],
    ['ledgerline'],
    ['40 %'],
    ['35 %'],
    ['25 %'],
    ['864 million'],
    ['20 MB/s'],
  ],
  'part1-design-doc/diagrams/data-flow-target.mmd': [
    ['event-gateway'],
    ['order-enricher'],
    ['lakehouse-sink'],
    ['ledgerline'],
    ['37.4 M events/day'],
    ['4 h'],
    ['395 days'],
    ['7 days'],
    ['40 %'],
    ['35 %'],
    ['25 %'],
  ],
  'part1-design-doc/diagrams/sequence-order-event.mmd': [
    ['checkout-service'],
    ['order-enricher'],
    ['alt'],
    ['dead-letter'],
  ],
  'part1-design-doc/diagrams/sequence-replay.mmd': [
    ['order-enricher'],
    ['lakehouse-sink'],
    ['upsert'],
    ['ount'],
  ],
  'part1-design-doc/diagrams/rollout-gantt.mmd': PHASES.map(
    ({ id, replanned }): Together => [id, ...replanned],
  ),
  'part1-design-doc/diagrams/deployment-topology.mmd': [
    ['zone'],
    ['order-enricher'],
    ['schema-registry'],
    ['ersonal'],
  ],
};
