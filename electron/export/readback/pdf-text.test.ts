import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRedaction } from '../../../shared/portfolio/redaction/read-redaction';
import { Redactor } from '../../../shared/portfolio/redaction/redactor';
import { operations } from './content-tokens';
import { findOriginals } from './find-originals';
import { textRuns } from './pdf-text';
import { readPages } from './read-pages';

const LIST = `version: 1
terms: [{original: Meridian, pseudonym: Company A}]
people: [{name: Ines Carvalho, pseudonym: Alex Morgan}]
`;
const redactor = () => new Redactor(readRedaction(LIST).redaction ?? expect.fail('The list holds'));

async function pdf(change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([300, 400]).drawText('Nothing to see', { x: 20, y: 200, size: 12, font });
  await change(document);
  return document.save({ useObjectStreams: true });
}

const leaks = async (name: string, bytes: Uint8Array) =>
  (await findOriginals(new Map([[name, bytes]]), redactor())).map(({ where, found }) => `${where}: ${found}`);

describe('what is left of the originals is found', () => {
  it('nothing where nothing is', async () => {
    expect(await leaks('portfolio.pdf', await pdf(() => undefined))).toEqual([]);
  });

  it.each<[string, (document: PDFDocument) => void | Promise<void>, string]>([
    ['title', (d) => d.setTitle('At Meridian'), 'Title: Meridian'],
    ['keywords', (d) => d.setKeywords(['Ines Carvalho']), 'Keywords: Ines Carvalho'],
    [
      'text of a page',
      async (d) => {
        d.getPage(0).drawText('meridian', { font: await d.embedFont(StandardFonts.Helvetica) });
      },
      'page 1: meridian',
    ],
    [
      'a drawing inside a drawing, without colour',
      async (d) => {
        const inner = await PDFDocument.create();
        inner.addPage([50, 50]).drawText('Carvalho', { opacity: 0 });
        const [embedded] = await d.embedPdf(await inner.save());
        if (embedded) d.getPage(0).drawPage(embedded);
      },
      'page 1: Carvalho',
    ],
    [
      'an address of a link',
      (d) => {
        const link = d.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          A: { S: 'URI', URI: PDFString.of('https://x.io/ines-carvalho') },
        });
        d.getPage(0).node.addAnnot(d.context.register(link));
      },
      'URI: ines-carvalho',
    ],
    [
      'a named destination',
      (d) => d.catalog.set(PDFName.of('Dests'), d.context.obj({ 'a01-meridian': [0] })),
      'a key: meridian',
    ],
    [
      'an outline entry',
      (d) => {
        d.context.register(d.context.obj({ Title: PDFHexString.fromText('At Meridian') }));
      },
      'Title: Meridian',
    ],
    [
      'metadata in XML, compressed',
      (d) => {
        d.context.register(
          d.context.flateStream('<dc:creator>Ines Carvalho</dc:creator>', { Type: 'Metadata' }),
        );
      },
      'a stream: Ines Carvalho',
    ],
    [
      'an attachment',
      async (d) => {
        await d.attach(new TextEncoder().encode('by carvalho'), 'notes.txt');
      },
      'a stream: carvalho',
    ],
  ])('%s', async (_, change, expected) => {
    expect(await leaks('portfolio.pdf', await pdf(change))).toContain(`portfolio.pdf, ${expected}`);
  });

  it('in a zip: names, texts, data and pictures', async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const zip = zipSync({
      'kit/meridian.md': encode('# Nothing'),
      'kit/a.yaml': encode('a: "In\\u0065s"\n'),
      'kit/b.png': encode('\x89PNG\0\0\0tEXtAuthor\0by Ines Carvalho\0\0'),
      'manifest.json': encode(`{"sha256": "${'meridian'.replace(/./g, 'a').repeat(8)}"}`),
    });
    expect(await leaks('portfolio.zip', zip)).toEqual([
      'portfolio.zip, the name of kit/meridian.md: meridian',
      'portfolio.zip, kit/a.yaml: In\\u0065s',
      'portfolio.zip, kit/b.png, beside its pixels: Ines Carvalho',
    ]);
  });
});

it('text has its place and size', async () => {
  const document = await PDFDocument.load(await pdf(() => undefined));
  expect(textRuns(document, document.getPage(0))).toMatchObject([
    { text: 'Nothing to see', x: 20, y: 200, lastX: 20, size: 12, scale: 1 },
  ]);
});

it('reads strings, numbers and pictures in content as the format writes them', () => {
  const stream =
    'q 1 0 0 -1.5 .5 2 cm % remark\n(a\\(b\\)\\101(c)\\\n) Tj <4142 4> Tj [(x) -20 <79>] TJ BI /W 1 ID \x01(\xff EI Q';
  expect(
    [...operations(stream)].map(({ operator, operands }) => [operator, JSON.stringify(operands)]),
  ).toEqual([
    ['q', '[]'],
    ['cm', '[1,0,0,-1.5,0.5,2]'],
    ['Tj', '[{"kind":"string","bytes":"a(b)A(c)"}]'],
    ['Tj', '[{"kind":"string","bytes":"AB@"}]'],
    ['TJ', '[{"kind":"array","items":[{"kind":"string","bytes":"x"},-20,{"kind":"string","bytes":"y"}]}]'],
    ['BI', '[]'],
    ['Q', '[]'],
  ]);
});

it('reading a book back can be given up midway', async () => {
  const file = await PDFDocument.create();
  for (let i = 0; i < 30; i++) file.addPage([100, 100]);
  let looks = 0;
  const reading = readPages(file, () => {
    if (++looks === 12) throw new Error('cancelled');
  });
  await expect(reading).rejects.toThrow('cancelled');
  expect(looks).toBe(12);
});
