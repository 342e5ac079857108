import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { type Bodies, bookHtml, headsHtml, type PageNumbers, type Paper } from './book';
import { bookmarksOf, destinationIds, runningHeads } from './bookmarks';
import { type Bookmark, destinationPages, finishPdf } from './pdf-file';
import type { Printer } from './print';

/** A finished book with what was measured on the way. */
export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly numbers: PageNumbers;
  readonly bookmarks: readonly Bookmark[];
}

/** Numbers that still move after this many prints are a bug of the layout; a wrong contents list is never handed out. */
const MOST_PRINTS = 4;

export interface PrintSteps {
  readonly proceed: () => void;
  readonly onPrint: (done: number, total: number) => void;
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
  for (let attempt = 0; attempt < MOST_PRINTS; attempt++) {
    steps.proceed();
    steps.onPrint(attempt, 3);
    const printed = await printer.print(bookHtml(plan, bodies, numbers, paper));
    steps.proceed();
    const measured = await destinationPages(printed);
    const missing = destinationIds(plan).filter((id) => !measured.pages.has(id));
    if (missing.length > 0)
      throw new Error(`The printed book lacks ${missing.length} places, the first is ${missing[0]}`);
    if (!same(numbers, measured.pages)) {
      numbers = measured.pages;
      continue;
    }
    steps.onPrint(2, 3);
    const heads = await printer.print(headsHtml(runningHeads(plan, numbers, measured.count), paper));
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

function same(a: PageNumbers, b: PageNumbers): boolean {
  if (a.size !== b.size) return false;
  for (const [id, page] of a) if (b.get(id) !== page) return false;
  return true;
}
