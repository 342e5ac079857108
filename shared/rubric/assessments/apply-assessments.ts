import type { Finding } from '../finding';
import type { ArtifactReport, CriterionResult } from '../report';
import type { Assessed, Assessment } from './assessment';
import { findQuote } from './find-quote';
import type { Standing } from './read-assessments';

/** What answers make of the report of one file. */
export interface Answered {
  readonly criteria: readonly CriterionResult[];
  /** The noes, each in the words of the person. */
  readonly findings: readonly Finding[];
  /** Answers that count for nothing because the passage they quote is gone. */
  readonly stale: readonly Assessment[];
  /** Answers to questions that are not asked of this file. */
  readonly foreign: readonly Assessment[];
}

/**
 * Puts the answers of people to the questions of a file. The verdict stays `manual`, because no check decided it; the answer stands beside it.
 * A no is a finding at the quoted passage, or at the start of the file.
 */
export function applyAssessments(
  report: ArtifactReport,
  text: string,
  answers: ReadonlyMap<string, Standing>,
): Answered {
  const findings: Finding[] = [];
  const stale: Assessment[] = [];
  const asked = new Set<string>();
  const criteria = report.criteria.map((result) => {
    const standing = answers.get(result.id);
    if (!standing) return result;
    asked.add(result.id);
    if (result.verdict !== 'manual') return result;
    const { counts } = standing;
    const place = counts.anchor ? findQuote(text, counts.anchor) : null;
    const isStale = counts.anchor !== null && place === null;
    if (isStale) stale.push(counts);
    const assessed = assessedBy(standing, isStale);
    if (counts.answer === 'no' && !isStale)
      findings.push({
        id: result.id,
        severity: result.severity,
        path: report.path,
        span: place ?? { from: 0, to: 0 },
        message: counts.note,
        ...(result.reason === undefined ? {} : { hint: `${counts.by} answered no to: ${result.reason}` }),
        related: [],
        assessed,
      });
    return { ...result, ...(place ? { evidence: [place] } : {}), assessed };
  });
  const foreign = [...answers.values()]
    .map(({ counts }) => counts)
    .filter(({ criterion }) => !asked.has(criterion));
  return { criteria, findings, stale, foreign };
}

function assessedBy({ counts, others }: Standing, isStale: boolean): Assessed {
  const { answer, note, by, date, anchor } = counts;
  return {
    answer,
    note,
    by,
    date,
    ...(anchor ? { quote: anchor.quote } : {}),
    ...(isStale ? { stale: true } : {}),
    ...(others.length > 0 ? { others } : {}),
  };
}
