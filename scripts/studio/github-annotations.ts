import type { ReportJson } from '../../shared/rubric/report-json';

const COMMAND = { must: 'error', should: 'warning', could: 'notice', info: 'notice' } as const;

/**
 * The findings that no waiver silences, as workflow commands of GitHub Actions, one per line, which it shows beside the lines of a pull request. `toRepository` gives a
 * kit path as seen from the repository's root, where the service looks for files.
 */
export function reportAsAnnotations(
  report: Pick<ReportJson, 'findings'>,
  toRepository: (path: string) => string,
): string {
  return report.findings
    .filter((finding) => !finding.waived)
    .map(({ id, severity, path, range: { start, end }, message, hint }) => {
      // A range over several lines has no columns there: the service would refuse the annotation.
      const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
      const text = hint ? `${message}. ${hint}` : message;
      return `::${COMMAND[severity]} file=${property(toRepository(path))},line=${start.line},endLine=${end.line}${columns},title=${property(id)}::${data(text)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
