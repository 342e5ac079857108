import {
  listedClaims,
  type PlannedArtifact,
  type PlannedPart,
  type PortfolioPlan,
} from '../../shared/portfolio/plan';
import { ADDRESSES_ID, mentionId } from './addresses';
import { claimsHtml } from './claims-html';
import { addressesHtml, contentsHtml, type Lists } from './contents';
import { CLOSER, CONTENTS_ID, endId, type Settings } from './ends';
import { Html, html, NOTHING } from './html';
import { keepWords } from './keep-words';
import { MARGINS, type Paper, TEXT_HEIGHT } from './paper';

/** The body of each artifact by its id, and the caption of the list of claims by its, ready to be put into the book. */
export type Bodies = ReadonlyMap<string, Html>;

/** Page numbers by destination id, as they were measured in an earlier print; empty for the first one. */
export type PageNumbers = ReadonlyMap<string, number>;

export const GRADE_WORDS: Readonly<Record<string, string>> = {
  'staff-ready': 'Staff-ready',
  'senior-grade': 'Senior-grade',
  draft: 'Draft',
};

/** How a book is printed this time: what was measured before, and how its artifacts are set. */
export interface BookSettings {
  readonly pages: PageNumbers;
  readonly lists: Lists;
  readonly closer: Settings;
}

/** A piece of the book that begins on a page of its own, and so is laid out by itself whatever stands before it. */
export interface Section {
  /** The place that is on its first page; empty for the cover, which is the first page itself. */
  readonly id: string;
  readonly html: Html;
  /** The same without page numbers where those stand in boxes of a fixed width: what decides how it is laid out. */
  readonly layout: Html;
  /** Whether what follows it begins a page without more being said. */
  readonly breaks: boolean;
}

const NO_NUMBERS: PageNumbers = new Map();

/** Everything the book consists of, in its order. */
export function bookSections(plan: PortfolioPlan, bodies: Bodies, settings: BookSettings): Section[] {
  const { pages, lists, closer } = settings;
  const numbered = (id: string, make: (pages: PageNumbers) => Html, breaks = true): Section => ({
    id,
    html: make(pages),
    layout: make(NO_NUMBERS),
    breaks,
  });
  const plain = (id: string, html: Html, breaks = true): Section => ({ id, html, layout: html, breaks });
  const hasEnd = lists.addresses.length > 0;
  return [
    plain('', cover(plan)),
    numbered(CONTENTS_ID, (numbers) => contentsHtml(plan, lists, numbers, closer.get(CONTENTS_ID))),
    ...plan.parts.flatMap((part, i) =>
      partSections(plan, part, bodies, closer, !hasEnd && i === plan.parts.length - 1).map(
        ({ id, make, breaks = true }) =>
          make instanceof Html ? plain(id, make, breaks) : numbered(id, make, breaks),
      ),
    ),
    ...(hasEnd ? [numbered(ADDRESSES_ID, (numbers) => addressesHtml(lists.addresses, numbers), false)] : []),
  ];
}

/** The whole book as one document; numbers in its lists stand in boxes of a fixed width, so that filling them in moves nothing. */
export function bookHtml(
  plan: PortfolioPlan,
  sections: readonly Section[],
  anchors: readonly string[],
  paper: Paper,
): string {
  return documentOf(
    plan.title,
    paper,
    html`${anchorLinks(anchors)}${sections.map((section) => section.html)}`,
  );
}

/** The place on the page behind the last section of an {@link excerptHtml}. */
export const STOP_ID = 'stop';

/** Some sections of the book by themselves, to measure them. */
export function excerptHtml(
  plan: PortfolioPlan,
  sections: readonly Section[],
  anchors: ReadonlySet<string>,
  paper: Paper,
): string {
  return partHtml(
    plan,
    sections.map(({ layout }) => layout),
    sections.at(-1)?.breaks === false,
    anchors,
    paper,
  );
}

