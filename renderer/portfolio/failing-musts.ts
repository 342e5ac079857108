import { standing } from '../../shared/domain/grade';
import { fileName } from '../../shared/domain/kit-path';
import type { ArtifactReport } from '../../shared/rubric/report';

export interface FailingFile {
  readonly path: string;
  readonly name: string;
  /** Must criteria that are not met. */
  readonly count: number;
}

/** Artifacts with must criteria that are not met, templates and counter-examples left out, the most first. */
export function failingMusts(reports: Iterable<ArtifactReport>): readonly FailingFile[] {
  const files: FailingFile[] = [];
  for (const report of reports) {
    if (report.template || report.counterExample) continue;
    const count = report.criteria.filter(
      (result) => result.severity === 'must' && standing(result) === 'unmet',
    ).length;
    if (count > 0) files.push({ path: report.path, name: fileName(report.path), count });
  }
  return files.sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1));
}
