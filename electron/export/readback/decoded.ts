import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';

/** The bytes of a stream as its filters give them. The usual filter is left to Node, which is many times faster. */
export function decoded(stream: PDFRawStream): Uint8Array {
  const { dict } = stream;
  const plain =
    dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
  if (!plain) return decodePDFRawStream(stream).decode();
  try {
    return inflateSync(stream.contents);
  } catch {
    // A stream with an end that is not as it should be.
    return decodePDFRawStream(stream).decode();
  }
}
