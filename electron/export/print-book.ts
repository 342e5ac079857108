import type { PortfolioPlan } from '../../shared/portfolio/plan';
import type { Bodies, PageNumbers } from './book';
import { bookmarksOf } from './bookmarks';
import type { Lists } from './contents';
import { drawnCharacters } from './glyphs';
import { headsHtml, runningHeads } from './heads';
import { joinPieces, type Piece } from './join-pieces';
import type { KnownLayouts } from './known-layouts';
import { LayOut, Mistaken } from './lay-out';
import { openPdf } from './open-pdf';
import type { Paper } from './paper';
import { type Bookmark, finishPdf } from './pdf-file';
import { PIECE_SIZES, type PieceSizes } from './pieces';
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

/** Numbers that still move after this many layouts are a bug of the layout; a wrong contents list is never handed out. */
const MOST_LAYOUTS = 8;
/** From this layout on page references in the text have a fixed width, so that filling them in cannot move what they point at. */
const FIXED_FROM = 3;

/** To measure, once more for figures and closer settings, and the book itself; then the running heads. */
const USUAL_PRINTS = 3;

export interface PrintSteps {
  readonly proceed: () => void;
  readonly onPrint: (done: number, total: number) => void;
  /** The artifact whose first page counts as page 1; the page after the cover when left out. */
  readonly countFrom?: string;
}

/**
 * Settles how the book is set, then prints it until the page numbers in it are the measured ones, lays heads over the pages and adds bookmarks.
 * `known` saves prints; the book that comes out is the same without it.
 */
export async function printBook(
  printer: Pick<Printer, 'print'>,
  plan: PortfolioPlan,
  bodies: Bodies,
  lists: Lists,
  paper: Paper,
  steps: PrintSteps,
  known: KnownLayouts,
  sizes: PieceSizes = PIECE_SIZES,
): Promise<PrintedBook> {
  // Counted in pieces, into which a long book is divided.
  let [done, pieces] = [0, 1];
  const print = async (document: string, untagged: boolean, of: number) => {
    steps.proceed();
    pieces = Math.max(pieces, of);
    steps.onPrint(Math.min(Math.floor(done), USUAL_PRINTS * pieces - 1), (USUAL_PRINTS + 1) * pieces);
    const printed = await printer.print(document, { tags: !untagged });
    done += pieces / of;
    steps.proceed();
    return printed;
  };
  const excerpt = steps.countFrom !== undefined;
  const lay = (with_: KnownLayouts | null) =>
    settledBook(new LayOut(plan, bodies, lists, paper, excerpt, print, with_, sizes));
  const settled = await lay(known).catch((error: unknown) => {
    if (!(error instanceof Mistaken)) throw error;
    known.forget();
    return lay(null);
  });
  const { document, places } = settled;
  steps.onPrint(USUAL_PRINTS * pieces, (USUAL_PRINTS + 1) * pieces);
  const numbers = places.pages;
  const first = steps.countFrom === undefined ? undefined : numbers.get(steps.countFrom);
  const running = runningHeads(plan, numbers, places.count, first);
  const heads: Piece[] = [];
  for (let at = 0; at < running.length; at += sizes.heads) {
    const some = running.slice(at, at + sizes.heads);
    heads.push({ pdf: await printer.print(headsHtml(some, paper), { tags: false }), pages: some.length });
    steps.proceed();
  }
  const bookmarks = bookmarksOf(plan, numbers);
  const drawn = await drawnCharacters(document);
  const layer = heads.length === 1 && heads[0] ? heads[0].pdf : await joinPieces(heads);
  const pdf = await finishPdf(await openPdf(document), layer, {
    title: plan.title,
    author: plan.candidate,
    subject: plan.subtitle,
    bookmarks,
  });
  return { pdf, pages: places.count, numbers, bookmarks, drawn };
}

/** A print of the book in which every number is the measured one. */
async function settledBook(layOut: LayOut): Promise<Awaited<ReturnType<LayOut['whole']>>> {
  const { setting, places } = await layOut.settle();
  let numbers: PageNumbers = places.pages;
  for (let pass = 0; pass < MOST_LAYOUTS; pass++) {
    const fixed = pass >= FIXED_FROM;
    const foreseen = await layOut.foreseen(setting, numbers, fixed);
    if (foreseen && !same(numbers, foreseen.pages)) {
      numbers = foreseen.pages;
      continue;
    }
    const printed = await layOut.whole(setting, numbers, fixed);
    if (same(numbers, printed.places.pages)) return printed;
    numbers = printed.places.pages;
  }
  throw new Error('The page numbers of the contents list did not settle');
}

function same(a: PageNumbers, b: PageNumbers): boolean {
  if (a.size !== b.size) return false;
  for (const [id, page] of a) if (b.get(id) !== page) return false;
  return true;
}
