import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { applyFloats } from './apply-floats';
import {
  anchorsInUse,
  type Bodies,
  bookHtml,
  bookSections,
  excerptHtml,
  type PageNumbers,
  pieceHtml,
  type Section,
  STOP_ID,
} from './book';
import { destinationIds } from './bookmarks';
import { closerFigures } from './closer-figures';
import type { Lists } from './contents';
import { closerEnds, type Settings } from './ends';
import { type Floats, NO_FLOATS, planFloats } from './floats';
import { joinPieces, type Piece } from './join-pieces';
import type { KnownLayouts } from './known-layouts';
import { loosen, planLoose } from './loose-tables';
import { openPdf, type Pdf } from './open-pdf';
import { fillPageRefs } from './page-refs';
import type { Paper } from './paper';
import { destinationPages, type MeasuredPlaces } from './pdf-file';
import { inPieces, PIECE_SIZES, type PieceSizes } from './pieces';
import { layoutsOf, placesOf, type SectionLayout, sameLayout } from './section-layout';

/** Prints a document of ours, one of so many `pieces`; without tags, as for one that nobody sees, where it is `untagged`. */
export type PrintDocument = (document: string, untagged: boolean, pieces: number) => Promise<Uint8Array>;

/** How a book is set beside its text. */
export interface BookSetting {
  readonly floats: Floats;
  readonly closer: Settings;
  /** Tables that break, though they are short. */
  readonly loose: ReadonlySet<string>;
}

/** Figures float by the first layouts: each finds those that the changes of the one before left alone on a page. */
const FLOATED_UNTIL = 3;
/** After so many layouts the setting stays as it is. */
const SETTLED_FROM = 3;
/** Sections that make up less than this share of the book's text are measured by themselves before the book is printed. */
const FEW = 0.3;

/** What is known of sections does not hold in the whole book: all has to be measured in the book itself. */
export class Mistaken extends Error {}

/**
 * Finds out how a book is laid out, printing only sections of which that is not known yet. What comes of it is the same whether much is known or
 * nothing, since a section looks the same wherever it stands.
 */
export class LayOut {
  constructor(
    private readonly plan: PortfolioPlan,
    private readonly bodies: Bodies,
    private readonly lists: Lists,
    private readonly paper: Paper,
    private readonly excerpt: boolean,
    private readonly print: PrintDocument,
    /** Null: nothing is taken as known, every layout is that of the whole book. */
    private readonly known: KnownLayouts | null,
    private readonly sizes: PieceSizes = PIECE_SIZES,
  ) {}

  /** Which figures float and what is set closer. References in the text have the room of a number meanwhile, so that none of that hangs on numbers. */
  async settle(): Promise<{ readonly setting: BookSetting; readonly places: MeasuredPlaces }> {
    let setting: BookSetting = { floats: NO_FLOATS, closer: new Map(), loose: new Set() };
    for (let pass = 0; ; pass++) {
      const set = this.set(setting, new Map(), false);
      const places = await this.places(this.sections(set, setting, new Map()), set);
      if (pass === SETTLED_FROM) return { setting, places };
      const { floats: now } = setting;
      const floats = pass < FLOATED_UNTIL ? planFloats(set, places, this.paper, now) : now;
      const ends = closerEnds(this.plan, places, this.paper, setting.closer);
      const next: BookSetting = {
        floats,
        closer: closerFigures(this.plan, set, places, this.paper, { now, planned: floats }, ends),
        loose: planLoose(set, places, this.paper, setting.loose),
      };
      if (unchanged(setting, next)) return { setting, places };
      setting = next;
    }
  }

  /** What the pages of the book would be with these numbers in it, where little or nothing has to be printed to know. */
  async foreseen(setting: BookSetting, numbers: PageNumbers, fixed: boolean): Promise<MeasuredPlaces | null> {
    if (!this.known) return null;
    const set = this.set(setting, numbers, fixed);
    const sections = this.sections(set, setting, numbers);
    const size = (some: readonly Section[]) =>
      some.reduce((sum, { layout }) => sum + layout.markup.length, 0);
    const unknown = sections.filter((section) => this.layoutOf(section) === null);
    return size(unknown) > size(sections) * FEW ? null : this.places(sections, set);
  }

  /** Prints all of it. What was known of its sections and does not hold is a mistake. */
  async whole(
    setting: BookSetting,
    numbers: PageNumbers,
    fixed: boolean,
  ): Promise<{ readonly document: Pdf & object; readonly places: MeasuredPlaces }> {
    const set = this.set(setting, numbers, fixed);
    const sections = this.sections(set, setting, numbers);
    const printed = await this.printWhole(sections, set, false);
    const layouts = layoutsOf(sections, printed.places, printed.places.count);
    const missing = destinationIds(this.plan).filter((id) => !printed.places.pages.has(id));
    if (missing.length > 0)
      throw new Error(`The printed book lacks ${missing.length} places, the first is ${missing[0]}`);
    if (this.known) this.compare(sections, layouts);
    return printed;
  }

