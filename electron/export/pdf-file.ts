import {
  beginMarkedContent,
  endMarkedContent,
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFEmbeddedPage,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { openPdf, type Pdf, SAVE } from './open-pdf';

/** A fixed date for files that must be the same for the same input; the packet's own date is on the cover. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/** A bookmark with the page it leads to, from 1. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  /** The destination it was measured by; the bookmark leads to the very place. */
  readonly destination: string;
  readonly children: readonly Bookmark[];
}

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly bookmarks: readonly Bookmark[];
}

/** Where the named destinations of a printed file lie. */
export interface MeasuredPlaces {
  /** Page numbers from 1. */
  readonly pages: Map<string, number>;
  /** Distance from the top edge of the page in points, for destinations that say one. */
  readonly drops: Map<string, number>;
  readonly count: number;
}

export async function destinationPages(pdf: Pdf): Promise<MeasuredPlaces> {
  const document = await openPdf(pdf);
  const numbers = pageNumbers(document);
  const pages = new Map<string, number>();
  const drops = new Map<string, number>();
  for (const [name, target] of destinations(document)) {
    const page = target.get(0);
    const number = page instanceof PDFRef ? numbers.get(page.toString()) : undefined;
    if (number === undefined) continue;
    pages.set(name, number);
    const top = target.size() > 3 ? target.get(3) : null;
    if (top instanceof PDFNumber) drops.set(name, document.getPage(number - 1).getHeight() - top.asNumber());
  }
  return { pages, drops, count: document.getPageCount() };
}

/**
 * Finishes a printed book in place (links and destinations stay): running heads laid over its pages, bookmarks, metadata, page labels. `heads` is
 * a PDF with one page for each page of the book. Byte-stable for the same input.
 */
export async function finishPdf(book: Pdf, heads: Pdf, facts: PdfFacts): Promise<Uint8Array> {
  const document = await openPdf(book);
  await layOver(document, heads);
  setFacts(document, facts);
  setPageLabels(document);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  return document.save(SAVE);
}

/** Metadata and bookmarks. The language is that of the studio's own words, which is what a reader's voice starts with. */
export function setFacts(document: PDFDocument, facts: PdfFacts): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setLanguage('en');
  document.setProducer('Staffwright');
  document.setCreator('Staffwright');
  document.setCreationDate(FIXED_DATE);
  document.setModificationDate(FIXED_DATE);
  setBookmarks(document, facts.bookmarks);
}

/**
 * Draws a page of another file over one of this, at a place or as it is. In a tagged file it is marked as no part of the text, so that readers aloud
 * pass over heads and folios.
 */
export function drawLayer(
  page: PDFPage,
  layer: PDFEmbeddedPage,
  place: { readonly x: number; readonly y: number; readonly width?: number } = { x: 0, y: 0 },
): void {
  const scale = place.width === undefined ? 1 : place.width / layer.width;
  page.pushOperators(beginMarkedContent('Artifact'));
  page.drawPage(layer, { x: place.x, y: place.y, xScale: scale, yScale: scale });
  page.pushOperators(endMarkedContent());
}

async function layOver(document: PDFDocument, heads: Pdf): Promise<void> {
  const source = await openPdf(heads);
  const pages = document.getPages();
  const count = Math.min(pages.length, source.getPageCount());
  // The cover carries neither head nor folio.
  const indices = Array.from({ length: count - 1 }, (_, i) => i + 1);
  const embedded = await document.embedPdf(source, indices);
  embedded.forEach((layer, i) => {
    drawLayer(pages[i + 1] as PDFPage, layer);
  });
}

/** The bookmarks of a finished file in reading order, with their pages from 1. */
export interface ReadBookmark {
  readonly title: string;
  readonly page: number | null;
  readonly level: number;
}

export interface ReadBack {
  readonly pages: number;
  readonly destinations: ReadonlyMap<string, number>;
  readonly bookmarks: readonly ReadBookmark[];
  readonly title: string;
  /** What a viewer might run or unpack, by its name in the format; a book has none of it. */
  readonly active: readonly string[];
}

/** Reads a finished file as a viewer would: for the verification, not for display. */
export async function readBack(pdf: Pdf): Promise<ReadBack> {
  const document = await openPdf(pdf);
  const { pages } = await destinationPages(document);
  const numbers = pageNumbers(document);
  const bookmarks: ReadBookmark[] = [];
  const walk = (ref: unknown, level: number): void => {
    let at = ref;
    while (at instanceof PDFRef) {
      const item = document.context.lookup(at, PDFDict);
      const title = item.lookup(PDFName.of('Title'));
      const target = item.lookup(PDFName.of('Dest'));
      const page = target instanceof PDFArray ? target.get(0) : null;
      bookmarks.push({
        title: title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : '',
        page: page instanceof PDFRef ? (numbers.get(page.toString()) ?? null) : null,
        level,
      });
      walk(item.get(PDFName.of('First')), level + 1);
      at = item.get(PDFName.of('Next'));
    }
  };
  const outlines = document.catalog.lookup(PDFName.of('Outlines'));
  if (outlines instanceof PDFDict) walk(outlines.get(PDFName.of('First')), 0);
  return {
    pages: document.getPageCount(),
    destinations: pages,
    bookmarks,
    title: document.getTitle() ?? '',
    active: activeContent(document),
  };
}

