import type { Source } from '../rubric/artifact';
import { listedClaims, type PlannedArtifact, type PortfolioPlan } from './plan';

/** Characters of a source that fill a page of each kind, as the worked example prints. */
const PER_PAGE = { md: 2600, data: 3000, source: 1950 } as const;
/** What a drawing takes of a page. */
const DRAWING = 0.6;
/** Lines of contents to a page; it is set in two columns. */
const CONTENTS_LINES = 90;
const CLAIMS_TO_A_PAGE = 18;

/** About how many pages a plan makes: artifacts begin on pages of their own, and every part has an opening page. */
export function estimatedPages(plan: PortfolioPlan, source: (path: string) => Source | null): number {
  const artifacts = plan.parts.flatMap((part) => part.artifacts);
  const pages = artifacts.reduce((sum, artifact) => sum + pagesOf(artifact, source(artifact.path)), 0);
  const openers = plan.parts.filter(({ kind }) => kind !== 'memo').length;
  const lines = artifacts.reduce((sum, { headings }) => sum + 1 + headings.length / 2, 0);
  const claims = listedClaims(plan)?.rows.length ?? 0;
  return (
    1 +
    Math.max(1, Math.ceil(lines / CONTENTS_LINES)) +
    openers +
    pages +
    Math.ceil(claims / CLAIMS_TO_A_PAGE)
  );
}

function pagesOf(artifact: PlannedArtifact, source: Source | null): number {
  if (!source) return 1;
  const { length } = source.text;
  if (artifact.as === 'source') return Math.max(1, Math.ceil(length / PER_PAGE.source));
  if (source.format === 'mmd') return 1;
  if (source.format !== 'md') return Math.max(1, Math.ceil(length / PER_PAGE.data));
  const drawings = source.markdown.codeBlocks.filter(({ lang }) => lang === 'mermaid').length;
  return Math.max(1, Math.ceil(length / PER_PAGE.md + drawings * DRAWING));
}
