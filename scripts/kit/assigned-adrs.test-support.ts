import type { Together } from './blocks.test-support';
import {
  BREAK_EVENS,
  CASES,
  COSTS,
  cashAdvantage,
  DUAL_RUN_MONTH,
  halfUp,
  kinesisGap,
  migrationParts,
  npvs,
  type OPTIONS,
} from './facts/cost-model';
import { ADRS, type AdrFact, DISSENT, weeksInDollars } from './facts/decisions';
import { COUNTS, DROPPED_PCT, endedAt, filteredPerMinute } from './facts/incident';
import { nameOf } from './facts/people';
import { PHASES, VOLUME } from './facts/plan';
import { ADR_002, MATRIX, totalOf } from './facts/scoring';

const msk = COSTS['kafka-msk'];
const self = COSTS['kafka-self-managed'];
const mskMigration = migrationParts('kafka-msk');
const statement = (id: string): Together => [DISSENT.find((dissent) => dissent.id === id)?.text ?? ''];
const at = (name: keyof typeof CASES): Readonly<Record<(typeof OPTIONS)[number], number>> =>
  npvs(CASES[name]);

/** What every ADR states in its header and text: date, status, type, confidence, owner, decider, and the price of going back. */
function adrHeader({ id, date, status, type, confidence, owner, exitWeeks }: AdrFact): Together[] {
  return [
    [`id: ${id}`],
    [`status: ${status}`],
    [`date: "${date}"`],
    [`owner: ${nameOf(owner)}`],
    [`decision-makers: [${nameOf('DC')}]`],
    [`reversibility: type-${type}`],
    [`confidence: ${confidence}`],
    ...(exitWeeks === undefined ? [] : [[`${exitWeeks} engineer-weeks`, halfUp(weeksInDollars(exitWeeks))]]),
  ];
}

/** What belongs to one ADR beside its header, by number. */
const ADR_BODIES: Readonly<Record<string, readonly Together[]>> = {
  'ADR-001': [
    ...MATRIX.options.map(({ id, scores }): Together => [id, ...scores, halfUp(totalOf(MATRIX, id), 2)]),
    ...(['kafka-msk', 'kinesis', 'batch'] as const).map(
      (id): Together => [id, COSTS[id].fiveYear, COSTS[id].npv],
    ),
    statement('D-02'),
    ['27.66'],
    [4.2, 4.25],
    [halfUp(mskMigration.total), -cashAdvantage(1)],
    ['2.15 FTE', 'TW-02'],
    ['3.70 %'],
    [at('fan-out 2')['kafka-msk'], at('fan-out 6')['kafka-msk']],
    [at('fan-out 2').kinesis, at('fan-out 6').kinesis],
  ],
  'ADR-002': [
    ADR_002.options.map(({ id }) => halfUp(totalOf(ADR_002, id), 2)),
    [msk.lines.platform[0] ?? 0, self.lines.platform[0] ?? 0],
    [self.npv, '40.65 %'],
  ],
  'ADR-003': [[msk.lines.processing[0] ?? 0, msk.lines.processing[4] ?? 0], ['Spark'], ['Kafka Streams']],
  'ADR-004': [['superseded-by', 'ADR-010'], ['BACKWARD'], ['0.1 %', '10 min']],
  'ADR-005': [
    ['7 days'],
    ['90 and 305 days'],
    [BREAK_EVENS.retentionDays],
    [kinesisGap({ retentionDays: 13 }), -kinesisGap({ retentionDays: 14 })],
    [at('retention 14 days')['kafka-msk'], at('retention 14 days').kinesis],
    [at('retention 30 days')['kafka-msk'], at('retention 30 days').kinesis],
    [at('retention 3 days')['kafka-msk'], at('retention 3 days').kinesis],
    [at('tiered, 14 days')['kafka-msk']],
    [at('tiered, 30 days')['kafka-msk']],
    [msk.lines.archive.reduce((a, b) => a + b, 0)],
    [msk.lines.storage[0] ?? 0, msk.lines.storage[4] ?? 0],
  ],
  'ADR-006': [statement('D-03'), ['tokenised at event-gateway'], [VOLUME.grocers], ['TW-03', '4 h']],
  'ADR-007': [['event id'], ['upsert'], ['0.01 %']],
  'ADR-008': [
    ['0.05 %'],
    ...PHASES.filter(({ id }) => id !== 'P0').map(({ id, start, end }): Together => [id, start, end]),
    ['99.9 % for 30 min', '15 min for 60 min', '45 min'],
    [DUAL_RUN_MONTH.infrastructure, DUAL_RUN_MONTH.staffing, DUAL_RUN_MONTH.total],
    [halfUp(mskMigration.dualRun), halfUp(mskMigration.dualRunEngineer)],
  ],
  'ADR-009': [
    ['INC-2024-0312'],
    [COUNTS.dropped],
    [halfUp(DROPPED_PCT, 2)],
    [halfUp(filteredPerMinute('09:40'))],
    ['2022'],
    ['AI-03'],
  ],
  'ADR-010': [
    ['supersedes', 'ADR-004'],
    ['INC-2024-0312'],
    ['FULL_TRANSITIVE'],
    [COUNTS.dropped],
    [endedAt('10:10').lost],
    ['AI-01', 'AI-04'],
  ],
  'ADR-011': [['INC-2024-0312'], [COUNTS.dropped], [COUNTS.accepted]],
};

/** What has to stand in the eleven ADRs, by path below `examples/`. */
export const ADR_FACTS: Readonly<Record<string, readonly Together[]>> = Object.fromEntries(
  ADRS.map((adr) => [adr.file, [...adrHeader(adr), ...(ADR_BODIES[adr.id] ?? [])]]),
);
