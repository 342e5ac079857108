import {
  type PlannedArtifact,
  type PlannedHeading,
  type PlannedPart,
  PORTFOLIO_TITLE,
  type PortfolioPlan,
} from '../../shared/portfolio/plan';
import { type Html, html, NOTHING } from './html';
import { keepWords } from './keep-words';

export type Paper = 'A4' | 'Letter';

/** The body of each artifact by its id, ready to be put into the book. */
export type Bodies = ReadonlyMap<string, Html>;

/** Page numbers by destination id, as they were measured in an earlier print; empty for the first one. */
export type PageNumbers = ReadonlyMap<string, number>;

export const GRADE_WORDS: Readonly<Record<string, string>> = {
  'staff-ready': 'Staff-ready',
  'senior-grade': 'Senior-grade',
  draft: 'Draft',
};

/** Contents lines stop at this heading level; bookmarks go one deeper. */
const CONTENTS_LEVEL = 2;
/** Headings that so many artifacts share belong to the form of their kind: listing them each time would bury the artifacts. */
const SHARED_BY = 3;

/** Height of the text area: the sheet less the margins below. */
const TEXT_HEIGHT: Readonly<Record<Paper, string>> = { A4: '251mm', Letter: '233.4mm' };

/** The id of the place where an artifact ends, measured to see how full its last page is. */
export function endId(artifactId: string): string {
  return `${artifactId}-end`;
}

/**
 * The whole book as one document. It is printed once with empty page numbers and again with the measured ones; numbers stand in boxes of a
 * fixed width, so that filling them in moves nothing. Artifacts in `tight` are set a little closer, because their last page would be all but empty.
 */
export function bookHtml(
  plan: PortfolioPlan,
  bodies: Bodies,
  pages: PageNumbers,
  paper: Paper,
  tight: ReadonlySet<string>,
): string {
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${plan.title}</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/book.css">
<style>@page { size: ${paper}; margin: 24mm 22mm 22mm 22mm; } :root { --text-height: ${TEXT_HEIGHT[paper]}; }</style></head>
<body>
${cover(plan)}
${contents(plan, bodies, pages)}
${plan.parts.map((part, i) => partHtml(part, bodies, tight, i === plan.parts.length - 1))}
</body></html>`;
  return document.markup;
}

function cover(plan: PortfolioPlan): Html {
  return html`<section class="cover">
${plan.title === PORTFOLIO_TITLE ? NOTHING : html`<p class="cover-kind">${PORTFOLIO_TITLE}</p>`}
<h1>${plan.title}</h1>
<p class="cover-subtitle">${plan.subtitle}</p>
<dl class="cover-facts">
${plan.candidate ? html`<div><dt>Candidate</dt><dd>${plan.candidate}</dd></div>` : NOTHING}
${plan.date ? html`<div><dt>State of the packet</dt><dd>${plan.date}</dd></div>` : NOTHING}
${plan.parts.map((p) => html`<div><dt>Part ${p.part}</dt><dd>${p.title}, ${count(p.artifacts.length)}</dd></div>`)}
</dl></section>`;
}

function count(artifacts: number): string {
  return artifacts === 1 ? '1 artifact' : `${artifacts} artifacts`;
}

function contents(plan: PortfolioPlan, bodies: Bodies, pages: PageNumbers): Html {
  const number = (id: string) => html`<span class="page-number">${folio(pages.get(id))}</span>`;
  const line = (level: string, id: string, text: string) =>
    html`<li class="${level}"><a href="#${id}"><span class="entry">${keepWords(text, false)}</span><span class="leader"></span>${number(id)}</a></li>`;
  const shared = sharedHeadings(plan);
  return html`<nav class="contents" id="contents"><h1>Contents</h1>
${plan.parts.map(
  (part) =>
    html`<ol>${line('contents-part', part.id, `Part ${part.part} · ${part.title}`)}${part.artifacts.map(
      (artifact) => {
        const headings = listed(artifact, shared);
        const level = headings.length > 0 ? 'contents-artifact with-headings' : 'contents-artifact';
        return html`${line(level, artifact.id, artifact.title)}${headings.map((h) => line('contents-heading', h.anchor, h.text))}`;
      },
    )}</ol>`,
)}
${anchorsInUse(plan, bodies)}</nav>`;
}

/** Texts of headings that several artifacts of one kind have in common. */
function sharedHeadings(plan: PortfolioPlan): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const artifact of plan.parts.flatMap((part) => part.artifacts)) {
    for (const text of new Set(artifact.headings.map((h) => h.text))) {
      const key = `${artifact.kind} ${text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, n]) => n >= SHARED_BY).map(([key]) => key));
}

