import { type PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { joinPieces } from './join-pieces';
import { openPdf, SAVE } from './open-pdf';
import { destinationPages, finishPdf, readBack } from './pdf-file';

/** A piece as an engine prints it: sheets with their text, the places on them, and links by the name of a place. */
interface Sheet {
  readonly text: string;
  readonly places?: Readonly<Record<string, number>>;
  readonly links?: readonly string[];
}

async function printed(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const places = file.context.obj({}) as PDFDict;
  for (const { text, places: own = {}, links = [] } of sheets) {
    const page = file.addPage([595, 842]);
    page.drawText(text, { x: 60, y: 700 });
    for (const [name, drop] of Object.entries(own))
      places.set(
        PDFName.of(name),
        file.context.obj([page.ref, PDFName.of('XYZ'), 0, 842 - drop, null]) as PDFArray,
      );
    const annotations = links.map((name) => {
      const link = file.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [60, 600, 90, 610] }) as PDFDict;
      link.set(PDFName.of('Dest'), PDFName.of(name));
      return file.context.register(link);
    });
    page.node.set(PDFName.of('Annots'), file.context.obj(annotations));
    page.node.set(PDFName.of('StructParents'), file.context.obj(0));
  }
  file.catalog.set(PDFName.of('Dests'), places);
  return file.save();
}

/** Where the links of each page of a finished file lead, as page numbers from 1. */
async function linksOf(pdf: Uint8Array): Promise<(number | undefined)[][]> {
  const file = await openPdf(pdf);
  const { pages } = await destinationPages(file);
  return file.getPages().map((page) => {
    const list = page.node.Annots();
    return (list?.asArray() ?? []).map((ref) => {
      const target = file.context.lookup(ref, PDFDict).lookup(PDFName.of('Dest'), PDFName);
      return pages.get(target.decodeText());
    });
  });
}

const FIRST: readonly Sheet[] = [
  { text: 'Cover' },
  { text: 'Contents', places: { contents: 60, near: 300 }, links: ['near', 'far', 'last'] },
  // Only there to be pointed at.
  { text: 'stop', places: { stop: 60, far: 60, last: 60 } },
  { text: 'more of it', places: { 'far-too': 60 } },
];
const SECOND: readonly Sheet[] = [
  { text: 'Far', places: { far: 120 } },
  { text: 'Last', places: { last: 480 }, links: ['contents', 'far'] },
  { text: 'stop', places: { stop: 60, contents: 60 } },
];

describe('pieces of a book in one file', () => {
  const joined = async () =>
    joinPieces([
      { pdf: await printed(FIRST), pages: 2 },
      { pdf: await printed(SECOND), pages: 2 },
    ]);

  test('has the pages and places of each, without what stood behind them', async () => {
    const { pages, drops, count } = await destinationPages(await joined());
    expect(count).toBe(4);
    expect(Object.fromEntries(pages)).toEqual({ contents: 2, near: 2, far: 3, last: 4 });
    expect(Object.fromEntries(drops)).toEqual({ contents: 60, near: 300, far: 120, last: 480 });
  });

  test('links lead from one piece into another', async () => {
    const pdf = await (await joined()).save(SAVE);
    expect(await linksOf(pdf)).toEqual([[], [2, 3, 4], [], [2, 3]]);
  });

  test('can be finished like a book that was printed at once, and keeps no number of a tag', async () => {
    const heads = await printed(FIRST.map(({ text }) => ({ text: `head of ${text}` })));
    const facts = { title: 'A book', author: 'A', subject: 'S' };
    const bookmarks = [{ title: 'Last', page: 4, destination: 'last', children: [] }];
    const book = await finishPdf(await joined(), heads, { ...facts, bookmarks });
    const read = await readBack(book);
    expect(read.bookmarks).toEqual([{ title: 'Last', page: 4, level: 0 }]);
    expect(read.pages).toBe(4);
    const file = await openPdf(book);
    expect(file.getPages().some((page) => page.node.has(PDFName.of('StructParents')))).toBe(false);
    // The same input gives the same bytes.
    const again = await finishPdf(await joined(), heads, { ...facts, bookmarks });
    expect(Buffer.from(again).equals(Buffer.from(book))).toBe(true);
  });
});
