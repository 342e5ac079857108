import { Html, html, NOTHING } from '../html';
import { keepWords } from '../keep-words';
import type { Paper } from '../paper';
import type { Deck, SlideText } from './deck';
import { notesBody, slideBody } from './slide-body';

/** How close a slide is set; the last is the smallest type that is still read from the back row. */
export const SLIDE_SIZES = ['roomy', 'close', 'closest'] as const;
export type SlideSize = (typeof SLIDE_SIZES)[number];

export function slideEnd(id: string): string {
  return `${id}-end`;
}

const sheet = (title: string, style: string, page: string, body: readonly Html[], look = ''): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/${style}">
<style>@page { ${new Html(page)} }</style></head>
<body class="${look}">${body}</body></html>`.markup;

const SLIDE_PAGE = 'size: 13.333in 7.5in;';

/** All slides, one a page. What does not fit runs on to a further page, where it is found by its measured end. */
export function slidesHtml(
  decks: readonly Deck[],
  figures: readonly Html[],
  sizes: ReadonlyMap<string, SlideSize>,
): string {
  const slides = decks.flatMap((deck) => deck.slides.map((slide) => ({ deck, slide })));
  const parts = slides.map(({ deck, slide }, index) => {
    const size = sizes.get(slide.id) ?? SLIDE_SIZES[0];
    const last = index === slides.length - 1 ? ' last' : '';
    return html`<section class="slide ${size}${last}"><p class="deck">${eyebrow(deck, slide)}</p>
<h1 id="${slide.id}">${keepWords(slide.headline, false)}</h1>
<div class="body">${slideBody(slide.content, figures)}</div><div class="end" id="${slideEnd(slide.id)}"></div></section>`;
  });
  const ids = slides.flatMap(({ slide }) => [slide.id, slideEnd(slide.id)]);
  return sheet(decks[0]?.title ?? 'Briefing', 'slides.css', `${SLIDE_PAGE} margin: 0.42in 0.72in 0.68in;`, [
    ...parts,
    targets(ids),
  ]);
}

function eyebrow(deck: Deck, slide: SlideText): string {
  return slide.number === 1 && deck.audience !== '' ? `${deck.title} · For ${deck.audience}` : deck.title;
}

/** Chromium writes a place into the file only where a link leads to it. */
function targets(ids: readonly string[]): Html {
  return html`<div class="anchors" aria-hidden="true">${ids.map((id) => html`<a href="#${id}"></a>`)}</div>`;
}

/** What stands below each page: where the claims of a slide come from, and which page it is. */
export interface Foot {
  readonly source: string;
  readonly folio: string;
}

/** The feet of slides, or of the handout on its paper; laid over the printed pages. */
export function feetHtml(feet: readonly Foot[], paper: Paper | null): string {
  const page = paper === null ? SLIDE_PAGE : `size: ${paper};`;
  const sheets = feet.map(
    (foot) =>
      html`<div class="sheet"><p class="foot"><span>${foot.source}</span><span>${foot.folio}</span></p></div>`,
  );
  return sheet('Feet', 'slide-feet.css', `${page} margin: 0;`, sheets, paper === null ? '' : 'notes');
}

/** Titles of sources up to this length stand in a foot; it says how many more there are. */
const SOURCE_LENGTH = 150;

/** Where the claims of a slide come from: what it links to, else the summary itself. */
export function sourceLine(deck: Deck, slide: SlideText): string {
  const [first = deck.title, ...others] = slide.sources;
  let line = first;
  const left = others.filter((title) => {
    const fits = line.length + title.length <= SOURCE_LENGTH;
    if (fits) line += ` · ${title}`;
    return !fits;
  });
  const more = left.length === 0 ? '' : `, and ${left.length} more`;
  return `Source: ${line}${more}${deck.date === '' ? '' : ` (${deck.date})`}`;
}

export function pictureId(slide: string, page: number): string {
  return `${slide}-picture-${page}`;
}

/** The handout: each slide with room for its picture, which is laid in afterwards, and what is said to it. */
export function notesHtml(
  decks: readonly Deck[],
  figures: readonly Html[],
  pages: ReadonlyMap<string, number>,
  paper: Paper,
): string {
  const slides = decks.flatMap((deck) => deck.slides.map((slide) => ({ deck, slide })));
  const parts = slides.map(({ deck, slide }, index) => {
    const last = index === slides.length - 1 ? ' last' : '';
    const pictures = Array.from(
      { length: pages.get(slide.id) ?? 1 },
      (_, i) => html`<div class="picture" id="${pictureId(slide.id, i + 1)}"></div>`,
    );
    const notes = slide.notes.length === 0 ? NOTHING : notesBody(slide.notes, figures);
    return html`<section class="notes${last}"><p class="deck">Slide ${slide.number} of ${deck.slides.length}</p>
${pictures}<h1 id="${slide.id}">Notes</h1>
<div class="words">${notes === NOTHING ? html`<p class="none">No notes for this slide.</p>` : notes}</div></section>`;
  });
  const ids = slides.flatMap(({ slide }) => [
    slide.id,
    ...Array.from({ length: pages.get(slide.id) ?? 1 }, (_, i) => pictureId(slide.id, i + 1)),
  ]);
  return sheet('Notes', 'notes.css', `size: ${paper}; margin: 18mm 20mm 20mm;`, [...parts, targets(ids)]);
}
