import type { Finding } from '../finding';
import type { ArtifactReport } from '../report';
import { type Answered, applyAssessments } from './apply-assessments';
import type { Assessment } from './assessment';
import { type Assessable, readAssessments, type Standing, selfFinding, standings } from './read-assessments';

/** The answers of people as a check session holds them: what the file says, by the path of the artifact. */
export class SessionAssessments {
  private byPath: ReadonlyMap<string, ReadonlyMap<string, Standing>> = new Map();
  private read: readonly Finding[] = [];
  private idle: readonly Finding[] = [];

  /** Reads the answers, of which `text` is null without a file. Says which artifacts have other answers than before. */
  renew(text: string | null, known: Assessable): ReadonlySet<string> {
    const { assessments, findings } =
      text === null ? { assessments: [], findings: [] } : readAssessments(text, known);
    this.read = findings;
    const grouped = new Map<string, Assessment[]>();
    for (const one of assessments) {
      const own = grouped.get(one.path);
      if (own) own.push(one);
      else grouped.set(one.path, [one]);
    }
    const before = this.byPath;
    this.byPath = new Map([...grouped].map(([path, own]) => [path, standings(own)]));
    const changed = new Set<string>();
    for (const path of new Set([...before.keys(), ...this.byPath.keys()]))
      if (said(before.get(path)) !== said(this.byPath.get(path))) changed.add(path);
    return changed;
  }

  /** Artifacts that have answers. */
  get paths(): Iterable<string> {
    return this.byPath.keys();
  }

  /** The report's criteria with the answers; null when nobody answered a question of the file. */
  apply(report: ArtifactReport, text: string): Answered | null {
    const answers = this.byPath.get(report.path);
    return answers ? applyAssessments(report, text, answers) : null;
  }

  /** Takes note of what came of the answers, when all reports are there; true when there is something else to say of them. */
  close(all: readonly Answered[]): boolean {
    const before = JSON.stringify(this.idle);
    this.idle = all.flatMap(({ stale, foreign }) => [
      ...stale.map((one) =>
        selfFinding(
          'info',
          this.place(one),
          `Answered, text changed: ${one.path} no longer holds the passage that the answer to ${one.criterion} rests on`,
          'Answer the question again; the new answer goes below.',
        ),
      ),
      ...foreign.map((one) =>
        selfFinding('should', this.place(one), `${one.criterion} is not asked of ${one.path}`),
      ),
    ]);
    return JSON.stringify(this.idle) !== before;
  }

  /** What is to be said of the file of answers. */
  get findings(): readonly Finding[] {
    return [...this.read, ...this.idle];
  }

  /** Where an answer stands now: its report may have been made before the entries above it changed. */
  private place(one: Assessment): Assessment['span'] {
    return this.byPath.get(one.path)?.get(one.criterion)?.counts.span ?? one.span;
  }
}

/** Answers without their places: entries that only moved in the file say the same. */
function said(answers: ReadonlyMap<string, Standing> | undefined): string {
  if (!answers) return '';
  return JSON.stringify(
    [...answers].map(([id, { counts, others }]) => [id, { ...counts, span: null }, others]),
  );
}
