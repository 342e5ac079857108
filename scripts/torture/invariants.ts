import type { KitReport } from '../../shared/rubric/report';
import { reportToJson } from '../../shared/rubric/report-json';
import type { CheckSession } from '../../shared/rubric/session';
import type { Span } from '../../shared/text/span';

/** What a finished session holds that no text may bring about: broken checks, places outside the text, repairs that cannot be made. */
export function brokenPromises(session: CheckSession): string[] {
  const report = session.report();
  const broken: string[] = [];
  const within = (path: string, { from, to }: Span, what: string) => {
    const length = session.text(path)?.length ?? 0;
    if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= length))
      broken.push(`${what} is at ${from}–${to} of ${path}, which has ${length}`);
  };
  for (const artifact of report.artifacts) {
    if (artifact.broke !== undefined) broken.push(`${artifact.path} broke: ${artifact.broke}`);
    for (const { id, verdict, reason, evidence } of artifact.criteria) {
      if (verdict === 'error') broken.push(`${id} broke on ${artifact.path}: ${reason}`);
      for (const span of evidence) within(artifact.path, span, `Evidence of ${id}`);
    }
    for (const { id, path, span, related, fix, message } of artifact.findings) {
      within(path, span, `A finding of ${id}`);
      if (
        /\bundefined\b(?!["”])|\bNaN\b|\[object /.test(message) &&
        !/undefined|NaN|\[object /.test(session.text(path) ?? '')
      )
        broken.push(`${id} says: ${message}`);
      for (const place of related) within(place.path, place.span, `A place beside ${id}`);
      let done = 0;
      for (const edit of fix?.edits ?? []) {
        within(path, edit, `The repair of ${id}`);
        if (edit.from < done) broken.push(`The edits of ${id} in ${path} overlap or go back`);
        done = edit.to;
      }
    }
  }
  for (const { id, verdict, reason, evidence } of report.rules) {
    if (verdict === 'error') broken.push(`${id} broke: ${reason}`);
    for (const { path, span } of evidence) within(path, span, `Evidence of ${id}`);
  }
  broken.push(...unserialisable(report, session));
  return [...new Set(broken)];
}

function unserialisable(report: KitReport, session: CheckSession): string[] {
  try {
    structuredClone(report);
    JSON.stringify(reportToJson(report, '.', (path) => session.text(path)));
    return [];
  } catch (error) {
    return [`The report cannot be sent on: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** A report without the numbers of the texts' versions: what two sessions that hold the same files must agree on. */
export function said(session: CheckSession): string {
  return JSON.stringify(session.report(), (key, value) => (key === 'version' ? undefined : value));
}
