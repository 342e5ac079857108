import { ParseSpeeds, PDFDocument, type SaveOptions } from '@cantoo/pdf-lib';

/** A file, or one that was read already: reading a book takes a good part of a second. */
export type Pdf = Uint8Array | PDFDocument;

/** Reads a file as it is, letting others have their turn every 1,500 objects. */
export async function openPdf(pdf: Pdf): Promise<PDFDocument> {
  return pdf instanceof PDFDocument
    ? pdf
    : PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fast });
}

/** How finished files are written: small, and with nothing in them that was not put there. */
export const SAVE: SaveOptions = {
  useObjectStreams: true,
  addDefaultPage: false,
  updateFieldAppearances: false,
  objectsPerTick: ParseSpeeds.Fast,
};
