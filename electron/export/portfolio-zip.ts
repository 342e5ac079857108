import type { PreflightLine } from '../../shared/ipc/payloads';
import type { Audience } from '../../shared/portfolio/composition';
import { portfolioManifest } from '../../shared/portfolio/manifest';
import { FILE_NAMES, type OutputFile } from '../../shared/portfolio/outputs';
import type { PortfolioPlan } from '../../shared/portfolio/plan';
import type { KitReport } from '../../shared/rubric/report';
import { appVersion } from '../app-paths';
import { sha256Hex } from './collect';
import { packZip } from './zip';
import { zipReadme } from './zip-readme';

export interface ZipContents {
  readonly report: KitReport;
  readonly plan: PortfolioPlan;
  /** The outputs that were made, but for the zip itself. */
  readonly files: ReadonlyMap<OutputFile, Uint8Array>;
  /** The sources by kit path. */
  readonly sources: ReadonlyMap<string, Uint8Array>;
  readonly paper: 'A4' | 'Letter';
  readonly audience: Audience;
  /** Whether names were replaced. */
  readonly redacted: boolean;
  /** What reading the outputs back found wrong in them. */
  readonly faults: readonly PreflightLine[];
}

/** Outputs and sources with a manifest that gives the digest of each, and a README that says what is what. */
export function portfolioZip(contents: ZipContents): Promise<Uint8Array> {
  const { report, plan, paper, audience, redacted, faults } = contents;
  const files = new Map([...contents.files].map(([file, bytes]) => [FILE_NAMES[file], bytes]));
  const sources = new Map([...contents.sources].map(([path, bytes]) => [`kit/${path}`, bytes]));
  const entries = (of: ReadonlyMap<string, Uint8Array>) =>
    [...of].map(([path, bytes]) => ({ path, sha256: sha256Hex(bytes), bytes: bytes.length }));
  const manifest = portfolioManifest(report, entries(files), entries(sources), {
    studio: appVersion(),
    chromium: process.versions['chrome'] ?? '',
    paper,
    grades: plan.grades,
    audience,
    redacted,
    faults: faults.map(({ level: _, ...fault }) => fault),
  });
  const encode = (text: string) => new TextEncoder().encode(text);
  return packZip(
    new Map([
      ...files,
      ...sources,
      ['README.md', encode(zipReadme(plan, manifest))],
      ['manifest.json', encode(`${JSON.stringify(manifest, null, 2)}\n`)],
    ]),
  );
}
