import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../scripts/pdf/read-pdf';
import { pdfWith } from './export.test-support';
import { destinationPages, finishPdf, readBack } from './pdf-file';

const PLACES = { part1: 2, a01: 3, 'a01-goals': 4 };
const FACTS = {
  title: 'A title – with ü',
  author: 'Somebody',
  subject: 'A subject',
  bookmarks: [
    {
      title: 'Part 1',
      page: 2,
      destination: 'part1',
      children: [
        {
          title: 'RFC “one”',
          page: 3,
          destination: 'a01',
          children: [{ title: 'Goals', page: 4, destination: 'a01-goals', children: [] }],
        },
      ],
    },
  ],
};

describe.each(['dictionary', 'tree'] as const)('a file with its destinations in a %s', (form) => {
  test('says the page and the height of every place', async () => {
    const { pages, drops, count } = await destinationPages(await pdfWith(PLACES, form));
    expect(Object.fromEntries(pages)).toEqual(PLACES);
    expect(drops.get('a01')).toBe(50);
    expect(count).toBe(4);
  });

  test('is finished with bookmarks, labels, metadata and heads that another reader finds', async () => {
    const finished = await finishPdf(await pdfWith(PLACES, form), await pdfWith({}, 'tree'), FACTS);
    const read = await readPdf(finished);
    expect(read.outline).toEqual([
      { title: 'Part 1', level: 0, page: 2 },
      { title: 'RFC “one”', level: 1, page: 3 },
      { title: 'Goals', level: 2, page: 4 },
    ]);
    expect(read.labels).toEqual(['Cover', '1', '2', '3']);
    expect(Object.fromEntries(read.destinations)).toEqual(PLACES);
    expect(read.metadata).toMatchObject({ Title: FACTS.title, Author: 'Somebody', Subject: 'A subject' });
    // The heads lie over every page but the cover.
    expect(read.pages.map((text) => text.match(/Text of page/g)?.length)).toEqual([1, 2, 2, 2]);
  });
});

test('finishing the same file twice gives the same bytes', async () => {
  const [book, heads] = [await pdfWith(PLACES, 'tree'), await pdfWith({}, 'tree')];
  const [first, second] = [await finishPdf(book, heads, FACTS), await finishPdf(book, heads, FACTS)];
  expect(Buffer.compare(first, second)).toBe(0);
  const dates = await PDFDocument.load(first, { updateMetadata: false });
  expect(dates.getCreationDate()?.toISOString()).toBe('2000-01-01T00:00:00.000Z');
});

test('our own reading back agrees with the other reader', async () => {
  const finished = await finishPdf(await pdfWith(PLACES, 'tree'), await pdfWith({}, 'tree'), FACTS);
  const [own, other] = [await readBack(finished), await readPdf(finished)];
  expect(own.bookmarks).toEqual(other.outline);
  expect([...own.destinations]).toEqual([...other.destinations]);
  expect(own.pages).toBe(other.pages.length);
  expect(own.title).toBe(FACTS.title);
  expect(own.active).toEqual([]);
});

test('what a viewer might run or unpack is found, wherever it hides', async () => {
  const file = await PDFDocument.load(await pdfWith(PLACES, 'tree'));
  file.addJavaScript('hello', 'app.alert(1)');
  await file.attach(new Uint8Array([1]), 'a.bin');
  const launch = file.context.obj({ Type: 'Annot', Subtype: 'Link', A: { S: 'Launch', F: 'x' } });
  file.getPage(0).node.set(PDFName.of('Annots'), file.context.obj([launch]));
  const { active } = await readBack(await file.save());
  expect(active).toEqual(expect.arrayContaining(['EmbeddedFiles', 'JavaScript', 'JS', 'Launch']));
});
