import { listedClaims, type PlannedArtifact, type PortfolioPlan } from '../../shared/portfolio/plan';
import { ADDRESSES_ID, ADDRESSES_TITLE } from './addresses';
import type { PageNumbers } from './book';
import { CLAIMS_TITLE } from './claims-html';
import { html } from './html';
import type { Paper } from './paper';

/** What stands above and below a page. */
export interface RunningHead {
  readonly left: string;
  readonly right: string;
  readonly book: string;
  readonly foot: string;
}

/**
 * Part and artifact on the left and the section on the right, where a page does not open one itself; below the book, and page x of y. `first` is the
 * page of the file that is page 1; those before it have no number.
 */
export function runningHeads(
  plan: PortfolioPlan,
  pages: PageNumbers,
  count: number,
  first = 2,
): RunningHead[] {
  const claims = listedClaims(plan);
  const openings = plan.parts.flatMap((part) => [
    { page: pages.get(part.id) ?? 0, left: '', artifact: null },
    ...part.artifacts.map((artifact) => ({
      page: pages.get(artifact.id) ?? 0,
      left: `${part.title} · ${artifact.title}`,
      artifact,
    })),
    ...(part.kind === 'memo' && claims
      ? [{ page: pages.get(claims.id) ?? 0, left: `${part.title} · ${CLAIMS_TITLE}`, artifact: null }]
      : []),
  ]);
  const addresses = pages.get(ADDRESSES_ID);
  if (addresses !== undefined) openings.push({ page: addresses, left: ADDRESSES_TITLE, artifact: null });
  const book = [plan.title, plan.candidate].filter(Boolean).join(' · ');
  return Array.from({ length: count }, (_, i) => {
    const page = i + 1;
    const current = openings.filter((opening) => opening.page <= page).at(-1);
    const opens = current === undefined || current.page === page;
    return {
      left: opens ? '' : current.left,
      right: opens || current.artifact === null ? '' : sectionOn(page, current.artifact, pages),
      book,
      foot: page < first ? '' : `${page - first + 1} of ${count - first + 1}`,
    };
  });
}

/** The section that a page continues; where it continues none, the first that begins on it. */
function sectionOn(page: number, artifact: PlannedArtifact, pages: PageNumbers): string {
  const sections = artifact.headings.filter((heading) => heading.level === 2);
  const before = sections.filter((heading) => (pages.get(heading.anchor) ?? 0) < page).at(-1);
  return (before ?? sections.find((heading) => pages.get(heading.anchor) === page))?.text ?? '';
}

/** The running heads as a document of their own, one page for each page of the book, laid over it after printing. */
export function headsHtml(heads: readonly RunningHead[], paper: Paper): string {
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Running heads</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/heads.css">
<style>@page { size: ${paper}; margin: 0; }</style></head>
<body>${heads.map(
    (head) =>
      html`<div class="sheet"><p class="head"><span dir="auto">${head.left}</span><span dir="auto">${head.right}</span></p><p class="foot"><span>${head.book}</span><span class="folio">${head.foot}</span></p></div>`,
  )}</body></html>`;
  return document.markup;
}
