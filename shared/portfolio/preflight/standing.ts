import type { KitReport } from '../../rubric/report';
import { LineIndex } from '../../text/line-index';
import { clipped, type Line } from './line';

/** So many findings are named one by one; the rest is counted. */
const NAMED = 100;

/**
 * What rubric and consistency rules still hold against what is exported: each must with its place, the rest as a count. `text` gives the text of a
 * file of the kit.
 */
export function standingLines(
  report: KitReport,
  exported: ReadonlySet<string>,
  text: (path: string) => string | null,
): Line[] {
  const lines: Line[] = [];
  let [more, should, broken] = [0, 0, 0];
  for (const artifact of report.artifacts) {
    if (!exported.has(artifact.path) || artifact.template || artifact.counterExample) continue;
    let index: LineIndex | null = null;
    for (const finding of artifact.findings) {
      if (finding.waived) continue;
      if (finding.severity === 'should') should++;
      if (finding.severity !== 'must') continue;
      if (lines.length >= NAMED) {
        more++;
        continue;
      }
      index ??= new LineIndex(text(artifact.path) ?? '');
      const { line } = index.position(finding.span.from);
      const message = clipped(`${finding.id}: ${finding.message}`);
      lines.push({ level: 'warning', message, path: artifact.path, line });
    }
    if (artifact.broke !== undefined || artifact.criteria.some(({ verdict }) => verdict === 'error')) {
      broken++;
      lines.push({ level: 'warning', message: 'Not all of this file could be checked', path: artifact.path });
    }
  }
  if (more > 0)
    lines.push({ level: 'warning', message: `${more} more must findings; the panel of problems has all` });
  const musts = lines.length - broken;
  if (musts === 0) lines.unshift({ level: 'ok', message: 'No failing must in what is exported' });
  const open = report.rules.filter(({ verdict }) => verdict === 'not-evaluated').length;
  const passed = report.rules.filter(({ verdict }) => verdict === 'pass').length;
  const failed = report.rules.filter(({ verdict, waived }) => verdict === 'fail' && !waived).length;
  const rest = open > 0 ? `, ${open} had nothing to compare` : '';
  lines.push(
    failed === 0
      ? { level: 'ok', message: `${passed} consistency rules hold${rest}` }
      : {
          level: 'warning',
          message: `${failed} of ${failed + passed} consistency rules do not hold${rest}`,
        },
  );
  if (should > 0) lines.push({ level: 'ok', message: `${should} should findings are left to judgement` });
  return lines;
}