  private compare(sections: readonly Section[], layouts: readonly SectionLayout[] | null): void {
    if (layouts === null) throw new Mistaken();
    sections.forEach((section, i) => {
      const known = this.layoutOf(section);
      const layout = layouts[i] as SectionLayout;
      if (known && !sameLayout(known, layout)) throw new Mistaken();
      if (!known) this.known?.set(this.key(section), layout);
    });
  }

  private set(setting: BookSetting, numbers: PageNumbers, fixed: boolean): Bodies {
    return new Map(
      [...this.bodies].map(([id, body]) => [
        id,
        fillPageRefs(loosen(applyFloats(body, setting.floats), setting.loose), numbers, fixed, this.excerpt),
      ]),
    );
  }

  private sections(set: Bodies, { closer }: BookSetting, pages: PageNumbers): Section[] {
    return bookSections(this.plan, set, { pages, lists: this.lists, closer });
  }

  private async places(sections: readonly Section[], set: Bodies): Promise<MeasuredPlaces> {
    if (!this.known) return (await this.printWhole(sections, set, true)).places;
    const unknown = sections.filter((section) => this.layoutOf(section) === null);
    const linked = unknown.length > 0 ? this.linked(sections, set) : new Set<string>();
    const pieces = unknown.length > 0 ? inPieces(unknown, this.sizes) : [];
    for (const piece of pieces) await this.measure(piece, linked, pieces.length);
    return placesOf(sections.map((section) => this.layoutOf(section) as SectionLayout));
  }

  /** Prints some sections by themselves. */
  private async measure(
    sections: readonly Section[],
    linked: ReadonlySet<string>,
    pieces: number,
  ): Promise<void> {
    const printed = await this.print(excerptHtml(this.plan, sections, linked, this.paper), true, pieces);
    const places = await destinationPages(await openPdf(printed));
    const stop = places.pages.get(STOP_ID);
    const layouts = stop === undefined ? null : layoutsOf(sections, places, stop - 1);
    if (layouts === null) throw new Mistaken();
    sections.forEach((section, i) => {
      this.known?.set(this.key(section), layouts[i] as SectionLayout);
    });
  }

  private async printWhole(sections: readonly Section[], set: Bodies, measuring: boolean) {
    const anchors = anchorsInUse(this.plan, set, this.lists);
    const pieces = inPieces(sections, this.sizes);
    const document =
      pieces.length > 1
        ? await this.printPieces(pieces, this.linked(sections, set))
        : await openPdf(await this.print(bookHtml(this.plan, sections, anchors, this.paper), measuring, 1));
    return { document, places: await destinationPages(document) };
  }

  /** A book too long for one print. It goes without tags, which belong to one document. */
  private async printPieces(pieces: readonly (readonly Section[])[], linked: ReadonlySet<string>) {
    const printed: Piece[] = [];
    for (const sections of pieces) {
      const document = pieceHtml(this.plan, sections, linked, this.paper);
      const pdf = await this.print(document, true, pieces.length);
      const stop = (await destinationPages(pdf)).pages.get(STOP_ID);
      if (stop === undefined) throw new Error('A piece of the book has no end');
      printed.push({ pdf, pages: stop - 1 });
    }
    return joinPieces(printed);
  }

  /** What anything in the book leads to. */
  private linked(sections: readonly Section[], set: Bodies): ReadonlySet<string> {
    const ids = new Set(anchorsInUse(this.plan, set, this.lists));
    for (const { layout } of sections)
      for (const [, id = ''] of layout.markup.matchAll(/ href="#([^"]+)"/g)) ids.add(id);
    return ids;
  }

  private keys = new WeakMap<Section, string>();

  private key(section: Section): string {
    const known = this.keys.get(section);
    const key = known ?? this.known?.key(this.paper, section.layout.markup) ?? '';
    if (known === undefined) this.keys.set(section, key);
    return key;
  }

  private layoutOf(section: Section): SectionLayout | null {
    return this.known?.get(this.key(section)) ?? null;
  }
}

function unchanged(a: BookSetting, b: BookSetting): boolean {
  const told = ({ floats, closer, loose }: BookSetting) =>
    JSON.stringify([[...floats.moved], [...floats.scaled], [...closer], [...loose]]);
  return told(a) === told(b);
}
