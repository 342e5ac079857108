import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pdfWith } from '../export.test-support';
import { readBack } from '../pdf-file';
import { facesOf, finishNotes, finishSlides, slideMarks } from './briefing-pdf';

const DECK = {
  title: 'Five slides',
  slides: [
    { id: 's01', number: 1, headline: 'First' },
    { id: 's02', number: 2, headline: 'Second' },
  ],
};
const PAGES = new Map([
  ['s01', 1],
  ['s02', 3],
]);
const facts = {
  title: 'Five slides',
  author: 'Ines',
  subject: 'For the VP',
  bookmarks: slideMarks([DECK], PAGES),
};

test('one deck has a bookmark for each slide, several have one for each deck above them', () => {
  expect(slideMarks([DECK], PAGES).map(({ title, page }) => [title, page])).toEqual([
    ['1 · First', 1],
    ['2 · Second', 3],
  ]);
  const two = slideMarks([DECK, { ...DECK, title: 'Other' }], PAGES);
  expect(two.map(({ title, children }) => [title, children.length])).toEqual([
    ['Five slides', 2],
    ['Other', 2],
  ]);
});

test('slides and handout keep pages and places, get bookmarks, and are the same each time', async () => {
  const slides = await pdfWith({ s01: 1, s02: 3 }, 'dictionary');
  const feet = await pdfWith({}, 'dictionary');
  const made = await finishSlides(slides, feet, facts);
  expect(Buffer.from(await finishSlides(slides, feet, facts)).equals(Buffer.from(made))).toBe(true);
  const read = await readBack(made);
  expect(read).toMatchObject({ pages: 4, title: 'Five slides', active: [] });
  expect(read.bookmarks.map(({ title, page }) => [title, page])).toEqual([
    ['1 · First', 1],
    ['2 · Second', 3],
  ]);
  const places = [
    { slidePage: 1, page: 1, drop: 40 },
    { slidePage: 3, page: 2, drop: 40 },
  ];
  const notes = await pdfWith({ s01: 1, s02: 2 }, 'dictionary', 2);
  const sheet = await finishNotes(notes, await pdfWith({}, 'dictionary', 2), made, places, facts);
  const again = await finishNotes(notes, await pdfWith({}, 'dictionary', 2), made, places, facts);
  expect((await readBack(sheet)).pages).toBe(2);
  expect(Buffer.from(again).equals(Buffer.from(sheet))).toBe(true);
});

test('tags of a printed file stay, and what is laid over is no part of the text', async () => {
  const file = await PDFDocument.load(await pdfWith({ s01: 1, s02: 3 }, 'dictionary'));
  const { context, catalog } = file;
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: [] })));
  const made = await PDFDocument.load(
    await finishSlides(await file.save(), await pdfWith({}, 'dictionary'), facts),
    { updateMetadata: false },
  );
  expect(made.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
  expect(String(made.catalog.get(PDFName.of('MarkInfo')))).toContain('true');
  const drawn = made.getPage(0).node.normalizedEntries().Contents?.asArray() ?? [];
  const text = drawn.map((ref) => new TextDecoder('latin1').decode(streamOf(made, ref))).join('\n');
  expect(text).toMatch(/\/Artifact BMC[\s\S]*\bDo\b[\s\S]*EMC/);
});

function streamOf(file: PDFDocument, ref: unknown): Uint8Array {
  const stream = file.context.lookup(ref as never);
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array();
}

test('faces that a file does not carry are told', async () => {
  const file = await PDFDocument.create();
  file.addPage().drawText('x', { font: await file.embedFont(StandardFonts.Helvetica) });
  const { context } = file;
  context.register(context.obj({ Type: 'FontDescriptor', FontName: 'Lost' }));
  context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'Held',
      FontFile2: context.register(context.stream('x')),
    }),
  );
  expect(await facesOf(await file.save())).toEqual([
    { name: '/Lost', held: false },
    { name: '/Held', held: true },
  ]);
});
