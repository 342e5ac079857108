import { gradeLabel, standing } from '../../shared/domain/grade';
import { isAnswered } from '../../shared/rubric/assessments/assessment';
import type { Finding } from '../../shared/rubric/finding';
import type { KitReport } from '../../shared/rubric/report';
import { LineIndex } from '../../shared/text/line-index';
import { assessmentsAsText } from './assessments-text';
import { exceptionsAsText } from './exceptions-text';

const SEVERITY_COLOUR: Readonly<Record<string, number>> = { must: 31, should: 33, could: 36, info: 90 };
const WAIVED_COLOUR = 90;
export interface TextOptions {
  readonly colour: boolean;
  /** Findings below this severity are counted, not listed. */
  readonly least: 'must' | 'should' | 'could' | 'info';
}

const RANK = { must: 0, should: 1, could: 2, info: 3 } as const;

/**
 * The report for people at a terminal: findings grouped by artifact, each with its line and the source under it, then grades and counts.
 * `textOf` gives the exact text the report was made from.
 */
export function reportAsText(
  report: KitReport,
  textOf: (path: string) => string | null,
  options: TextOptions,
): string {
  const paint = (code: number, text: string) => (options.colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const out: string[] = [];
  for (const artifact of report.artifacts) {
    if (artifact.counterExample) continue;
    const shown = artifact.findings.filter((f) => RANK[f.severity] <= RANK[options.least]);
    if (shown.length === 0) continue;
    const text = textOf(artifact.path) ?? '';
    const index = new LineIndex(text);
    // What to do about many findings of one cause is said once.
    const told = new Set<string>();
    out.push('', paint(1, artifact.path));
    for (const finding of shown) {
      const start = index.position(finding.span.from);
      const place = `${start.line}:${start.column}`.padEnd(8);
      out.push(
        `  ${place}${paint(colourOf(finding), (finding.waived ? 'waived' : finding.severity).padEnd(7))}${finding.id.padEnd(9)}${finding.message}`,
      );
      const excerpt = sourceLine(text, index, finding.span.from, finding.span.to);
      if (excerpt)
        out.push(
          `          ${paint(90, excerpt.line)}`,
          `          ${paint(colourOf(finding), excerpt.caret)}`,
        );
      if (finding.waived) out.push(`          ${paint(90, `Waived: ${finding.waived.reason}`)}`);
      else if (finding.hint && !told.has(finding.hint)) {
        told.add(finding.hint);
        out.push(`          ${paint(90, finding.hint)}`);
      }
    }
  }
  const graded = report.artifacts.filter((a) => a.grade !== null && !a.counterExample);
  if (graded.length > 0) {
    out.push('', paint(1, 'Grades'));
    for (const artifact of graded) {
      const judged = artifact.criteria.flatMap((c) => standing(c) ?? []);
      const met = judged.filter((counts) => counts === 'met').length;
      const partly = judged.filter((counts) => counts === 'partly').length;
      const waiting = artifact.criteria.filter((c) => c.verdict === 'manual' && !isAnswered(c)).length;
      const own = [
        partly > 0 ? `, ${partly} partly` : '',
        artifact.assessed ? `, ${artifact.assessed} judged by you` : '',
        waiting > 0 ? `, ${waiting} for you to judge` : '',
      ].join('');
      out.push(
        `  ${gradeLabel(artifact.grade ?? 'draft', artifact.waivers).padEnd(14)}${artifact.waivers ? ' ' : ''}${artifact.path} (${met} of ${judged.length} criteria met${own})`,
      );
    }
  }
  const unknown = report.artifacts.filter((a) => a.kind === null);
  if (unknown.length > 0) {
    out.push('', paint(1, 'Not recognised'));
    for (const artifact of unknown) out.push(`  ${artifact.path}: ${artifact.unrecognised ?? ''}`);
  }
  out.push(
    ...assessmentsAsText(
      report,
      (criterion) => RANK[criterion.severity] <= RANK[options.least],
      (text) => paint(1, text),
    ),
  );
  out.push(...exceptionsAsText(report, (text) => paint(1, text)));
  const { must, should, could, info, error, waived = 0 } = report.summary;
  out.push(
    '',
    `${report.artifacts.length} ${report.artifacts.length === 1 ? 'file' : 'files'}: ${must} must, ${should} should, ${could} could, ${info} info${waived > 0 ? `, ${waived} waived` : ''}${error > 0 ? `, ${error} criteria broke` : ''}`,
  );
  return `${out.join('\n').replace(/^\n/, '')}\n`;
}

function colourOf(finding: Finding): number {
  return finding.waived ? WAIVED_COLOUR : (SEVERITY_COLOUR[finding.severity] ?? 0);
}

/** The first line of the range with a caret under it; long lines are cut around the place. */
function sourceLine(
  text: string,
  index: LineIndex,
  from: number,
  to: number,
): { line: string; caret: string } | null {
  const { column } = index.position(from);
  const start = from - column + 1;
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? text.length : newline;
  if (end <= start) return null;
  const cut = Math.max(0, column - 1 - 60);
  const stop = Math.min(end, start + cut + 120);
  const shown = text.slice(start + cut + (cut > 0 ? 1 : 0), stop - (stop < end ? 1 : 0)).replace(/\t/g, ' ');
  const line = `${cut > 0 ? '…' : ''}${shown}${stop < end ? '…' : ''}`;
  const width = Math.max(1, Math.min(to, stop) - from);
  return { line, caret: `${' '.repeat(column - 1 - cut)}${'^'.repeat(width)}` };
}
