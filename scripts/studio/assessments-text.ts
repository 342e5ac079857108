import type { Assessed } from '../../shared/rubric/assessments/assessment';
import type { ArtifactReport, CriterionResult, KitReport } from '../../shared/rubric/report';

type Asked = readonly [ArtifactReport, readonly CriterionResult[]];

/**
 * What only a person can judge: the questions that wait for an answer, of which `isListed` chooses, and what was answered. Answers stand apart from
 * what the program found, with the name of who gave them. Empty where no question is asked.
 */
export function assessmentsAsText(
  report: KitReport,
  isListed: (criterion: CriterionResult) => boolean,
  heading: (text: string) => string,
): readonly string[] {
  const artifacts = report.artifacts.filter((artifact) => !artifact.template && !artifact.counterExample);
  const choose = (wanted: (criterion: CriterionResult) => boolean): readonly Asked[] =>
    artifacts
      .map(
        (artifact): Asked => [artifact, artifact.criteria.filter((c) => c.verdict === 'manual' && wanted(c))],
      )
      .filter(([, criteria]) => criteria.length > 0);
  const waiting = choose((c) => isListed(c) && (!c.assessed || c.assessed.stale === true));
  const answered = choose((c) => c.assessed !== undefined && !c.assessed.stale);
  const out: string[] = [];
  if (waiting.length > 0) out.push('', heading('For you to judge'));
  for (const [{ path }, criteria] of waiting) {
    out.push(`  ${path}`);
    for (const { id, reason = '', assessed } of criteria) {
      out.push(`    ${id.padEnd(9)}${reason}`);
      if (assessed) out.push(`             Answered, text changed: ${said(assessed)}`);
    }
  }
  if (answered.length > 0) out.push('', heading('Answered by you'));
  for (const [{ path }, criteria] of answered) {
    out.push(`  ${path}`);
    for (const { id, reason = '', assessed } of criteria) {
      if (!assessed) continue;
      out.push(`    ${id.padEnd(9)}${reason}`, `             ${said(assessed)}`);
      for (const { answer, by, date } of assessed.others ?? [])
        out.push(`             another reader: ${answer} (${by}, ${date})`);
    }
  }
  return out;
}

function said({ answer, note, quote, by, date }: Assessed): string {
  const passage = quote === undefined ? '' : ` "${quote.length > 60 ? `${quote.slice(0, 57)}…` : quote}"`;
  return `${answer} (${by}, ${date})${note === '' && passage === '' ? '' : ':'}${note === '' ? '' : ` ${note}`}${passage}`;
}
