import type { Grade } from '../domain/grade';
import { comparePaths } from '../domain/kit-path';
import type { KitReport } from '../rubric/report';

/** A file of the zip with the SHA-256 of its bytes, lower-case hexadecimal. */
export interface ManifestFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What `manifest.json` in the zip says. Holds no clock: the same kit gives the same manifest. */
export interface PortfolioManifest {
  readonly version: 1;
  readonly generator: { readonly name: 'Staffwright'; readonly version: string };
  readonly kit: string;
  /** Findings that were open at the time; an export with failing musts is possible and says so. */
  readonly open: { readonly must: number; readonly should: number; readonly could: number };
  readonly artifacts: readonly {
    readonly path: string;
    readonly kind: string;
    readonly grade: Grade | null;
    readonly points: number | null;
    /** Criteria that were waived; absent without any. */
    readonly waivers?: number;
    /** Criteria that a person's own answer judged; absent without any. */
    readonly assessed?: number;
  }[];
  readonly outputs: readonly ManifestFile[];
  readonly sources: readonly ManifestFile[];
}

export function portfolioManifest(
  report: KitReport,
  version: string,
  outputs: readonly ManifestFile[],
  sources: readonly ManifestFile[],
): PortfolioManifest {
  const byPath = (a: ManifestFile, b: ManifestFile) => comparePaths(a.path, b.path);
  return {
    version: 1,
    generator: { name: 'Staffwright', version },
    kit: report.name,
    open: { must: report.summary.must, should: report.summary.should, could: report.summary.could },
    artifacts: report.artifacts.flatMap((a) =>
      a.kind === null || a.template || a.counterExample
        ? []
        : [
            {
              path: a.path,
              kind: a.kind,
              grade: a.grade,
              points: a.points === null ? null : Math.round(a.points * 10_000) / 10_000,
              ...(a.waivers === undefined ? {} : { waivers: a.waivers }),
              ...(a.assessed === undefined ? {} : { assessed: a.assessed }),
            },
          ],
    ),
    outputs: [...outputs].sort(byPath),
    sources: [...sources].sort(byPath),
  };
}
