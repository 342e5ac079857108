/** A quantity that is no fact of the case: of the technology, of a house rule, of a meeting. Reviewed one by one. */
export interface Allowed {
  readonly value: number;
  readonly unit: string;
  /** Ends of the paths it may stand in. */
  readonly in: readonly string[];
  readonly why: string;
}

const RFC = 'RFC-042-streaming-migration.md';
const MATRIX = 'tradeoff-matrix.yaml';
const ROLLOUT = 'rollout-plan.yaml';
const REGISTER = 'risk-register.json';
const ROLLBACK = 'rollback-runbook.md';
const REPLAY = 'replay-runbook.md';
const MODEL = 'tco-5yr-model.yaml';
const CAPACITY = 'capacity-plan.yaml';

const allow = (
  why: string,
  files: readonly string[],
  unit: string,
  ...values: readonly number[]
): Allowed[] => values.map((value) => ({ value, unit, in: files, why }));

/** Budgets, limits and thresholds that a document sets itself. The case does not fix them, and nothing contradicts them. */
const SET_BY_THE_DOCUMENT: readonly Allowed[] = [
  ...allow('latency budget of the stages; they add up to the 300 s of G1', [RFC], 's', 5, 55, 60, 120, 240),
  ...allow('the same budget, quoted', [MATRIX], 's', 240),
  ...allow('trigger of P4: one request for fallback', [RFC, ROLLOUT, REGISTER, ROLLBACK], 'request', 1),
  ...allow('entry of P4: no such request', [ROLLOUT], 'request', 0),
  ...allow('time to restart the paused batch jobs', [RFC, ROLLOUT, REGISTER, ROLLBACK], 'min', 240),
  ...allow('exit of P4: the jobs no longer run', [ROLLOUT], 'h', 0),
  ...allow('age of the effort report', [ROLLOUT], 'quarter', 1),
  ...allow('trigger of R-05', [REGISTER], '×', 3),
  ...allow('anchor of the scale for delivery risk', [MATRIX], 'FTE-year', 2.5),
  ...allow(
    'limits of the runbook: lag that is normal, lag that starves the live path',
    [REPLAY],
    'event',
    50,
    10_000,
  ),
  ...allow('sample that is run through the corrected reader', [REPLAY], 'event', 1000),
  ...allow('steps 1 to 8: 15 + 5 + 5 + 5 + 15 + 10 + 10 + 5', [REPLAY], 'min', 70),
  ...allow('notice within; hours before retention ends', [REPLAY], 'min', 2),
  ...allow('hours before retention ends', [REPLAY], 'h', 12),
  ...allow('a view answers within', [ROLLBACK], 'min', 1),
  ...allow(
    'planning split of the day over the topics; the numbers test adds it up',
    [CAPACITY],
    'any',
    64_800_000,
    8_640_000,
    388_800_000,
    86_400_000,
    216_000_000,
    34_560_000,
    12_960_000,
    432_000,
    86_400,
    5_301_880,
  ),
  ...allow(
    'test of AI-03',
    ['action-items.yaml', 'adr-009-reject-accounting-and-dead-letter.md'],
    'event',
    1000,
  ),
  ...allow(
    'test of AI-03',
    ['action-items.yaml', 'adr-009-reject-accounting-and-dead-letter.md'],
    'any',
    1000,
  ),
  ...allow(
    'price from which a decision is Type 1',
    ['decision-log.md', 'disagree-and-commit-framework.md'],
    'week',
    12,
  ),
  ...allow('going back costs nothing', ['adr-002-scorecard.yaml'], 'week', 0),
];

/** Products, formats and units: true whatever the case is. */
const TECHNOLOGY: readonly Allowed[] = [
  ...allow('Kinesis keeps a record for at most so long', [MATRIX, 'adr-001-scorecard.yaml'], 'day', 365),
  ...allow('days and hours of a year, bytes of a KB', [MODEL], 'day', 365),
  ...allow('days and hours of a year, bytes of a KB', [MODEL], 'h', 8760),
  ...allow('seconds of a day', [MODEL], 'any', 86_400),
  ...allow('Kinesis rounds up to', [MODEL], 'KB', 1),
  ...allow('the same in bytes', [MODEL], 'any', 1024),
  ...allow(
    'a registry setting takes effect within',
    ['adr-004-schema-registry-backward.md', 'adr-010-full-transitive-compatibility.md'],
    'min',
    1,
  ),
  ...allow('unit of a price', ['adr-005-retention-and-archive-tiers.md'], 'GB', 1),
  ...allow('percent as a factor in SQL', [ROLLBACK], 'any', 100),
  ...allow('percent as a factor', ['slo-definitions.yaml'], '×', 100),
];

/** Meetings, house rules and reading times. */
const MEETINGS: readonly Allowed[] = [
  ...allow('likelihood times impact; drill scaled up', [RFC], '×', 2, 3),
  ...allow('likelihood times impact', ['objection-playbook.md'], '×', 3),
  ...allow('2 h windows in 24 h', ['review-retrospective.md'], '×', 12),
  ...allow('reading time', ['RFC-042-one-pager.md', 'pre-read.md'], 'min', 4),
  ...allow('length of the file, about', ['tco-summary.md'], 'line', 800),
  ...allow(
    'house format of a review: react and integrate',
    ['disagree-and-commit-framework.md'],
    'min',
    35,
    4,
  ),
  ...allow('shortest wait that counts as blocked', ['escalation-playbook.md'], 'team', 1),
  ...allow(
    'pause, opening words; slots that ran over by so much',
    ['facilitation-guide.md', 'review-minutes.md'],
    'min',
    2,
  ),
  ...allow('any longer time, as a figure of speech', ['INC-2024-0312-postmortem.md'], 'h', 16),
];

export const ALLOWED: readonly Allowed[] = [...SET_BY_THE_DOCUMENT, ...TECHNOLOGY, ...MEETINGS];
