import type { Grade } from '../../shared/domain/grade';
import { fileName } from '../../shared/domain/kit-path';
import { PARTS, type Part } from '../../shared/domain/part';
import type { FindingSeverity } from '../../shared/domain/verdict';
import { openMinutes } from '../../shared/packet/work';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { KindInfo } from '../state/kind-info';

export type FindingCounts = Readonly<Record<FindingSeverity, number>>;

/** An artifact as the navigator lists it. */
export interface ArtifactRow {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly grade: Grade | null;
  /** Criteria of the grade that are waived. */
  readonly waivers: number;
  readonly counts: FindingCounts;
  /** For all that is open in it. */
  readonly minutes: number;
  readonly order: number;
}

export interface PartGroup {
  readonly part: Part | 'templates' | 'counter-examples';
  readonly title: string;
  readonly rows: readonly ArtifactRow[];
}

export interface SprintGroup {
  readonly title: string;
  /** For all that is open in its files. */
  readonly minutes: number;
  readonly parts: readonly PartGroup[];
}

/**
 * The way through a kit: sprints, their parts, and the artifacts of each in reading order. Sprints without artifacts are left out; what spans
 * the parts, counter-examples and templates come last.
 */
export function pathGroups(
  reports: Iterable<ArtifactReport>,
  kinds: ReadonlyMap<string, KindInfo>,
): readonly SprintGroup[] {
  const byPart = new Map<PartGroup['part'], ArtifactRow[]>();
  for (const report of reports) {
    const kind = report.kind === null ? undefined : kinds.get(report.kind);
    if (!kind) continue;
    const part = report.template
      ? 'templates'
      : report.counterExample
        ? 'counter-examples'
        : (report.part ?? kind.part);
    const rows = byPart.get(part) ?? [];
    byPart.set(part, rows);
    rows.push({
      path: report.path,
      name: fileName(report.path),
      kind: kind.title,
      grade: report.grade,
      waivers: report.waivers ?? 0,
      counts: countFindings(report),
      minutes: report.template || report.counterExample ? 0 : minutesIn(report, kind),
      order: kind.order,
    });
  }
  for (const rows of byPart.values()) rows.sort((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1));
  const group = (part: PartGroup['part'], title: string): PartGroup => ({
    part,
    title,
    rows: byPart.get(part) ?? [],
  });
  const sprints: Omit<SprintGroup, 'minutes'>[] = ([1, 2, 3] as const).map((sprint) => ({
    title: `Sprint ${sprint}`,
    parts: PARTS.filter((info) => info.sprint === sprint).map((info) =>
      group(info.part, `Part ${info.part}: ${info.title}`),
    ),
  }));
  sprints.push({ title: 'Across the parts', parts: [group('X', 'Scenario and packet')] });
  sprints.push({
    title: 'Counter-examples',
    parts: [group('counter-examples', 'Good work that falls short of staff')],
  });
  sprints.push({ title: 'Templates', parts: [group('templates', 'Blanks to start from')] });
  return sprints
    .map((sprint) => ({ ...sprint, parts: sprint.parts.filter((part) => part.rows.length > 0) }))
    .filter((sprint) => sprint.parts.length > 0)
    .map((sprint) => ({ ...sprint, minutes: sprint.parts.flatMap(({ rows }) => rows).reduce(sum, 0) }));
}

const sum = (total: number, { minutes }: ArtifactRow) => total + minutes;

/** By report: most of them stay the same while one file is written. */
const known = new WeakMap<ArtifactReport, number>();

function minutesIn(report: ArtifactReport, kind: KindInfo): number {
  const counted = known.get(report);
  if (counted !== undefined) return counted;
  const minutes = openMinutes(report, (id) => kind.criteria.get(id)?.asks ?? 'value');
  known.set(report, minutes);
  return minutes;
}

export function countFindings(report: ArtifactReport): FindingCounts {
  const counts = { must: 0, should: 0, could: 0, info: 0 };
  for (const finding of report.findings) if (!finding.waived) counts[finding.severity]++;
  return counts;
}

/** Counts in words, for screen readers and tooltips; empty when there are none. */
export function countWords(counts: FindingCounts): string {
  return (['must', 'should', 'could', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        `${counts[severity]} ${severity === 'info' ? (counts.info === 1 ? 'note' : 'notes') : severity}`,
    )
    .join(', ');
}
