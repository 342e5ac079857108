import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { decoded } from './decoded';
import { latin1 } from './latin1';

/** A text that a PDF holds outside of its pages, and where: `Title`, `Names`, `URI`, `Alt` and the like. */
export interface PdfText {
  readonly where: string;
  readonly text: string;
}

/** Streams that hold neither text nor anything that could be read as one. */
const NO_TEXT = new Set(['Image']);

/**
 * Every name, string and readable stream of a PDF: metadata, outline, named destinations, addresses of links, structure, alternative texts, layers,
 * attachments, and objects that nothing refers to any more.
 */
export function pdfTexts(document: PDFDocument): PdfText[] {
  const found: PdfText[] = [];
  const add = (where: string, text: string) => {
    if (text !== '') found.push({ where, text });
  };
  const look = (value: PDFObject | undefined, where: string): void => {
    if (value instanceof PDFString || value instanceof PDFHexString) {
      add(where, value.decodeText());
      // Some write bytes of UTF-8 without saying so.
      add(where, Buffer.from(value.asBytes()).toString('utf8'));
    } else if (value instanceof PDFName) add(where, value.decodeText());
    else if (value instanceof PDFArray) for (const item of value.asArray()) look(item, where);
    else if (value instanceof PDFDict) {
      for (const [key, item] of value.entries()) {
        add('a key', key.decodeText());
        look(item, key.decodeText());
      }
    } else if (value instanceof PDFStream) {
      look(value.dict, 'a stream');
      for (const text of streamTexts(value)) add('a stream', text);
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object, 'an object');
  look(document.context.trailerInfo.Info, 'Info');
  return found;
}

/** Metadata in XML and attachments as text; pages and fonts are compressed drawings, whose text is read with their fonts. */
function streamTexts(stream: PDFStream): string[] {
  if (!(stream instanceof PDFRawStream)) return [];
  const subtype = stream.dict.lookup(PDFName.of('Subtype'));
  const kind = subtype instanceof PDFName ? subtype.decodeText() : '';
  if (NO_TEXT.has(kind)) {
    const metadata = latin1(stream.contents);
    return /Exif|<x:xmpmeta|Photoshop/.test(metadata) ? [metadata] : [];
  }
  try {
    const bytes = decoded(stream);
    return [Buffer.from(bytes).toString('utf8'), ...(bytes[0] === 0xfe ? [utf16(bytes)] : [])];
  } catch {
    return [];
  }
}

function utf16(bytes: Uint8Array): string {
  return new TextDecoder('utf-16be').decode(bytes);
}
