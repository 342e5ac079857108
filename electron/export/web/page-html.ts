import {
  listedClaims,
  type PlannedArtifact,
  type PlannedPart,
  type PortfolioPlan,
  partHeading,
} from '../../../shared/portfolio/plan';
import { type Bodies, standing } from '../book';
import { CLAIMS_TITLE, claimsHtml } from '../claims-html';
import { Html, html, NOTHING } from '../html';

/** Nothing runs and nothing is fetched, whatever a text might have smuggled in. Style has to be allowed in the file itself: drawings carry theirs. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** What sits in the margin of the page: headings of artifacts down to this level. */
const LISTED_LEVEL = 2;

/** The portfolio as one page for the screen: the bodies of the book without what only paper needs, contents beside it, style and fonts inside. */
export function pageHtml(plan: PortfolioPlan, bodies: Bodies, style: string): string {
  const by = plan.candidate === '' ? NOTHING : html`<meta name="author" content="${plan.candidate}">`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Staffwright">
<meta name="description" content="${plan.subtitle}">${by}
<title>${plan.candidate === '' ? plan.title : `${plan.title} · ${plan.candidate}`}</title>
<style>
${new Html(style.replace(/<\//g, '<\\/'))}
</style></head>
<body>
<a class="skip" href="#text">To the text</a>
${cover(plan)}
<div class="frame">
${contents(plan)}
<main id="text">
${plan.parts.map((part) => partHtml(plan, part, bodies))}
</main></div>
</body></html>
`.markup;
}

function cover(plan: PortfolioPlan): Html {
  const facts = [
    ...plan.facts,
    ...(plan.date === '' ? [] : [{ term: 'State of the packet', text: plan.date }]),
    { term: 'Artifacts', text: String(plan.parts.reduce((sum, part) => sum + part.artifacts.length, 0)) },
  ];
  return html`<header class="cover">${plan.title === plan.sort ? NOTHING : html`<p class="sort">${plan.sort}</p>`}
<h1>${plan.title}</h1><p class="subtitle">${plan.subtitle}</p>
<dl>${facts.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl></header>`;
}

function partHtml(plan: PortfolioPlan, part: PlannedPart, bodies: Bodies): Html {
  const isMemo = part.kind === 'memo';
  const claims = isMemo ? listedClaims(plan) : null;
  const articles = part.artifacts.map((artifact, i) =>
    article(artifact, bodies.get(artifact.id) ?? NOTHING, {
      graded: plan.grades && !isMemo && artifact.as === undefined,
      opens: isMemo && i === 0 ? part.id : null,
    }),
  );
  if (isMemo)
    return html`<section class="part" aria-label="${part.title}">${articles}${claims ? forScreen(claimsHtml(claims, new Map(), bodies.get(claims.id) ?? NOTHING)) : NOTHING}</section>`;
  const number = part.kind === 'part' ? html`<p class="part-number">Part ${part.part}</p>` : NOTHING;
  const deliverable =
    part.deliverable === part.title || part.deliverable === ''
      ? NOTHING
      : html`<p class="deliverable">${part.deliverable}</p>`;
  return html`<section class="part" aria-labelledby="${part.id}">
<header class="part-head">${number}<h1 id="${part.id}">${part.title}</h1>${deliverable}</header>
${articles}
</section>`;
}

function contents(plan: PortfolioPlan): Html {
  const claims = listedClaims(plan);
  return html`<nav id="contents" aria-labelledby="contents-title"><h2 id="contents-title">Contents</h2>
<ol class="parts">${plan.parts.map(
    (part) => html`<li><a class="part-link" href="#${part.id}">${partHeading(part)}</a>
<ol>${part.artifacts.map(entry)}${part.kind === 'memo' && claims ? html`<li><a href="#${claims.id}">${CLAIMS_TITLE}</a></li>` : NOTHING}</ol></li>`,
  )}</ol></nav>`;
}

function entry(artifact: PlannedArtifact): Html {
  const link = html`<a href="#${artifact.id}">${artifact.title}</a>`;
  const headings = artifact.headings.filter(({ level }) => level <= LISTED_LEVEL);
  if (headings.length === 0) return html`<li>${link}</li>`;
  return html`<li>${link}<details><summary>${headings.length} ${headings.length === 1 ? 'section' : 'sections'}<span class="unseen"> of ${artifact.title}</span></summary><ol>${headings.map(
    (heading) => html`<li><a href="#${heading.anchor}">${heading.text}</a></li>`,
  )}</ol></details></li>`;
}

/** How one artifact is shown; `opens` is the id of a part that starts with it. */
interface ArticleLook {
  readonly graded: boolean;
  readonly opens: string | null;
}

function article(artifact: PlannedArtifact, body: Html, { graded, opens }: ArticleLook): Html {
  const grade = graded ? html`<span>${standing(artifact, ' criteria')}</span>` : NOTHING;
  const id = opens === null ? NOTHING : html` id="${opens}"`;
  return html`<article class="artifact format-${artifact.format}" aria-labelledby="${artifact.id}">
<header class="artifact-head"><p class="kind"${id}>${artifact.kindTitle}${grade}</p>
<h1 id="${artifact.id}">${artifact.title}</h1><p class="path">${artifact.path}</p></header>
${forScreen(body)}
<p class="back"><a href="#contents">Contents</a></p></article>`;
}

/** What a body holds for paper only: page references, numbers of addresses, measured places, and the breaks of long lines of code. */
const FOR_PAPER = [
  /<span class="page-ref(?: back| note)?" data-to="[^"]*"(?: data-from="[^"]*")?><\/span>/g,
  /<span class="measured" id="[^"]*"><\/span>/g,
  /<a class="address-mark"[^>]*>\[\d+\]<\/a>/g,
  /\n<svg class="wrap-mark"[^>]*><path[^>]*><\/path><\/svg>/g,
];

/** The body of an artifact as the screen shows it: wide tables scroll within themselves. */
export function forScreen(body: Html): Html {
  let markup = body.markup;
  for (const pattern of FOR_PAPER) markup = markup.replace(pattern, '');
  return new Html(
    markup
      .replace(/<table\b/g, '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table')
      .replace(/<\/table>/g, '</table></div>')
      .replace(/<pre>/g, '<pre tabindex="0">'),
  );
}
