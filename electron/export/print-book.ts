import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { type Bodies, bookHtml, endId, headsHtml, type PageNumbers, type Paper } from './book';
import { bookmarksOf, destinationIds, runningHeads } from './bookmarks';
import { type Bookmark, destinationPages, finishPdf, type MeasuredPlaces } from './pdf-file';
import type { Printer } from './print';

/** A finished book with what was measured on the way. */
export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly numbers: PageNumbers;
  readonly bookmarks: readonly Bookmark[];
}

/** Numbers that still move after this many prints are a bug of the layout; a wrong contents list is never handed out. */
const MOST_PRINTS = 5;

/** To measure, to fill in, and once more where closer setting moved pages; then the running heads. */
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
  paper: Paper,
  steps: PrintSteps,
): Promise<PrintedBook> {
  let numbers: PageNumbers = new Map();
  let tight: ReadonlySet<string> = new Set();
  for (let attempt = 0; attempt < MOST_PRINTS; attempt++) {
    steps.proceed();
    steps.onPrint(Math.min(attempt, USUAL_PRINTS - 1), USUAL_PRINTS + 1);
    const printed = await printer.print(bookHtml(plan, bodies, numbers, paper, tight));
    steps.proceed();
    const measured = await destinationPages(printed);
    const missing = destinationIds(plan).filter((id) => !measured.pages.has(id));
    if (missing.length > 0)
      throw new Error(`The printed book lacks ${missing.length} places, the first is ${missing[0]}`);
    if (!same(numbers, measured.pages)) {
      numbers = measured.pages;
      if (attempt === 0) tight = nearlyEmptyEnds(plan, measured);
      continue;
    }
    steps.onPrint(USUAL_PRINTS, USUAL_PRINTS + 1);
    const first = steps.countFrom === undefined ? undefined : numbers.get(steps.countFrom);
    const heads = await printer.print(headsHtml(runningHeads(plan, numbers, measured.count, first), paper));
    steps.proceed();
    const bookmarks = bookmarksOf(plan, numbers);
    const pdf = await finishPdf(printed, heads, {
      title: plan.title,
      author: plan.candidate,
      subject: plan.subtitle,
      bookmarks,
    });
    return { pdf, pages: measured.count, numbers, bookmarks };
  }
  throw new Error('The page numbers of the contents list did not settle');
}

/** From the top edge to the first line of a page, and the height of the text, in points; those of the style sheet. */
const TEXT_TOP = 68;
const TEXT_HEIGHT = 700;
/** What setting an artifact closer gains, as a share of its height. An estimate: where it is too high, nothing but a little air is lost. */
const GAIN = 0.09;

/** Artifacts whose last page holds so little that a closer setting takes it up on the page before. */
export function nearlyEmptyEnds(plan: PortfolioPlan, measured: MeasuredPlaces): Set<string> {
  const found = new Set<string>();
  for (const { id } of plan.parts.flatMap((part) => part.artifacts)) {
    const [first, last] = [measured.pages.get(id), measured.pages.get(endId(id))];
    const drop = measured.drops.get(endId(id));
    if (first === undefined || last === undefined || drop === undefined || last <= first) continue;
    if (drop - TEXT_TOP < Math.min(260, (last - first) * TEXT_HEIGHT * GAIN)) found.add(id);
  }
  return found;
}

function same(a: PageNumbers, b: PageNumbers): boolean {
  if (a.size !== b.size) return false;
  for (const [id, page] of a) if (b.get(id) !== page) return false;
  return true;
}
