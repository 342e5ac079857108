import type { Grade } from '../domain/grade';
import type { Part } from '../domain/part';
import type { FindingSeverity, Severity, Verdict } from '../domain/verdict';
import type { Span } from '../text/span';
import type { Format } from './artifact';
import type { Assessed } from './assessments/assessment';
import type { StandardReport } from './custom/standard';
import type { Finding } from './finding';
import type { RuleReport } from './rule';
import type { WaivedBy, WaiverInForce } from './waivers/waiver';

/** What became of one criterion of one artifact. */
export interface CriterionResult {
  readonly id: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** Where the criterion is met, or what a person's answer rests on; empty for other verdicts, and when a whole file is the evidence. */
  readonly evidence: readonly Span[];
  /** Why the criterion was not applicable or not evaluated, or what went wrong in it. */
  readonly reason?: string;
  /** The criterion whose finding already tells why this one failed. */
  readonly because?: string;
  /** The gap is accepted by a waiver: the criterion stays failed, is shown as waived, and weighs nothing. */
  readonly waived?: WaivedBy;
  /** What a person answered where the verdict is `manual`. It counts for the grade unless it is stale; the program concluded nothing. */
  readonly assessed?: Assessed;
}

/** The full verdict on one file. Carries the text it belongs to by identity of `version`. */
export interface ArtifactReport {
  readonly path: string;
  /** Null for a file that no kind claims; `unrecognised` then says why. */
  readonly kind: string | null;
  readonly unrecognised?: string;
  readonly part: Part | null;
  readonly format: Format | null;
  /** True for files under a templates folder: blanks are expected there. */
  readonly template: boolean;
  /** True for the senior-grade versions beside the worked examples: they are meant to fall short, so their findings are not the kit's. */
  readonly counterExample: boolean;
  readonly version: number;
  /** Null when nothing can be graded: templates, unknown files, kinds that have only the universal criteria, or a broken criterion. */
  readonly grade: Grade | null;
  readonly points: number | null;
  /** How many criteria of the grade are waived; absent without any. A grade reached this way always says so. */
  readonly waivers?: number;
  /** How many criteria of the grade were judged by a person's answer; absent without any. */
  readonly assessed?: number;
  readonly criteria: readonly CriterionResult[];
  readonly findings: readonly Finding[];
  /** Set when the program broke while it read the file: what it said. The file then has a finding `error`, and no grade. */
  readonly broke?: string;
}

export interface Summary {
  readonly must: number;
  readonly should: number;
  readonly could: number;
  readonly info: number;
  /** Criteria and rules that broke, their verdict unknown, and files that the program broke at. */
  readonly error: number;
  /** Findings that waivers silence, counted in none of the above; absent without any. */
  readonly waived?: number;
}

/** The whole kit, artifacts in reading order. */
export interface KitReport {
  readonly name: string;
  readonly artifacts: readonly ArtifactReport[];
  /** The consistency rules in their order; their findings also stand in the reports of the artifacts they point at. */
  readonly rules: readonly RuleReport[];
  /** Waivers in force, in the order of their file; absent without any. */
  readonly waivers?: readonly WaiverInForce[];
  /** What `kit.yaml` changes in the studio's own standard; absent when it changes nothing. */
  readonly standard?: StandardReport;
  readonly summary: Summary;
}

/** Counts what stands between the kit and staff-ready; counter-examples are left out. */
export function summarise(artifacts: readonly ArtifactReport[], rules: readonly RuleReport[]): Summary {
  const counts: Record<FindingSeverity, number> = { must: 0, should: 0, could: 0, info: 0 };
  let error = 0;
  let waived = 0;
  for (const artifact of artifacts) {
    if (artifact.counterExample) continue;
    for (const finding of artifact.findings) {
      if (finding.waived) waived++;
      else counts[finding.severity]++;
    }
    if (artifact.broke !== undefined) error++;
    for (const criterion of artifact.criteria) if (criterion.verdict === 'error') error++;
  }
  for (const rule of rules) if (rule.verdict === 'error') error++;
  return { ...counts, error, ...(waived > 0 ? { waived } : {}) };
}
