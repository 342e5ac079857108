import { PDFArray, type PDFDict, PDFDocument, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { openPdf } from './open-pdf';
import { destinations } from './pdf-file';

/** One printed piece of a book. */
export interface Piece {
  readonly pdf: Uint8Array;
  /** How many of its pages, from the first, belong to the book; what stands behind them was only there to be pointed at. */
  readonly pages: number;
}

/**
 * One file of pieces that were printed by themselves. Links name the place that they lead to, so that those from one piece into another work once all
 * places are in one list. Tags are not carried over.
 */
export async function joinPieces(pieces: readonly Piece[]): Promise<PDFDocument> {
  const book = await PDFDocument.create({ updateMetadata: false });
  const places = book.context.obj({}) as PDFDict;
  for (const piece of pieces) {
    const source = await openPdf(piece.pdf);
    const kept = source.getPages().slice(0, piece.pages);
    const copies = await book.copyPages(source, [...kept.keys()]);
    const copied = new Map<string, PDFPage>();
    copies.forEach((copy, i) => {
      copy.node.delete(PDFName.of('StructParents'));
      book.addPage(copy);
      copied.set((kept[i] as PDFPage).ref.toString(), copy);
    });
    for (const [name, target] of destinations(source)) {
      const page = target.get(0);
      const copy = page instanceof PDFRef ? copied.get(page.toString()) : undefined;
      if (!copy) continue;
      const place = PDFArray.withContext(book.context);
      place.push(copy.ref);
      for (let i = 1; i < target.size(); i++) place.push(target.get(i).clone());
      places.set(PDFName.of(name), place);
    }
  }
  book.catalog.set(PDFName.of('Dests'), places);
  return book;
}
