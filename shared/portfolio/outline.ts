import type { Grade } from '../domain/grade';
import { PARTS, type Part } from '../domain/part';
import type { Source } from '../rubric/artifact';
import type { KindRegistry } from '../rubric/registry';
import type { ArtifactReport, KitReport } from '../rubric/report';
import { arrangeKit, type PrintPlace, titleOf } from './arrange-kit';
import { type Candidate, type Composition, NO_CANDIDATE, presetOf } from './composition';
import { candidateOf } from './cover-facts';
import { estimatedPages } from './estimate-pages';
import { memoPath, newMemo } from './new-memo';
import { listedClaims, planPortfolio } from './plan';
import { type CompositionProblem, readComposition } from './read-composition';

/** An artifact that a portfolio can hold. */
export interface OutlineEntry {
  readonly path: string;
  readonly title: string;
  readonly kindTitle: string;
  readonly grade: Grade | null;
  readonly place: PrintPlace;
}

export interface OutlinePart {
  readonly part: Part;
  readonly title: string;
  readonly printed: boolean;
  readonly entries: readonly OutlineEntry[];
}

/** What a composition makes of a kit, as somebody sees it who chooses: with what is left out, and what stands where nothing was chosen. */
export interface PortfolioOutline {
  readonly composition: Composition;
  readonly problems: readonly CompositionProblem[];
  /** True when the kit's file cannot be read at all. */
  readonly broken: boolean;
  readonly memo: { readonly path: string; readonly title: string } | null;
  /** Where a cover memo of these artifacts belongs, as long as there is none. */
  readonly memoPath: string;
  /** Claims of the memo that the list of claims holds, and those it cannot. */
  readonly claims: { readonly listed: number; readonly open: number };
  readonly parts: readonly OutlinePart[];
  /** What the cover says where the composition says nothing. */
  readonly otherwise: { readonly title: string; readonly subtitle: string; readonly candidate: Candidate };
  /** Artifacts that are printed, memo and sources aside. */
  readonly artifacts: number;
  /** About how many pages that makes. */
  readonly pages: number;
}

export interface OutlineInputs {
  readonly registry: KindRegistry;
  readonly source: (path: string) => Source | null;
  /** The text of the kit's own file, or what stands for it; null without one. */
  readonly composition: string | null;
  readonly author: string;
}

/** A cover memo for the kit, from the text of its template. */
export function memoDraft(report: KitReport, inputs: OutlineInputs, template: string, path: string): string {
  const { registry, source, author } = inputs;
  const { composition } = readComposition(inputs.composition);
  return newMemo({
    template,
    path,
    candidate: candidateOf(composition, null, author),
    plan: planPortfolio(report, { registry, source, composition, author }),
    source,
  });
}

/** Answers what a portfolio of the kit would hold; for the dialog in which it is composed. */
export function portfolioOutline(report: KitReport, inputs: OutlineInputs): PortfolioOutline {
  const { registry, source, author } = inputs;
  const known = new Set(report.artifacts.map(({ path }) => path));
  const { composition, problems, broken } = readComposition(inputs.composition, (path) => known.has(path));
  const { memo, parts } = arrangeKit(report, composition, registry, source);
  const plan = planPortfolio(report, { registry, source, composition, author });
  const entry = (artifact: ArtifactReport, place: PrintPlace): OutlineEntry => {
    const file = source(artifact.path);
    return {
      path: artifact.path,
      title: file ? titleOf(file) : artifact.path,
      kindTitle: registry.get(artifact.kind ?? '')?.title ?? '',
      grade: artifact.grade,
      place,
    };
  };
  const memoFile = memo ? source(memo.path) : null;
  const printed = plan.parts.flatMap((part) => (part.kind === 'memo' ? [] : part.artifacts));
  return {
    composition,
    problems,
    broken,
    memo: memo && memoFile ? { path: memo.path, title: titleOf(memoFile) } : null,
    memoPath: memoPath(
      parts.flatMap(({ artifacts }) => artifacts.map(({ report: one }) => one.path)),
      'promo-packet.md',
    ),
    claims: {
      listed: listedClaims(plan)?.rows.length ?? 0,
      open: plan.claims?.open.length ?? 0,
    },
    parts: parts.map(({ part, printed: isPrinted, artifacts }) => ({
      part,
      title: PARTS.find((info) => info.part === part)?.title ?? '',
      printed: isPrinted,
      entries: artifacts.map((one) => entry(one.report, one.place)),
    })),
    otherwise: {
      title: presetOf(composition).portfolioTitle,
      subtitle: report.name,
      candidate: candidateOf({ ...composition, candidate: NO_CANDIDATE }, memoFile, author),
    },
    artifacts: printed.filter(({ as }) => as === undefined).length,
    pages: estimatedPages(plan, source),
  };
}