/** The headings of an artifact that the contents list names: none where most are the form of the kind. */
function listed(artifact: PlannedArtifact, shared: ReadonlySet<string>): readonly PlannedHeading[] {
  const own = artifact.headings.filter((h) => h.level <= CONTENTS_LEVEL);
  const form = own.filter((h) => shared.has(`${artifact.kind} ${h.text}`));
  return form.length * 2 > own.length ? [] : own;
}

function partHtml(part: PlannedPart, bodies: Bodies, tight: ReadonlySet<string>, isLast: boolean): Html {
  return html`<section class="part-opener" id="${part.id}">
<p class="part-number">Part ${part.part}</p><h1>${part.title}</h1>
<p class="part-deliverable">${part.deliverable}</p>
<table class="part-list"><thead><tr><th scope="col">Artifact</th><th scope="col">Kind</th><th scope="col">Standing</th></tr></thead><tbody>
${part.artifacts.map(
  (a) =>
    html`<tr><td><a href="#${a.id}">${keepWords(a.title, false)}</a></td><td>${a.kindTitle}</td><td class="keep${a.grade === null ? ' tone-quiet' : ''}">${standing(a)}</td></tr>`,
)}</tbody></table></section>
${part.artifacts.map((artifact, i) => artifactHtml(artifact, bodies, tight, isLast && i === part.artifacts.length - 1))}`;
}

/** Grade with what it rests on; never a bare percentage. `unit` names what is counted. */
export function standing(artifact: PlannedArtifact, unit = ''): string {
  if (artifact.grade === null) return 'Not graded';
  const { waivers, assessed } = artifact;
  const help = waivers === 0 ? '' : ` with ${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;
  const own = assessed === 0 ? '' : ` (${assessed} self-assessed)`;
  return `${GRADE_WORDS[artifact.grade]}${help}, ${artifact.met} of ${artifact.judged}${unit}${own}`;
}

function artifactHtml(
  artifact: PlannedArtifact,
  bodies: Bodies,
  tight: ReadonlySet<string>,
  isLast: boolean,
): Html {
  const look = `${tight.has(artifact.id) ? ' tight' : ''}${isLast ? ' last' : ''}`;
  const grade = standing(artifact, ' criteria');
  return html`<article class="artifact format-${artifact.format}${look}">
<header class="artifact-head"><p class="artifact-kind">${artifact.kindTitle}<span class="artifact-standing">${grade}</span></p>
<h1 id="${artifact.id}">${keepWords(artifact.title, false)}</h1><p class="artifact-path">${artifact.path}</p></header>
${bodies.get(artifact.id) ?? NOTHING}
<div class="end" id="${endId(artifact.id)}"></div></article>`;
}

/**
 * Chromium writes a named destination only for ids that a link of the document points at. Headings that the contents list leaves out get a link
 * without size, so that bookmarks can be measured for all of them.
 */
function anchorsInUse(plan: PortfolioPlan, bodies: Bodies): Html {
  const ids = plan.parts.flatMap((part) =>
    part.artifacts.flatMap((a) => [...a.headings.map((h) => h.anchor), endId(a.id)]),
  );
  const figures = [...bodies.values()].flatMap(({ markup }) =>
    [...markup.matchAll(/<figure id="(figure-\d+)"/g)].map((match) => match[1] ?? ''),
  );
  return html`<div class="anchors" aria-hidden="true">${[...ids, ...figures].map((id) => html`<a href="#${id}"></a>`)}</div>`;
}

/** The running heads as a document of their own, one page for each page of the book, laid over it after printing. */
export function headsHtml(heads: readonly RunningHead[], paper: Paper): string {
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Running heads</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/heads.css">
<style>@page { size: ${paper}; margin: 0; }</style></head>
<body>${heads.map(
    (head) =>
      html`<div class="sheet"><p class="head"><span>${head.left}</span><span>${head.right}</span></p><p class="foot">${head.foot}</p></div>`,
  )}</body></html>`;
  return document.markup;
}

export interface RunningHead {
  readonly left: string;
  readonly right: string;
  readonly foot: string;
}

/** The number printed on a page, from its place in the file: the cover is not counted. Empty for what has not been measured. */
export function folio(page: number | undefined): string {
  return page === undefined || page < 2 ? '' : String(page - 1);
}
