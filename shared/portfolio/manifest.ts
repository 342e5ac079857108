import type { Grade } from '../domain/grade';
import { comparePaths } from '../domain/kit-path';
import type { ArtifactReport, KitReport } from '../rubric/report';
import type { Audience } from './composition';

/** A file of the zip with the SHA-256 of its bytes, lower-case hexadecimal. */
export interface ManifestFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Something that the files lack or have wrong, as reading them back found it; its place is that of the file in the zip's `kit/`. */
export interface OutputFault {
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
}

/** What `manifest.json` in the zip says. Holds no clock: the same kit gives the same manifest. */
export interface PortfolioManifest {
  readonly version: 1;
  /** `chromium`: the engine that laid out the pages; another one may break lines elsewhere. */
  readonly generator: { readonly name: 'Staffwright'; readonly version: string; readonly chromium: string };
  readonly paper: 'A4' | 'Letter';
  /** For whom it was put together. */
  readonly audience: Audience;
  /** Names were replaced by pseudonyms; absent when the sources are those of the kit. */
  readonly redacted?: true;
  readonly kit: string;
  /** Findings that were open at the time; an export with failing musts is possible and says so. Absent where grades are not for these readers. */
  readonly open?: { readonly must: number; readonly should: number; readonly could: number };
  /** What reading the files back found wrong in them; absent when that is nothing. */
  readonly faults?: readonly OutputFault[];
  readonly artifacts: readonly {
    readonly path: string;
    readonly kind: string;
    /** Grade and points are absent where they are not for these readers. */
    readonly grade?: Grade | null;
    readonly points?: number | null;
    /** Musts that were not met, by the ids of their criteria and rules; absent without any. */
    readonly failing?: readonly string[];
    /** Criteria that were waived; absent without any. */
    readonly waivers?: number;
    /** Criteria that a person's own answer judged; absent without any. */
    readonly assessed?: number;
  }[];
  readonly outputs: readonly ManifestFile[];
  readonly sources: readonly ManifestFile[];
}

/** How the outputs were made. */
export interface Making {
  readonly studio: string;
  readonly chromium: string;
  readonly paper: 'A4' | 'Letter';
  readonly audience: Audience;
  /** False leaves out grades and what the rubric counted. */
  readonly grades: boolean;
  readonly redacted?: boolean;
  readonly faults?: readonly OutputFault[];
}

export function portfolioManifest(
  report: KitReport,
  outputs: readonly ManifestFile[],
  sources: readonly ManifestFile[],
  making: Making,
): PortfolioManifest {
  const { summary } = report;
  const byPath = (a: ManifestFile, b: ManifestFile) => comparePaths(a.path, b.path);
  return {
    version: 1,
    generator: { name: 'Staffwright', version: making.studio, chromium: making.chromium },
    paper: making.paper,
    audience: making.audience,
    ...(making.redacted ? { redacted: true } : {}),
    kit: report.name,
    ...(making.grades ? { open: { must: summary.must, should: summary.should, could: summary.could } } : {}),
    ...(making.faults && making.faults.length > 0 ? { faults: making.faults } : {}),
    artifacts: report.artifacts.flatMap((a) =>
      a.kind === null || a.template || a.counterExample
        ? []
        : [
            {
              path: a.path,
              kind: a.kind,
              ...(making.grades ? standingOf(a) : {}),
            },
          ],
    ),
    outputs: [...outputs].sort(byPath),
    sources: [...sources].sort(byPath),
  };
}

function standingOf(artifact: ArtifactReport) {
  const { grade, points, waivers, assessed } = artifact;
  const failing = artifact.findings.filter(({ severity, waived }) => severity === 'must' && !waived);
  return {
    grade,
    points: points === null ? null : Math.round(points * 10_000) / 10_000,
    ...(failing.length === 0 ? {} : { failing: [...new Set(failing.map(({ id }) => id))].sort() }),
    ...(waivers === undefined ? {} : { waivers }),
    ...(assessed === undefined ? {} : { assessed }),
  };
}
