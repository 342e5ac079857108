import type { RubricCatalogue } from '../../shared/rubric/catalogue';
import type { ReportJson } from '../../shared/rubric/report-json';

type Range = ReportJson['findings'][number]['range'];

const LEVEL = { must: 'error', should: 'warning', could: 'note', info: 'note' } as const;

/** Where the kit's files are, for tools that show results in an editor. */
const BASE = 'KIT';

export interface SarifInput {
  readonly report: ReportJson;
  readonly catalogue: RubricCatalogue;
  readonly version: string;
  /** `file:` address of the kit's folder, ending with `/`. */
  readonly base: string;
}

/** The report as a SARIF 2.1.0 log (OASIS): one run, one result per finding; columns count UTF-16 units. */
export function reportToSarif({ report, catalogue, version, base }: SarifInput): object {
  const ids = [...new Set(report.findings.map((finding) => finding.id))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Staffwright',
            semanticVersion: version,
            rules: ids.map((id) => describe(id, catalogue)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { uri: base } },
        results: report.findings.map((finding) => ({
          ruleId: finding.id,
          ruleIndex: ids.indexOf(finding.id),
          level: LEVEL[finding.severity],
          message: { text: finding.hint ? `${finding.message}. ${finding.hint}` : finding.message },
          locations: [{ physicalLocation: place(finding.path, finding.range) }],
          relatedLocations: finding.related.map((related, index) => ({
            id: index,
            message: { text: related.message },
            physicalLocation: place(related.path, related.range),
          })),
          ...(finding.waived
            ? {
                suppressions: [
                  { kind: 'external', status: 'accepted', justification: finding.waived.reason },
                ],
              }
            : {}),
        })),
      },
    ],
  };
}

function place(path: string, { start, end }: Range): object {
  return {
    artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: start.offset,
      charLength: end.offset - start.offset,
    },
  };
}

function describe(id: string, catalogue: RubricCatalogue): object {
  const known = catalogue.criterion(id)?.criterion ?? catalogue.rule(id) ?? catalogue.remark(id);
  if (!known) return { id };
  return {
    id,
    shortDescription: { text: known.title },
    fullDescription: { text: known.why },
    help: { text: known.hint },
    defaultConfiguration: { level: LEVEL[known.severity] },
  };
}
