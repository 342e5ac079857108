import {
  listedClaims,
  type PlannedArtifact,
  type PlannedPart,
  type PortfolioPlan,
} from '../../shared/portfolio/plan';
import { mentionId } from './addresses';
import { claimsHtml } from './claims-html';
import { addressesHtml, contentsHtml, type Lists } from './contents';
import { CLOSER, CONTENTS_ID, endId, type Settings } from './ends';
import { type Html, html, NOTHING } from './html';
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
  readonly paper: Paper;
  readonly lists: Lists;
  readonly closer: Settings;
}

/**
 * The whole book as one document. It is printed once with empty page numbers and again with the measured ones; numbers in the lists stand in boxes
 * of a fixed width, so that filling them in moves nothing.
 */
export function bookHtml(plan: PortfolioPlan, bodies: Bodies, settings: BookSettings): string {
  const { pages, paper, lists } = settings;
  const end = addressesHtml(lists.addresses, pages);
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${plan.title}</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/book.css">
<style>@page { size: ${paper}; margin: ${MARGINS[paper]}; } :root { --text-height: ${TEXT_HEIGHT[paper]}; }</style></head>
<body>
${cover(plan)}
${contentsHtml(plan, lists, pages, anchorsInUse(plan, bodies, lists), settings.closer.get(CONTENTS_ID))}
${plan.parts.map((part, i) => partHtml(plan, part, bodies, settings, end === NOTHING && i === plan.parts.length - 1))}
${end}
</body></html>`;
  return document.markup;
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

function partHtml(
  plan: PortfolioPlan,
  part: PlannedPart,
  bodies: Bodies,
  settings: BookSettings,
  isLast: boolean,
): Html {
  const claims = part.kind === 'memo' ? listedClaims(plan) : null;
  const artifacts = part.artifacts.map((artifact, i) =>
    artifactHtml(artifact, bodies, {
      closer: settings.closer,
      isLast: isLast && claims === null && i === part.artifacts.length - 1,
      graded: plan.grades && part.kind !== 'memo',
      // The memo opens its part itself.
      opens: part.kind === 'memo' && i === 0 ? part.id : null,
    }),
  );
  if (part.kind === 'memo')
    return html`${artifacts}${claims ? claimsHtml(claims, settings.pages, bodies.get(claims.id) ?? NOTHING) : NOTHING}`;
  return html`${opener(part, plan.grades)}
${artifacts}`;
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

/**
 * Chromium writes a named destination only for ids that a link of the document points at. What the contents list leaves out gets a link without
 * size, so that all of it can be measured.
 */
function anchorsInUse(plan: PortfolioPlan, bodies: Bodies, lists: Lists): Html {
  const ids = plan.parts.flatMap((part) =>
    part.artifacts.flatMap((a) => [...a.headings.map((h) => h.anchor), endId(a.id)]),
  );
  const named = [...lists.figures, ...lists.tables].map(({ id }) => id);
  const mentions = lists.addresses.map(({ number }) => mentionId(number));
  const marks = [...bodies.values()].flatMap(({ markup }) =>
    [...markup.matchAll(/ id="(figure-\d+-(?:before|next-\d+(?:-end)?))"/g)].map((match) => match[1] ?? ''),
  );
  return html`<div class="anchors" aria-hidden="true">${[CONTENTS_ID, endId(CONTENTS_ID), ...ids, ...named, ...mentions, ...marks].map((id) => html`<a href="#${id}"></a>`)}</div>`;
}
