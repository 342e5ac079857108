import type { ArtifactReport } from '../../shared/rubric/report';
import type { KindInfo, RemarkInfo, RuleInfo } from './kind-info';

/** What the checker knows about the open kit. Reports come one by one; a path without one has not been looked at yet. */
export interface ChecksState {
  readonly kinds: ReadonlyMap<string, KindInfo>;
  /** The rules over several artifacts by id. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
  /** The remarks on prose by id. */
  readonly remarks: ReadonlyMap<string, RemarkInfo>;
  readonly reports: ReadonlyMap<string, ArtifactReport>;
  /** The buffer version that a report was made from; only for files that are open in a tab. */
  readonly versions: ReadonlyMap<string, number>;
  /** Steps done and known of the work in hand; null when all is up to date. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why the checker is not running, in words. */
  readonly failure: string | null;
}

export const initialChecks: ChecksState = {
  kinds: new Map(),
  rules: new Map(),
  remarks: new Map(),
  reports: new Map(),
  versions: new Map(),
  progress: null,
  failure: null,
};

export interface ArrivedReport {
  readonly report: ArtifactReport;
  /** Version of the buffer the text came from; 0 for a text read from disk. */
  readonly version: number;
}

export function withReports(checks: ChecksState, arrived: readonly ArrivedReport[]): ChecksState {
  if (arrived.length === 0) return checks;
  const reports = new Map(checks.reports);
  const versions = new Map(checks.versions);
  for (const { report, version } of arrived) {
    reports.set(report.path, report);
    versions.set(report.path, version);
  }
  return { ...checks, reports, versions };
}

export function withoutReports(checks: ChecksState, paths: readonly string[]): ChecksState {
  if (!paths.some((path) => checks.reports.has(path))) return checks;
  const reports = new Map(checks.reports);
  const versions = new Map(checks.versions);
  for (const path of paths) {
    reports.delete(path);
    versions.delete(path);
  }
  return { ...checks, reports, versions };
}
