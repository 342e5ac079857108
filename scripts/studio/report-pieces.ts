import { CONSISTENCY_RULES } from '../../shared/consistency';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import type { ArtifactKind } from '../../shared/rubric/kind';
import type { KitReport } from '../../shared/rubric/report';
import { artifactToJson, findingsToJson, JsonRanges, type ReportJson } from '../../shared/rubric/report-json';
import type { CheckArguments } from './check-arguments';
import { listItems } from './json-list';
import { reportAsText } from './report-text';
import { describe } from './sarif';

/** A part of a report that can be written, or kept, without the others. */
export type Piece =
  | { readonly part: 'text'; readonly text: string }
  /** Entries of a JSON list, already spelled. */
  | { readonly part: 'artifacts' | 'findings'; readonly items: string }
  /** Findings for formats that need all of them before the first is written. */
  | { readonly part: 'results'; readonly findings: ReportJson['findings']; readonly described: Described };

/** What a log says of the ids of its findings. */
export type Described = readonly (readonly [id: string, text: object])[];

/** So many artifacts are spelled at once: the report of a large kit would be a text of many megabytes. */
const TOGETHER = 32;

const RANK = { must: 0, should: 1, could: 2, info: 3 } as const;

/**
 * The pieces of a report in one format, in the order in which it holds them. `textOf` gives the exact text the report was made from; `kinds` are
 * those in force in the kit.
 */
export function* piecesOf(
  report: KitReport,
  textOf: (path: string) => string | null,
  { format, least, colour }: Pick<CheckArguments, 'format' | 'least' | 'colour'>,
  kinds: readonly ArtifactKind[],
): Generator<Piece> {
  if (format === 'text') {
    yield { part: 'text', text: reportAsText(report, textOf, { colour, least }) };
    return;
  }
  const { artifacts } = report;
  const catalogue = format === 'sarif' ? new RubricCatalogue(kinds, CONSISTENCY_RULES) : null;
  for (let at = 0; at < artifacts.length; at += TOGETHER) {
    const some = artifacts.slice(at, at + TOGETHER);
    const ranges = new JsonRanges(textOf);
    const findings = some.flatMap((artifact) => findingsToJson(artifact, ranges));
    if (format === 'json') {
      yield { part: 'artifacts', items: listItems(some.map((artifact) => artifactToJson(artifact, ranges))) };
      if (findings.length > 0) yield { part: 'findings', items: listItems(findings) };
    } else {
      const shown = findings.filter((finding) => RANK[finding.severity] <= RANK[least]);
      const ids = catalogue ? [...new Set(shown.map((finding) => finding.id))] : [];
      const described = catalogue ? ids.map((id) => [id, describe(id, catalogue)] as const) : [];
      if (shown.length > 0) yield { part: 'results', findings: shown, described };
    }
  }
}

/** A kit's report with its paths as they are from a folder above; `''` is the kit's own folder. */
export function placedUnder(report: KitReport, folder: string): KitReport {
  if (folder === '') return report;
  const placed = <T extends { readonly path: string }>(one: T): T => ({
    ...one,
    path: `${folder}/${one.path}`,
  });
  return {
    ...report,
    artifacts: report.artifacts.map((artifact) => ({
      ...placed(artifact),
      findings: artifact.findings.map((finding) => ({
        ...placed(finding),
        related: finding.related.map(placed),
      })),
    })),
    ...(report.waivers ? { waivers: report.waivers.map(placed) } : {}),
  };
}