/** Actions other than going somewhere, and entries that hold or start something. */
const ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'RichMediaExecute',
]);
const ENTRIES = new Set(['JS', 'JavaScript', 'OpenAction', 'AA', 'EmbeddedFiles', 'XFA']);

function activeContent(document: PDFDocument): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (value instanceof PDFArray) for (let i = 0; i < value.size(); i++) look(value.get(i));
    if (value instanceof PDFStream) look(value.dict);
    if (!(value instanceof PDFDict)) return;
    for (const [key, entry] of value.entries()) {
      const name = key.decodeText();
      if (ENTRIES.has(name)) found.add(name);
      if (name === 'S' && entry instanceof PDFName && ACTIONS.has(entry.decodeText()))
        found.add(entry.decodeText());
      // References lead to objects that are looked at in their own turn.
      look(entry);
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object);
  return [...found].sort();
}

function pageNumbers(document: PDFDocument): Map<string, number> {
  return new Map(document.getPages().map((page, i) => [page.ref.toString(), i + 1]));
}

/** Named destinations. Chromium keeps them in the catalog's dictionary; newer versions may use a name tree. Both are read. */
export function destinations(document: PDFDocument): [string, PDFArray][] {
  const out: [string, PDFArray][] = [];
  const add = (name: string, value: unknown): void => {
    const target = value instanceof PDFDict ? value.lookup(PDFName.of('D')) : value;
    if (target instanceof PDFArray) out.push([name, target]);
  };
  const dictionary = document.catalog.lookup(PDFName.of('Dests'));
  if (dictionary instanceof PDFDict) {
    for (const [name] of dictionary.entries()) add(name.decodeText(), dictionary.lookup(name));
  }
  const names = document.catalog.lookup(PDFName.of('Names'));
  const tree = names instanceof PDFDict ? names.lookup(PDFName.of('Dests')) : undefined;
  const walk = (node: unknown): void => {
    if (!(node instanceof PDFDict)) return;
    const list = node.lookup(PDFName.of('Names'));
    if (list instanceof PDFArray) {
      for (let i = 0; i + 1 < list.size(); i += 2) {
        const name = list.lookup(i);
        if (name instanceof PDFString || name instanceof PDFHexString)
          add(name.decodeText(), list.lookup(i + 1));
      }
    }
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (let i = 0; i < kids.size(); i++) walk(kids.lookup(i));
  };
  walk(tree);
  return out;
}

function setBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const places = new Map(destinations(document));
  const pages = document.getPages();
  const root = context.nextRef();
  const count = (items: readonly Bookmark[]): number =>
    items.reduce((sum, item) => sum + 1 + count(item.children), 0);
  const build = (
    items: readonly Bookmark[],
    parent: PDFRef,
    depth: number,
  ): { first: PDFRef; last: PDFRef } | null => {
    const refs = items.map(() => context.nextRef());
    items.forEach((item, i) => {
      const ref = refs[i] as PDFRef;
      const page = pages[item.page - 1] ?? (pages[0] as PDFPage);
      const target =
        places.get(item.destination) ?? context.obj([page.ref, PDFName.of('XYZ'), null, null, null]);
      const dictionary = context.obj({ Parent: parent, Dest: target }) as PDFDict;
      dictionary.set(PDFName.of('Title'), PDFHexString.fromText(item.title));
      const before = refs[i - 1];
      const after = refs[i + 1];
      if (before) dictionary.set(PDFName.of('Prev'), before);
      if (after) dictionary.set(PDFName.of('Next'), after);
      const inner = build(item.children, ref, depth + 1);
      if (inner) {
        dictionary.set(PDFName.of('First'), inner.first);
        dictionary.set(PDFName.of('Last'), inner.last);
        // Parts stand open, artifacts closed: the list is an overview first.
        dictionary.set(
          PDFName.of('Count'),
          PDFNumber.of(depth === 0 ? item.children.length : -item.children.length),
        );
      }
      context.assign(ref, dictionary);
    });
    const first = refs[0];
    const last = refs.at(-1);
    return first && last ? { first, last } : null;
  };
  const top = build(bookmarks, root, 0);
  if (!top) return;
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: top.first, Last: top.last, Count: count(bookmarks) }),
  );
  catalog.set(PDFName.of('Outlines'), root);
}

/** The cover is not counted: it is page "Cover", the next one is 1. */
function setPageLabels(document: PDFDocument): void {
  const { context, catalog } = document;
  const cover = context.obj({ P: PDFString.of('Cover') });
  const rest = context.obj({ S: 'D', St: 1 });
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, cover, 1, rest] }));
}