/**
 * Sections of a book too long for one print, to be joined with the others. What they point at elsewhere is named on the page behind them, since
 * Chromium writes no link to a place that a document lacks.
 */
export function pieceHtml(
  plan: PortfolioPlan,
  sections: readonly Section[],
  anchors: ReadonlySet<string>,
  paper: Paper,
): string {
  const markup = sections.map((section) => section.html.markup).join('\n');
  const own = new Set([...markup.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
  const linked = new Set([...markup.matchAll(/ href="#([^"]+)"/g)].map(([, id = '']) => id));
  const elsewhere = [...linked].filter((id) => !own.has(id));
  return partHtml(
    plan,
    sections.map((section) => section.html),
    sections.at(-1)?.breaks === false,
    anchors,
    paper,
    elsewhere,
  );
}

function partHtml(
  plan: PortfolioPlan,
  parts: readonly Html[],
  turns: boolean,
  anchors: ReadonlySet<string>,
  paper: Paper,
  elsewhere: readonly string[] = [],
): string {
  const markup = parts.map((part) => part.markup).join('\n');
  const own = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id).filter((id) => anchors.has(id));
  const last = turns ? html`<div class="turn"></div>` : NOTHING;
  return documentOf(
    plan.title,
    paper,
    html`${anchorLinks([...own, STOP_ID])}${new Html(markup)}${last}<p id="${STOP_ID}">–</p>${elsewhere.map((id) => html`<p id="${id}"></p>`)}`,
  );
}

function documentOf(title: string, paper: Paper, body: Html): string {
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/book.css">
<style>@page { size: ${paper}; margin: ${MARGINS[paper]}; } :root { --text-height: ${TEXT_HEIGHT[paper]}; }</style></head>
<body>
${body}
</body></html>`;
  return document.markup;
}

/**
 * Chromium writes a named destination only for ids that a link of the document points at. What the lists leave out gets a link without size, so
 * that all of it can be measured.
 */
export function anchorsInUse(plan: PortfolioPlan, bodies: Bodies, lists: Lists): string[] {
  const ids = plan.parts.flatMap((part) =>
    part.artifacts.flatMap((a) => [...a.headings.map((h) => h.anchor), endId(a.id)]),
  );
  const named = [...lists.figures, ...lists.tables].map(({ id }) => id);
  const mentions = lists.addresses.map(({ number }) => mentionId(number));
  const marks = [...bodies.values()].flatMap(({ markup }) =>
    [...markup.matchAll(/ id="((?:figure|table)-\d+-(?:before|next-\d+(?:-end)?))"/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  return [CONTENTS_ID, endId(CONTENTS_ID), ...ids, ...named, ...mentions, ...marks];
}

function anchorLinks(ids: readonly string[]): Html {
  return html`<div class="anchors" aria-hidden="true">${ids.map((id) => html`<a href="#${id}"></a>`)}</div>`;
}

function cover(plan: PortfolioPlan): Html {
  return html`<section class="cover">
${plan.title === plan.sort ? NOTHING : html`<p class="cover-kind">${plan.sort}</p>`}
<h1>${plan.title}</h1>
<p class="cover-subtitle">${plan.subtitle}</p>
<dl class="cover-facts">
${plan.facts.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}
${plan.date ? html`<div><dt>State of the packet</dt><dd>${plan.date}</dd></div>` : NOTHING}
${plan.parts
  .filter(({ kind }) => kind !== 'memo')
  .map((p) =>
    p.kind === 'part'
      ? html`<div><dt>Part ${p.part}</dt><dd>${p.title}, ${count(p.artifacts.length)}</dd></div>`
      : html`<div><dt>${p.title}</dt><dd>${count(p.artifacts.length)}</dd></div>`,
  )}
</dl></section>`;
}

function count(artifacts: number): string {
  return artifacts === 1 ? '1 artifact' : `${artifacts} artifacts`;
}

interface PartSection {
  readonly id: string;
  /** Made of page numbers where it holds some. */
  readonly make: Html | ((pages: PageNumbers) => Html);
  readonly breaks?: boolean;
}

function partSections(
  plan: PortfolioPlan,
  part: PlannedPart,
  bodies: Bodies,
  closer: Settings,
  isLast: boolean,
): PartSection[] {
  const claims = part.kind === 'memo' ? listedClaims(plan) : null;
  const artifacts = part.artifacts.map((artifact, i): PartSection => {
    const ends = isLast && claims === null && i === part.artifacts.length - 1;
    const made = artifactHtml(artifact, bodies, {
      closer,
      isLast: ends,
      graded: plan.grades && part.kind !== 'memo',
      // The memo opens its part itself.
      opens: part.kind === 'memo' && i === 0 ? part.id : null,
    });
    return { id: artifact.id, make: made, breaks: !ends };
  });
  if (part.kind !== 'memo') return [{ id: part.id, make: opener(part, plan.grades) }, ...artifacts];
  if (!claims) return artifacts;
  const caption = bodies.get(claims.id) ?? NOTHING;
  return [...artifacts, { id: claims.id, make: (pages) => claimsHtml(claims, pages, caption) }];
}

function opener(part: PlannedPart, graded: boolean): Html {
  return html`<section class="part-opener" id="${part.id}">
${part.kind === 'part' ? html`<p class="part-number">Part ${part.part}</p>` : NOTHING}<h1>${part.title}</h1>
${part.deliverable === part.title || part.deliverable === '' ? NOTHING : html`<p class="part-deliverable">${part.deliverable}</p>`}
<table class="part-list"><thead><tr><th scope="col">Artifact</th><th scope="col">Kind</th>${graded ? html`<th scope="col">Standing</th>` : NOTHING}</tr></thead><tbody>
${part.artifacts.map(
  (a) =>
    html`<tr><td><a href="#${a.id}">${keepWords(a.title, false)}</a></td><td>${a.kindTitle}</td>${graded ? html`<td class="keep${a.grade === null ? ' tone-quiet' : ''}">${a.as === 'source' ? '' : standing(a)}</td>` : NOTHING}</tr>`,
)}</tbody></table></section>`;
}

/** Grade with what it rests on; never a bare percentage. `unit` names what is counted. */
export function standing(artifact: PlannedArtifact, unit = ''): string {
  if (artifact.grade === null) return 'Not graded';
  const { waivers, assessed } = artifact;
  const help = waivers === 0 ? '' : ` with ${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;
  const own = assessed === 0 ? '' : ` (${assessed} self-assessed)`;
  return `${GRADE_WORDS[artifact.grade]}${help}, ${artifact.met} of ${artifact.judged}${unit}${own}`;
}

/** How one artifact is set; `opens` is the id of a part that starts with it. */
interface ArtifactLook {
  readonly closer: Settings;
  readonly isLast: boolean;
  readonly graded: boolean;
  readonly opens: string | null;
}

function artifactHtml(artifact: PlannedArtifact, bodies: Bodies, settings: ArtifactLook): Html {
  const look = `${CLOSER[settings.closer.get(artifact.id) ?? 0]}${settings.isLast ? ' last' : ''}`;
  const graded = settings.graded && artifact.as === undefined;
  const grade = graded
    ? html`<span class="artifact-standing">${standing(artifact, ' criteria')}</span>`
    : NOTHING;
  const id = settings.opens === null ? NOTHING : html` id="${settings.opens}"`;
  return html`<article class="artifact format-${artifact.format}${look}">
<header class="artifact-head"><p class="artifact-kind"${id}>${artifact.kindTitle}${grade}</p>
<h1 id="${artifact.id}">${keepWords(artifact.title, false)}</h1><p class="artifact-path">${artifact.path}</p></header>
${bodies.get(artifact.id) ?? NOTHING}
<div class="end" id="${endId(artifact.id)}"></div></article>`;
}
