import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { type Bodies, bookHtml, type PageNumbers } from './book';
import { bookmarksOf, destinationIds } from './bookmarks';
import type { Lists } from './contents';
import { closerEnds, type Settings } from './ends';
import { applyFloats, type Floats, NO_FLOATS, planFloats } from './floats';
import { drawnCharacters } from './glyphs';
import { headsHtml, runningHeads } from './heads';
import { openPdf } from './open-pdf';
import { fillPageRefs } from './page-refs';
import type { Paper } from './paper';
import { type Bookmark, destinationPages, finishPdf } from './pdf-file';
import type { Printer } from './print';

/** A finished book with what was measured on the way. */
export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly numbers: PageNumbers;
  readonly bookmarks: readonly Bookmark[];
  /** Every character that a font of it has a letter for. */
  readonly drawn: ReadonlySet<string>;
}

/** Numbers that still move after this many prints are a bug of the layout; a wrong contents list is never handed out. */
const MOST_PRINTS = 8;
/** From this print on page references in the text have a fixed width, so that filling them in cannot move what they point at. */
const FIXED_FROM = 4;
/** Figures float by the first two prints: the second finds those that the changes after the first left alone on a page. */
const FLOATED_UNTIL = 2;
/** After so many prints the setting stays as it is. */
const SETTLED_FROM = 3;

/** To measure, to fill in, and once more where a closer setting moved pages; then the running heads. */
const USUAL_PRINTS = 3;

export interface PrintSteps {
  readonly proceed: () => void;
  readonly onPrint: (done: number, total: number) => void;
  /** The artifact whose first page counts as page 1; the page after the cover when left out. */
  readonly countFrom?: string;
}

/** Prints until the page numbers in the contents list are the measured ones, then lays heads over the pages and adds bookmarks. */
export async function printBook(
  printer: Printer,
  plan: PortfolioPlan,
  bodies: Bodies,
  lists: Lists,
  paper: Paper,
  steps: PrintSteps,
): Promise<PrintedBook> {
  let numbers: PageNumbers = new Map();
  let closer: Settings = new Map();
  let floats: Floats = NO_FLOATS;
  for (let attempt = 0; attempt < MOST_PRINTS; attempt++) {
    steps.proceed();
    steps.onPrint(Math.min(attempt, USUAL_PRINTS - 1), USUAL_PRINTS + 1);
    const set = new Map(
      [...bodies].map(([id, body]) => [
        id,
        fillPageRefs(
          applyFloats(body, floats),
          numbers,
          attempt >= FIXED_FROM,
          steps.countFrom !== undefined,
        ),
      ]),
    );
    const printed = await printer.print(bookHtml(plan, set, { pages: numbers, paper, lists, closer }));
    steps.proceed();
    const document = await openPdf(printed);
    const measured = await destinationPages(document);
    const missing = destinationIds(plan).filter((id) => !measured.pages.has(id));
    if (missing.length > 0)
      throw new Error(`The printed book lacks ${missing.length} places, the first is ${missing[0]}`);
    if (!same(numbers, measured.pages)) {
      numbers = measured.pages;
      if (attempt < FLOATED_UNTIL) floats = planFloats(set, measured, paper, floats);
      if (attempt < SETTLED_FROM) closer = closerEnds(plan, measured, paper, closer);
      continue;
    }
    steps.onPrint(USUAL_PRINTS, USUAL_PRINTS + 1);
    const first = steps.countFrom === undefined ? undefined : numbers.get(steps.countFrom);
    const running = runningHeads(plan, numbers, measured.count, first);
    const heads = await printer.print(headsHtml(running, paper), { tags: false });
    steps.proceed();
    const bookmarks = bookmarksOf(plan, numbers);
    const drawn = await drawnCharacters(document);
    const pdf = await finishPdf(document, heads, {
      title: plan.title,
      author: plan.candidate,
      subject: plan.subtitle,
      bookmarks,
    });
    return { pdf, pages: measured.count, numbers, bookmarks, drawn };
  }
  throw new Error('The page numbers of the contents list did not settle');
}

function same(a: PageNumbers, b: PageNumbers): boolean {
  if (a.size !== b.size) return false;
  for (const [id, page] of a) if (b.get(id) !== page) return false;
  return true;
}
