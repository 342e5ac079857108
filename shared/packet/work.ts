import type { Severity } from '../domain/verdict';
import type { Finding } from '../rubric/finding';
import type { ArtifactReport, CriterionResult } from '../rubric/report';
import { type Asks, isRuleId, isUnreadable, MINUTES, minutesTogether } from './estimates';

/** Something to do in one file: all places of one criterion or rule, since they are mended in one sitting. */
export interface Task {
  readonly path: string;
  /** The criterion, the rule over several files, `syntax` or `schema`. */
  readonly id: string;
  /** Mend what cannot be read; write what is missing; decide which of two places is right; answer a question. */
  readonly does: 'mend' | 'write' | 'decide' | 'answer';
  readonly severity: Severity;
  /** In text order; empty for a question. */
  readonly findings: readonly Finding[];
  readonly minutes: number;
  /** A question that was answered, and whose passage changed since. */
  readonly stale: boolean;
}

/** What a criterion asks for, by its id. */
export type AsksOf = (id: string) => Asks;

/** True for files that a committee would read: neither templates nor counter-examples, and of a kind. */
export function isOwnArtifact(report: ArtifactReport): boolean {
  return report.kind !== null && !report.template && !report.counterExample;
}

/** What is left to do in a file, in the order of its findings; questions last. Waived gaps and remarks are none. */
export function openTasks(report: ArtifactReport, asksOf: AsksOf): readonly Task[] {
  const byId = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    if (finding.waived || finding.severity === 'info') continue;
    const known = byId.get(finding.id);
    if (known) known.push(finding);
    else byId.set(finding.id, [finding]);
  }
  const tasks = [...byId].map(([id, findings]): Task => {
    const severity = gravest(findings);
    const does = isUnreadable(id) || id === 'schema' ? 'mend' : isRuleId(id) ? 'decide' : 'write';
    const minutes = minutesTogether(findings, asksOf(id));
    return { path: report.path, id, does, severity, findings, minutes, stale: false };
  });
  return [...tasks, ...report.criteria.flatMap((result) => questionOf(report.path, result))];
}

/** Minutes for everything that is open in a file. */
export function openMinutes(report: ArtifactReport, asksOf: AsksOf): number {
  return openTasks(report, asksOf).reduce((sum, task) => sum + task.minutes, 0);
}

/** The question that a criterion still asks a person; none when it was answered and the answer holds. */
function questionOf(path: string, { id, severity, verdict, assessed, waived }: CriterionResult): Task[] {
  if (verdict !== 'manual' || waived || (assessed && !assessed.stale)) return [];
  const stale = assessed !== undefined;
  const minutes = stale ? MINUTES.stale : MINUTES.question;
  return [{ path, id, does: 'answer', severity, findings: [], minutes, stale }];
}

const GRAVITY = ['must', 'should', 'could'] as const;

function gravest(findings: readonly Finding[]): Severity {
  return GRAVITY.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'could';
}
