import { type Grade, standing } from '../../shared/domain/grade';
import type { Severity, Verdict } from '../../shared/domain/verdict';
import type { Assessed } from '../../shared/rubric/assessments/assessment';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport, CriterionResult } from '../../shared/rubric/report';
import type { Span } from '../../shared/text/span';
import type { CriterionInfo, ExampleInfo, KindInfo } from '../state/kind-info';

export interface CriterionRow {
  readonly id: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** As it reads for this verdict. */
  readonly title: string;
  readonly why: string;
  readonly hint: string;
  readonly meets: ExampleInfo | null;
  readonly misses: ExampleInfo | null;
  /** What it counts as: by a check, or by a person's answer; null when it weighs nothing. */
  readonly counts: 'met' | 'partly' | 'unmet' | null;
  /** Question for a person to answer; null for what a check decides. */
  readonly question: string | null;
  /** What a person answered; null without an answer. */
  readonly assessed: Assessed | null;
  /** Why nothing was concluded; null when there is nothing to say. */
  readonly reason: string | null;
  /** Criterion whose finding tells the cause; null when this one has its own. */
  readonly because: string | null;
  /** Why the gap is accepted; null when no waiver does. */
  readonly waived: string | null;
  readonly evidence: readonly Span[];
  readonly findings: readonly Finding[];
}

export interface RubricView {
  readonly grade: Grade | null;
  /** Criteria that are waived: they weigh nothing in the grade. */
  readonly waivers: number;
  /** Criteria that were judged, and those of them that are met. */
  readonly judged: number;
  readonly met: number;
  /** Criteria that a person judged to be met in part. */
  readonly partly: number;
  /** Criteria of the judged ones that a person's answer decided. */
  readonly assessed: number;
  readonly failing: readonly CriterionRow[];
  readonly groups: readonly { readonly severity: Severity; readonly rows: readonly CriterionRow[] }[];
  /** Problems of the format itself, which no criterion stands for. */
  readonly format: readonly Finding[];
  /** Where this file disagrees with others of the packet. */
  readonly disagreements: readonly Finding[];
  /** How something is said; weighs nothing. */
  readonly remarks: readonly Finding[];
}

const SEVERITIES: readonly Severity[] = ['must', 'should', 'could'];
const RANK: Readonly<Record<Verdict, number>> = {
  fail: 0,
  error: 1,
  'not-evaluated': 2,
  manual: 3,
  pass: 4,
  'not-applicable': 5,
};

/** A report as the rubric panel shows it: open criteria first within each severity. */
export function rubricView(report: ArtifactReport, kind: KindInfo): RubricView {
  const rows = report.criteria.map((result) => rowOf(result, kind.criteria.get(result.id), report.findings));
  const known = new Set(report.criteria.map((result) => result.id));
  const judged = rows.filter((row) => row.counts !== null);
  return {
    grade: report.grade,
    waivers: report.waivers ?? 0,
    judged: judged.length,
    met: judged.filter((row) => row.counts === 'met').length,
    partly: judged.filter((row) => row.counts === 'partly').length,
    assessed: report.assessed ?? 0,
    failing: rows
      .filter(isFailing)
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    groups: SEVERITIES.map((severity) => ({
      severity,
      rows: rows.filter((row) => row.severity === severity).sort((a, b) => rank(a) - rank(b)),
    })).filter((group) => group.rows.length > 0),
    format: report.findings.filter(
      (finding) => !known.has(finding.id) && !isRule(finding) && !isRemark(finding),
    ),
    remarks: report.findings.filter(isRemark),
    disagreements: report.findings.filter(isRule),
  };
}

function isRule(finding: Finding): boolean {
  return /^X-\d/.test(finding.id);
}

function isRemark(finding: Finding): boolean {
  return finding.id.startsWith('PROSE-');
}

/** Criteria that still ask for something: failed, met in part, broken, undecided, or a person's to judge. */
export function isOpen(row: CriterionRow): boolean {
  return row.counts !== 'met' && row.verdict !== 'not-applicable' && row.waived === null;
}

function isFailing(row: CriterionRow): boolean {
  return row.counts === 'unmet';
}

/** What a person answered goes where a check's verdict would. */
function rank({ verdict, counts }: CriterionRow): number {
  if (verdict !== 'manual') return RANK[verdict];
  return counts === 'met' ? RANK.pass : counts === 'unmet' ? RANK.fail : RANK.manual;
}

function rowOf(
  result: CriterionResult,
  info: CriterionInfo | undefined,
  findings: readonly Finding[],
): CriterionRow {
  const { id, severity, verdict, evidence } = result;
  return {
    id,
    severity,
    verdict,
    title: info ? (verdict === 'fail' ? info.failTitle : info.title) : id,
    why: info?.why ?? '',
    hint: info?.hint ?? '',
    meets: info?.meets ?? null,
    misses: info?.misses ?? null,
    counts: standing(result),
    question: verdict === 'manual' ? (info?.question ?? result.reason ?? null) : null,
    assessed: result.assessed ?? null,
    reason: verdict === 'manual' ? null : (result.reason ?? null),
    because: result.because ?? null,
    waived: result.waived?.reason ?? null,
    evidence,
    findings: findings.filter((finding) => finding.id === id),
  };
}

/** Words a person would use for what keeps a grade from the next. */
export function gradeSentence(view: RubricView): string {
  if (view.grade === null) return 'Not graded: this kind has only the criteria that hold for every file.';
  const count = (severity: Severity) => view.failing.filter((row) => row.severity === severity).length;
  const parts = SEVERITIES.map((severity) => ({ severity, n: count(severity) }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${severity}`);
  const { partly } = view;
  const inPart =
    partly === 0 ? '' : `${partly} ${partly === 1 ? 'criterion is' : 'criteria are'} met in part.`;
  if (parts.length === 0) return inPart || 'Every judged criterion is met.';
  const list = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${list} ${view.failing.length === 1 ? 'criterion is' : 'criteria are'} not met. ${inPart}`.trimEnd();
}

/** Longest quote of evidence, in UTF-16 units. */
const QUOTE = 140;

/** The first words of a passage on one line. */
export function quoteOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > QUOTE ? `${plain.slice(0, QUOTE).trimEnd()}…` : plain;
}
