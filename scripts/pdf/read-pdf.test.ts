import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readPdf } from './read-pdf';

/** One pixel, to have a bitmap on a page. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function sample(): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  const [first, second] = [file.addPage([300, 300]), file.addPage([300, 300])];
  first.drawText('The first page', { x: 20, y: 200, size: 12, font });
  second.drawText('Risk register', { x: 20, y: 200, size: 12, font });
  second.drawImage(await file.embedPng(PIXEL), { x: 0, y: 0 });
  file.setTitle('A sample');
  file.setAuthor('Somebody');
  const { context, catalog } = file;
  catalog.set(PDFName.of('Dests'), context.obj({ a02: [second.ref, 'XYZ', 0, 200, 0] }));
  const [root, top, inner] = [context.nextRef(), context.nextRef(), context.nextRef()];
  const item = context.obj({ Parent: root, First: inner, Last: inner, Count: 1 });
  item.set(PDFName.of('Title'), PDFHexString.fromText('Part 1 – Ü'));
  item.set(PDFName.of('Dest'), context.obj([first.ref, 'Fit']));
  context.assign(top, item);
  const nested = context.obj({ Parent: top });
  nested.set(PDFName.of('Title'), PDFHexString.fromText('Risk register'));
  nested.set(PDFName.of('Dest'), PDFName.of('a02'));
  context.assign(inner, nested);
  context.assign(root, context.obj({ Type: 'Outlines', First: top, Last: top, Count: 2 }));
  catalog.set(PDFName.of('Outlines'), root);
  const cover = context.obj({ P: PDFString.of('Cover') });
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, cover, 1, context.obj({ S: 'D' })] }));
  return file.save();
}

test('reads text, labels, outline, destinations, metadata and bitmaps of a file', async () => {
  const bytes = await sample();
  const read = await readPdf(bytes);
  expect(read.pages).toEqual(['The first page', 'Risk register']);
  expect(read.labels).toEqual(['Cover', '1']);
  expect(read.outline).toEqual([
    { title: 'Part 1 – Ü', level: 0, page: 1 },
    { title: 'Risk register', level: 1, page: 2 },
  ]);
  expect([...read.destinations]).toEqual([['a02', 2]]);
  expect(read.metadata).toMatchObject({ Title: 'A sample', Author: 'Somebody' });
  expect(read.bitmaps).toBe(1);
});

test('the bytes given stay usable, and a file without labels or outline is read too', async () => {
  const file = await PDFDocument.create();
  file.addPage();
  const bytes = await file.save();
  await readPdf(bytes);
  const again = await readPdf(bytes);
  expect(again).toMatchObject({ pages: [''], labels: ['1'], outline: [], bitmaps: 0 });
});
