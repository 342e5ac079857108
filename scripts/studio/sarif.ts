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
  const ids = ruleIds(report.findings);
  return sarifLog(
    ids.map((id) => describe(id, catalogue)),
    report.findings.map((finding) => resultOf(finding, ids)),
    version,
    base,
  );
}

/** What stands in the log where {@link sarifText} puts the results one by one. */
const RESULTS = '"results": []';

export interface SarifPieces extends Pick<SarifInput, 'version' | 'base'> {
  readonly findings: ReportJson['findings'];
  /** What is said of each id that the findings have, by {@link describe}. */
  readonly described: ReadonlyMap<string, object>;
}

/** The same log as text, in pieces: it is never held as a whole. */
export function* sarifText({ findings, described, version, base }: SarifPieces): Generator<string> {
  const ids = ruleIds(findings);
  const rules = ids.map((id) => described.get(id) ?? { id });
  const text = JSON.stringify(sarifLog(rules, [], version, base), null, 2);
  if (findings.length === 0) {
    yield `${text}\n`;
    return;
  }
  const at = text.lastIndexOf(RESULTS) + RESULTS.length - 1;
  yield text.slice(0, at);
  let separator = '\n';
  for (const finding of findings) {
    const result = JSON.stringify(resultOf(finding, ids), null, 2);
    yield `${separator}        ${result.replaceAll('\n', '\n        ')}`;
    separator = ',\n';
  }
  yield `\n      ${text.slice(at)}\n`;
}

function ruleIds(findings: ReportJson['findings']): readonly string[] {
  return [...new Set(findings.map((finding) => finding.id))].sort();
}

function sarifLog(
  rules: readonly object[],
  results: readonly object[],
  version: string,
  base: string,
): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Staffwright',
            semanticVersion: version,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { uri: base } },
        results,
      },
    ],
  };
}

function resultOf(finding: ReportJson['findings'][number], ids: readonly string[]): object {
  return {
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
          suppressions: [{ kind: 'external', status: 'accepted', justification: finding.waived.reason }],
        }
      : {}),
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

/** What tools show of a criterion or rule. */
export function describe(id: string, catalogue: RubricCatalogue): object {
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
