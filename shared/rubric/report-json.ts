import type { Grade } from '../domain/grade';
import type { Part } from '../domain/part';
import type { FindingSeverity, Severity, Verdict } from '../domain/verdict';
import { LineIndex, type Position } from '../text/line-index';
import type { Span } from '../text/span';
import type { Assessed } from './assessments/assessment';
import type { StandardReport } from './custom/standard';
import type { ArtifactReport, KitReport, Summary } from './report';
import type { WaivedBy, WaiverInForce } from './waivers/waiver';

/** A range in a file: lines and columns from 1, offsets in UTF-16 units from 0. */
export interface JsonRange {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The public contract of `check --format json` (version 1). Paths are relative to the kit, with `/`. Fields marked `?` came later and are absent
 * where they have nothing to say.
 */
export interface ReportJson {
  readonly version: 1;
  readonly kit: { readonly root: string; readonly name: string };
  readonly artifacts: readonly {
    readonly path: string;
    readonly kind: string | null;
    readonly part: Part | null;
    readonly grade: Grade | null;
    readonly points: number | null;
    /** How many criteria of the grade are waived; absent without any. */
    readonly waivers?: number;
    /** How many criteria of the grade a person judged; absent without any. */
    readonly assessed?: number;
    readonly criteria: readonly {
      readonly id: string;
      readonly severity: Severity;
      readonly verdict: Verdict;
      readonly evidence: readonly JsonRange[];
      /** The waiver that accepts the failure: it then weighs nothing in the grade. */
      readonly waived?: WaivedBy;
      /** What a person answered where the verdict is `manual`; counted in the grade unless `stale`. */
      readonly assessed?: Assessed;
    }[];
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly severity: FindingSeverity;
    readonly path: string;
    readonly range: JsonRange;
    readonly message: string;
    readonly hint: string | null;
    readonly related: readonly {
      readonly path: string;
      readonly range: JsonRange;
      readonly message: string;
    }[];
    /** The waiver that silences the finding: it is counted in `summary.waived` only. */
    readonly waived?: WaivedBy;
    /** Set when a person found it: their answer to a question that only a person can judge. */
    readonly assessed?: Assessed;
  }[];
  /** Waivers in force; absent without any. */
  readonly waivers?: readonly WaiverInForce[];
  /** What the kit's own standard changes; absent when it changes nothing. */
  readonly standard?: StandardReport;
  /** The kits of a folder that holds several, each checked by itself; absent when the folder is one kit. */
  readonly kits?: readonly JsonKit[];
  readonly summary: Summary;
}

/** One kit of a folder that holds several. */
export interface JsonKit {
  /** The kit's folder, from the folder that was checked; `""` for that folder itself. */
  readonly path: string;
  readonly name: string;
  /** What this kit's own standard changes; absent when it changes nothing. */
  readonly standard?: StandardReport;
  readonly summary: Summary;
}

type JsonArtifact = ReportJson['artifacts'][number];
type JsonFinding = ReportJson['findings'][number];

/** Turns offsets into lines and columns, by the exact texts that a report was made from. */
export class JsonRanges {
  private readonly indexes = new Map<string, LineIndex>();

  constructor(private readonly textOf: (path: string) => string | null) {}

  range(path: string, span: Span): JsonRange {
    let index = this.indexes.get(path);
    if (!index) {
      index = new LineIndex(this.textOf(path) ?? '');
      this.indexes.set(path, index);
    }
    return { start: index.position(span.from), end: index.position(span.to) };
  }
}

/**
 * The report as plain JSON. `textOf` gives the exact text the report was made from, so that offsets become lines; `root` is shown as given.
 * Points are rounded to four decimals. Findings of counter-examples are left out, as in the summary; their verdicts are in `artifacts`.
 */
export function reportToJson(
  report: KitReport,
  root: string,
  textOf: (path: string) => string | null,
): ReportJson {
  const ranges = new JsonRanges(textOf);
  return {
    version: 1,
    kit: { root, name: report.name },
    artifacts: report.artifacts.map((artifact) => artifactToJson(artifact, ranges)),
    findings: report.artifacts.flatMap((artifact) => findingsToJson(artifact, ranges)),
    ...(report.waivers ? { waivers: report.waivers } : {}),
    ...(report.standard ? { standard: report.standard } : {}),
    summary: report.summary,
  };
}

/** One entry of `artifacts`. */
export function artifactToJson(artifact: ArtifactReport, ranges: JsonRanges): JsonArtifact {
  return {
    path: artifact.path,
    kind: artifact.kind,
    part: artifact.part,
    grade: artifact.grade,
    points: artifact.points === null ? null : Math.round(artifact.points * 10_000) / 10_000,
    ...(artifact.waivers === undefined ? {} : { waivers: artifact.waivers }),
    ...(artifact.assessed === undefined ? {} : { assessed: artifact.assessed }),
    criteria: artifact.criteria.map((c) => ({
      id: c.id,
      severity: c.severity,
      verdict: c.verdict,
      evidence: c.evidence.map((span) => ranges.range(artifact.path, span)),
      ...(c.waived ? { waived: c.waived } : {}),
      ...(c.assessed ? { assessed: c.assessed } : {}),
    })),
  };
}

/** The entries of `findings` that stand in one artifact. */
export function findingsToJson(artifact: ArtifactReport, ranges: JsonRanges): readonly JsonFinding[] {
  if (artifact.counterExample) return [];
  return artifact.findings.map((f) => ({
    id: f.id,
    severity: f.severity,
    path: f.path,
    range: ranges.range(f.path, f.span),
    message: f.message,
    hint: f.hint ?? null,
    related: f.related.map((r) => ({
      path: r.path,
      range: ranges.range(r.path, r.span),
      message: r.message,
    })),
    ...(f.waived ? { waived: f.waived } : {}),
    ...(f.assessed ? { assessed: f.assessed } : {}),
  }));
}
