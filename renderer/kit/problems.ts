import { fileName } from '../../shared/domain/kit-path';
import type { FindingSeverity } from '../../shared/domain/verdict';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { shownFinding } from '../look/finding-look';

export interface ProblemRow {
  /** Unique within the list. */
  readonly key: string;
  readonly finding: Finding;
}

export interface ProblemGroup {
  readonly path: string;
  readonly name: string;
  readonly rows: readonly ProblemRow[];
}

const RANK: Readonly<Record<FindingSeverity, number>> = { must: 0, should: 1, could: 2, info: 3 };

/** All findings of a kit by artifact: the file with the gravest ones first, in a file the gravest first, then by place. */
export function problemGroups(reports: Iterable<ArtifactReport>): readonly ProblemGroup[] {
  const groups: ProblemGroup[] = [];
  for (const report of reports) {
    // Counter-examples are meant to fall short.
    if (report.findings.length === 0 || report.counterExample) continue;
    const sorted = report.findings
      .map(shownFinding)
      .sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.span.from - b.span.from);
    const rows = sorted.map((finding, index) => ({ key: `${report.path}#${index}`, finding }));
    groups.push({ path: report.path, name: fileName(report.path), rows });
  }
  const gravest = (group: ProblemGroup) => RANK[group.rows[0]?.finding.severity ?? 'info'];
  return groups.sort((a, b) => gravest(a) - gravest(b) || (a.path < b.path ? -1 : 1));
}
