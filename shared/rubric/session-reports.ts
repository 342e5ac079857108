import { score } from '../domain/grade';
import type { Answered } from './assessments/apply-assessments';
import { ASSESSMENTS_FILE, isAnswered } from './assessments/assessment';
import type { Assessable } from './assessments/read-assessments';
import { SessionAssessments } from './assessments/session-assessments';
import type { Finding } from './finding';
import { byPlace } from './judge-file';
import { OWN_FILES, type OwnFileReader } from './own-files';
import type { ArtifactReport } from './report';
import type { RuleReport } from './rule';
import { applyWaivers, idleReason, waiveCriteria } from './waivers/apply-waivers';
import { readWaivers, type Waivable, waiverFinding } from './waivers/read-waivers';
import { WAIVERS_FILE, type Waiver, type WaiverInForce } from './waivers/waiver';

/** Where the pieces of a report come from. */
export interface ReportParts {
  /** What the criteria said of the file; null until it was checked. */
  judged(path: string): ArtifactReport | null;
  /** Findings of rules and of the kit's own standard in the file. */
  shared(path: string): readonly Finding[];
  text(path: string): string | null;
  has(path: string): boolean;
  /** Readers of the studio's own files that the rubric knows nothing of. */
  readonly ownFiles: readonly OwnFileReader[];
}

interface Composition {
  readonly report: ArtifactReport;
  readonly answered: Answered | null;
  readonly inForce: readonly Waiver[];
  readonly idle: readonly Waiver[];
}

/**
 * Puts the reports together: what the criteria of a file said, what people answered, what rules say about it, and the waivers. Each report is made once and kept until
 * one of its pieces changed, so that whoever shows it can tell by identity whether there is news.
 */
export class SessionReports {
  private readonly made = new Map<string, Composition>();
  private waivers: readonly Waiver[] = [];
  private waiverFindings: readonly Finding[] = [];
  private idleFindings: readonly Finding[] = [];
  private readonly assessments = new SessionAssessments();

  constructor(private readonly parts: ReportParts) {}

  forget(path: string): void {
    this.made.delete(path);
  }

  forgetAll(): void {
    this.made.clear();
  }

  /** Reads the waivers and the answers of people; only reports that say something else for it are made anew. */
  readOwnFiles(known: Waivable & Assessable): void {
    const text = this.parts.text(WAIVERS_FILE);
    const { waivers, findings } = text === null ? { waivers: [], findings: [] } : readWaivers(text, known);
    this.waiverFindings = findings;
    if (JSON.stringify(waivers) !== JSON.stringify(this.waivers)) {
      this.waivers = waivers;
      this.forgetAll();
    }
    for (const path of this.assessments.renew(this.parts.text(ASSESSMENTS_FILE), known)) this.forget(path);
    for (const path of OWN_FILES) this.forget(path);
  }

  /** Looks, when all reports are there, which waivers silence nothing any more and which answers rest on a passage that is gone. */
  close(): void {
    const answered = [...this.assessments.paths].flatMap((path) => this.compose(path)?.answered ?? []);
    if (this.assessments.close(answered)) this.forget(ASSESSMENTS_FILE);
    this.closeWaivers();
  }

  private closeWaivers(): void {
    const byPath = new Set(this.waivers.map((waiver) => waiver.path));
    const idle = new Set([...byPath].flatMap((path) => this.compose(path)?.idle ?? []));
    this.idleFindings = this.waivers
      .filter((waiver) => idle.has(waiver))
      .map((waiver) =>
        waiverFinding(
          'info',
          waiver.span,
          idleReason(waiver, this.parts.text(waiver.path) ?? ''),
          'Delete the waiver, or write it anew if the gap is still accepted.',
        ),
      );
    this.forget(WAIVERS_FILE);
  }

  artifact(path: string): ArtifactReport | null {
    return this.compose(path)?.report ?? null;
  }

  /** Waivers that silence a finding now, in the order of their file. */
  inForce(): readonly WaiverInForce[] {
    const silencing = new Set<Waiver>();
    for (const { path } of this.waivers)
      for (const waiver of this.compose(path)?.inForce ?? []) silencing.add(waiver);
    return this.waivers
      .filter((waiver) => silencing.has(waiver))
      .map(({ finding, path, quote, reason, by, date }) => ({ finding, path, quote, reason, by, date }));
  }

  /** A rule's report with the waivers of its findings. */
  rule(report: RuleReport): RuleReport {
    if (report.findings.length === 0 || this.waivers.length === 0) return report;
    const findings = report.findings.map(
      (finding) =>
        this.artifact(finding.path)?.findings.find(
          (one) =>
            one.waived &&
            one.id === finding.id &&
            one.span.from === finding.span.from &&
            one.message === finding.message,
        ) ?? finding,
    );
    const [first] = findings;
    const waived = findings.every((finding) => finding.waived) ? first?.waived : undefined;
    return { ...report, findings, ...(waived ? { waived } : {}) };
  }

  private compose(path: string): Composition | null {
    const known = this.made.get(path);
    if (known) return known;
    const judged = this.parts.judged(path);
    if (!judged) return null;
    const composition = this.build(path, judged);
    this.made.set(path, composition);
    return composition;
  }

  private build(path: string, judged: ArtifactReport): Composition {
    const text = this.parts.text(path) ?? '';
    const answered = this.assessments.apply(judged, text);
    const shared = [...(answered?.findings ?? []), ...this.parts.shared(path), ...this.ownFindings(path)];
    const all = shared.length === 0 ? judged.findings : [...judged.findings, ...shared].sort(byPlace);
    const waivers = this.waivers.filter((waiver) => waiver.path === path);
    const { findings, inForce, idle } = applyWaivers(all, text, waivers);
    if (findings === judged.findings && !answered) return { report: judged, answered, inForce, idle };
    const criteria = waiveCriteria(answered?.criteria ?? judged.criteria, findings);
    const count = criteria.filter((criterion) => criterion.waived).length;
    const assessed = criteria.filter((criterion) => isAnswered(criterion) && !criterion.waived).length;
    if (criteria === judged.criteria) return { report: { ...judged, findings }, answered, inForce, idle };
    const graded = judged.grade === null ? { grade: null, points: null } : score(criteria);
    const report: ArtifactReport = {
      ...judged,
      findings,
      criteria,
      ...graded,
      ...(count > 0 ? { waivers: count } : {}),
      ...(assessed > 0 ? { assessed } : {}),
    };
    return { report, answered, inForce, idle };
  }

  /** What is to be said of the studio's own files. */
  private ownFindings(path: string): readonly Finding[] {
    if (path === WAIVERS_FILE) return [...this.waiverFindings, ...this.idleFindings];
    if (path === ASSESSMENTS_FILE) return this.assessments.findings;
    const reader = this.parts.ownFiles.find((one) => one.path === path);
    const text = reader ? this.parts.text(path) : null;
    if (!reader || text === null) return [];
    return reader
      .read(text, (other) => this.parts.has(other))
      .map(({ message, span }) => ({
        id: reader.id,
        severity: 'should',
        path,
        span,
        message,
        related: [],
      }));
  }
}
