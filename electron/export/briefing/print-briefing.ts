import type { PreflightLine } from '../../../shared/ipc/payloads';
import type { PortfolioPlan } from '../../../shared/portfolio/plan';
import type { Collected } from '../collect';
import type { Drawing } from '../figures';
import type { Html } from '../html';
import { openPrinter } from '../open-printer';
import type { Paper } from '../paper';
import { destinationPages, type MeasuredPlaces } from '../pdf-file';
import type { Printer } from '../print';
import { finishNotes, finishSlides, type PicturePlace, slideMarks } from './briefing-pdf';
import { type Deck, readDecks, type SlideText } from './deck';
import { slideFigure } from './slide-figure';
import {
  feetHtml,
  notesHtml,
  pictureId,
  SLIDE_SIZES,
  type SlideSize,
  slideEnd,
  slidesHtml,
  sourceLine,
} from './slides-html';

export interface BriefingJob {
  readonly plan: PortfolioPlan;
  readonly collected: Pick<Collected, 'source' | 'image'>;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly paper: Paper;
  readonly proceed: () => void;
}

/** The slides and their handout, with what did not fit. */
export interface PrintedBriefing {
  readonly decks: readonly Deck[];
  readonly slides: Uint8Array;
  readonly slidePages: number;
  readonly notes: Uint8Array;
  readonly notesPages: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly overflows: readonly PreflightLine[];
}

/** Prints every executive summary of the plan as slides and as a handout; null when there is none. */
export async function printBriefing(job: BriefingJob): Promise<PrintedBriefing | null> {
  const { decks, figures } = await readDecks({
    plan: job.plan,
    source: job.collected.source,
    image: job.collected.image,
    figure: (mermaid, title) => slideFigure(job.drawings.get(mermaid), title),
  });
  const [deck] = decks;
  if (!deck) return null;
  const printer = await openPrinter(['slides.css', 'slide-feet.css', 'notes.css']);
  try {
    const fitted = await fitSlides(printer, decks, figures, job.proceed);
    const facts = {
      title: deck.title,
      author: job.plan.candidate || deck.owner,
      subject: deck.audience === '' ? job.plan.subtitle : `For ${deck.audience}`,
    };
    const feet = await printer.print(feetHtml(feetOf(decks, fitted.measured), null), { tags: false });
    const numbers = fitted.measured.pages;
    const bookmarks = slideMarks(decks, numbers);
    const slides = await finishSlides(fitted.pdf, feet, { ...facts, bookmarks });
    job.proceed();
    const notes = await printNotes(
      printer,
      { decks, figures, slides, measured: fitted.measured },
      job.paper,
      facts,
    );
    return {
      decks,
      slides,
      slidePages: fitted.measured.count,
      notes: notes.pdf,
      notesPages: notes.pages,
      numbers,
      overflows: overflows(decks, fitted.measured),
    };
  } finally {
    printer.dispose();
  }
}

interface Fitted {
  readonly pdf: Uint8Array;
  readonly measured: MeasuredPlaces;
}

/** Prints until each slide is one page, setting those that run over smaller; what is too long even so stays on two pages. */
async function fitSlides(
  printer: Printer,
  decks: readonly Deck[],
  figures: readonly Html[],
  proceed: () => void,
): Promise<Fitted> {
  const sizes = new Map<string, SlideSize>();
  for (;;) {
    proceed();
    const pdf = await printer.print(slidesHtml(decks, figures, sizes));
    const measured = await destinationPages(pdf);
    if (slidesOf(decks).some(({ id }) => !measured.pages.has(id) || !measured.pages.has(slideEnd(id))))
      throw new Error('The printed briefing lacks a slide');
    if (!setSmaller(decks, measured, sizes)) return { pdf, measured };
  }
}

/**
 * Sets slides that run over smaller by a step; false when there is nothing left to do. The slides of a deck look alike: the first step is for all
 * of them, and only one that is far too long stands out.
 */
function setSmaller(
  decks: readonly Deck[],
  measured: MeasuredPlaces,
  sizes: Map<string, SlideSize>,
): boolean {
  const before = new Map(sizes);
  for (const { slides } of decks) {
    for (const { id } of slides) {
      const smaller = SLIDE_SIZES[SLIDE_SIZES.indexOf(before.get(id) ?? SLIDE_SIZES[0]) + 1];
      if (pagesOf(id, measured) === 1 || smaller === undefined) continue;
      if (smaller === SLIDE_SIZES.at(-1)) sizes.set(id, smaller);
      else for (const each of slides) sizes.set(each.id, smaller);
    }
  }
  return [...sizes].some(([id, size]) => before.get(id) !== size);
}

/** How many pages a slide takes. Two are one too many. */
function pagesOf(id: string, { pages }: MeasuredPlaces): number {
  return (pages.get(slideEnd(id)) ?? 0) - (pages.get(id) ?? 0) + 1;
}

function slidesOf(decks: readonly Deck[]): SlideText[] {
  return decks.flatMap(({ slides }) => slides);
}

function feetOf(decks: readonly Deck[], measured: MeasuredPlaces) {
  return decks.flatMap((deck) =>
    deck.slides.flatMap((slide) => {
      const count = pagesOf(slide.id, measured);
      return Array.from({ length: count }, (_, i) => ({
        source: sourceLine(deck, slide),
        folio: `${slide.number} of ${deck.slides.length}${i === 0 ? '' : ', continued'}`,
      }));
    }),
  );
}

function overflows(decks: readonly Deck[], measured: MeasuredPlaces): PreflightLine[] {
  return decks.flatMap(({ path, slides }) =>
    slides.flatMap((slide): PreflightLine[] => {
      const count = pagesOf(slide.id, measured);
      if (count === 1) return [];
      const message = `Slide ${slide.number} does not fit one page even in the smallest type: it takes ${count}. Say less on it, or move some of it to the notes.`;
      return [{ level: 'warning', message, path, line: slide.line }];
    }),
  );
}

async function printNotes(
  printer: Printer,
  { decks, figures, slides, measured }: Fittings,
  paper: Paper,
  facts: { readonly title: string; readonly author: string; readonly subject: string },
): Promise<{ pdf: Uint8Array; pages: number }> {
  const counts = new Map(slidesOf(decks).map(({ id }) => [id, pagesOf(id, measured)]));
  const printed = await printer.print(notesHtml(decks, figures, counts, paper));
  const { pages, drops, count } = await destinationPages(printed);
  const places = slidesOf(decks).flatMap(({ id }) =>
    Array.from({ length: counts.get(id) ?? 1 }, (_, i): PicturePlace => {
      const [page, drop] = [pages.get(pictureId(id, i + 1)), drops.get(pictureId(id, i + 1))];
      if (page === undefined || drop === undefined)
        throw new Error(`The handout lacks the place of slide ${id}`);
      return { slidePage: (measured.pages.get(id) ?? 1) + i, page, drop };
    }),
  );
  const bookmarks = slideMarks(decks, pages);
  const title = `${facts.title}: notes`;
  const lines = Array.from({ length: count }, (_, i) => ({ source: title, folio: `${i + 1} of ${count}` }));
  const feet = await printer.print(feetHtml(lines, paper), { tags: false });
  const pdf = await finishNotes(printed, feet, slides, places, { ...facts, title, bookmarks });
  return { pdf, pages: count };
}

interface Fittings {
  readonly decks: readonly Deck[];
  readonly figures: readonly Html[];
  /** The finished slides, whose pages are the pictures. */
  readonly slides: Uint8Array;
  readonly measured: MeasuredPlaces;
}
