import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFStream } from '@cantoo/pdf-lib';
import type { PageNumbers } from '../book';
import { openPdf, SAVE } from '../open-pdf';
import { drawLayer, type PdfFacts, setFacts } from '../pdf-file';

/** The slides with their feet laid over, bookmarks and metadata. */
export async function finishSlides(
  slides: Uint8Array,
  feet: Uint8Array,
  facts: PdfFacts,
): Promise<Uint8Array> {
  const document = await openPdf(slides);
  await layFeet(document, feet);
  return finished(document, facts);
}

async function layFeet(document: PDFDocument, feet: Uint8Array): Promise<void> {
  const source = await openPdf(feet);
  const layers = await document.embedPdf(source, source.getPageIndices());
  const pages = document.getPages();
  layers.slice(0, pages.length).forEach((layer, i) => {
    drawLayer(pages[i] as PDFPage, layer);
  });
}

/** Where a picture of a slide's page goes: the page of the handout, and how far below its upper edge, in points. */
export interface PicturePlace {
  readonly slidePage: number;
  readonly page: number;
  readonly drop: number;
}

/** From the left edge of the handout to a picture, and the picture's width, in points: those of the style sheet. */
const PICTURE = { left: (20 / 25.4) * 72, width: (130 / 25.4) * 72 } as const;

/** The handout with the pictures of the slides, which stay vectors. */
export async function finishNotes(
  notes: Uint8Array,
  feet: Uint8Array,
  slides: Uint8Array,
  places: readonly PicturePlace[],
  facts: PdfFacts,
): Promise<Uint8Array> {
  const document = await openPdf(notes);
  await layFeet(document, feet);
  const source = await openPdf(slides);
  const layers = await document.embedPdf(source, source.getPageIndices());
  const { left, width } = PICTURE;
  for (const { slidePage, page, drop } of places) {
    const layer = layers[slidePage - 1];
    const target = document.getPages()[page - 1];
    if (!layer || !target) continue;
    const height = (layer.height * width) / layer.width;
    drawLayer(target, layer, { x: left, y: target.getHeight() - drop - height, width });
  }
  return finished(document, facts);
}

function finished(document: PDFDocument, facts: PdfFacts): Promise<Uint8Array> {
  setFacts(document, facts);
  return document.save(SAVE);
}

/** Bookmarks of slides: one for each, and one for its deck above them where there are several. */
export function slideMarks(
  decks: readonly {
    readonly title: string;
    readonly slides: readonly { id: string; number: number; headline: string }[];
  }[],
  pages: PageNumbers,
): PdfFacts['bookmarks'] {
  const groups = decks.map((deck) => ({
    title: deck.title,
    destination: deck.slides[0]?.id ?? '',
    page: pages.get(deck.slides[0]?.id ?? '') ?? 1,
    children: deck.slides.map(({ id, number, headline }) => ({
      title: `${number} · ${headline}`,
      destination: id,
      page: pages.get(id) ?? 1,
      children: [],
    })),
  }));
  return groups.length === 1 ? (groups[0]?.children ?? []) : groups;
}

/** The faces of a file by name; `held` when it carries their shapes, without which another machine shows other letters. */
export async function facesOf(
  bytes: Uint8Array,
): Promise<{ readonly name: string; readonly held: boolean }[]> {
  const document = await openPdf(bytes);
  const faces: { name: string; held: boolean }[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor'))
      continue;
    const held = ['FontFile', 'FontFile2', 'FontFile3'].some(
      (key) => object.lookup(PDFName.of(key)) instanceof PDFStream,
    );
    faces.push({ name: String(object.get(PDFName.of('FontName')) ?? 'a font without a name'), held });
  }
  return faces;
}
