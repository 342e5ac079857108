import { comparePaths } from '../domain/kit-path';
import type { KindRegistry } from './registry';
import { type ArtifactReport, type KitReport, summarise } from './report';
import type { RuleReport } from './rule';
import type { SessionReports } from './session-reports';
import type { SessionStandard } from './session-standard';

/** All finished reports in reading order: by part, then by the order of the kinds, then by path. */
export function kitReport(
  name: string,
  paths: Iterable<string>,
  reports: SessionReports,
  decided: readonly (RuleReport | undefined)[],
  standard: SessionStandard,
): KitReport {
  const artifacts = [...paths].flatMap((path) => reports.artifact(path) ?? []);
  const { registry } = standard;
  artifacts.sort((a, b) => rank(a, registry) - rank(b, registry) || comparePaths(a.path, b.path));
  const rules = decided.flatMap((report) => (report ? [reports.rule(report)] : []));
  const waivers = reports.inForce();
  const changes = standard.report();
  return {
    name,
    artifacts,
    rules,
    ...(waivers.length > 0 ? { waivers } : {}),
    ...(changes ? { standard: changes } : {}),
    summary: summarise(artifacts, rules),
  };
}

function rank(report: ArtifactReport, registry: KindRegistry): number {
  const kind = report.kind ? registry.get(report.kind) : null;
  if (!kind) return 1_000_000;
  const part = report.part === 'X' || report.part === null ? 5 : report.part;
  return (report.template ? 100_000 : 0) + part * 1000 + kind.order;
}
