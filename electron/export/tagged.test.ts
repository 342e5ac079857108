import { readFile } from 'node:fs/promises';
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { readPdf } from '../../scripts/pdf/read-pdf';
import { pdfWith } from './export.test-support';
import { openPdf } from './open-pdf';
import { finishPdf, readBack } from './pdf-file';
import { readPages } from './readback/read-pages';

/** Printed by Chromium 156 with its tags: three pages with headings, links, a table and a list. The older runtime of the tests writes none. */
const TAGGED = new URL('tagged.fixture.pdf', import.meta.url);
const FACTS = {
  title: 'Tagged',
  author: 'Somebody',
  subject: '',
  bookmarks: [{ title: 'An artifact', page: 2, destination: 'a01', children: [] }],
};

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** What a voice would be told of each page, as another library than ours reads it: roles, and the marks of text that the page really has. */
async function structure(bytes: Uint8Array): Promise<{ roles: string[]; text: string[] }> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const [roles, text]: [string[], string[]] = [[], []];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const words = new Map<string, string>();
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast(Boolean);
        if (id) words.set(id, (words.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
    }
    const walk = ({ role, id, children = [] }: Node): void => {
      if (role && role !== 'NonStruct' && role !== 'Root') roles.push(`${number} ${role}`);
      if (id !== undefined) text.push(words.get(id)?.trim() ?? '');
      for (const child of children) walk(child);
    };
    walk((await page.getStructTree()) as Node);
  }
  await task.destroy();
  return { roles, text };
}

test('heads, bookmarks and metadata leave the tags of a printed book as they are', async () => {
  const printed = new Uint8Array(await readFile(TAGGED));
  const before = await structure(printed);
  expect(before.roles).toEqual(
    expect.arrayContaining([
      '1 H1',
      '1 Link',
      '2 H1',
      '2 Table',
      '2 TR',
      '2 TH',
      '2 TD',
      '2 L',
      '2 LI',
      '3 P',
    ]),
  );
  expect(before.text.join(' ')).toContain('An artifact Some words. Who What Ada writes');

  const heads = await pdfWith({}, 'tree', 3);
  const finished = await finishPdf(printed, heads, FACTS);
  // The words of the heads are on the pages, and belong to no element: nobody is read them between two sentences.
  expect(await structure(finished)).toEqual(before);
  expect((await readPdf(finished)).pages[1]).toContain('Text of page 2');
  const { catalog } = await openPdf(finished);
  expect(String(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked')))).toBe('true');
  expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
});

test('a tagged book is read back like any other', async () => {
  const finished = await finishPdf(
    new Uint8Array(await readFile(TAGGED)),
    await pdfWith({}, 'tree', 3),
    FACTS,
  );
  const found = await readBack(finished);
  expect(found).toMatchObject({ pages: 3, active: [], title: 'Tagged' });
  expect(Object.fromEntries(found.destinations)).toMatchObject({ part1: 1, a01: 2 });
  expect(found.bookmarks).toEqual([{ title: 'An artifact', page: 2, level: 0 }]);
  const pages = await readPages(finished);
  expect(pages[1]?.compact).toContain('anartifactsomewords.whowhatadawrites');
  expect(pages[1]?.runs.every(({ scale }) => Math.abs(scale - 0.75) < 0.02 || scale === 1)).toBe(true);
});
