import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { decoded } from './decoded';
import { latin1 } from './latin1';

/** From the bytes a font is shown with to their text. A glyph without a character becomes U+FFFD. */
export type DecodeText = (bytes: string) => string;

/** Stands for a glyph that nobody can search for or copy. */
export const LOST = '\ufffd';

/** Reads a font's own table of characters (ISO 32000, 9.10.3). Simple fonts without one have their bytes as text. */
export function fontText(font: PDFDict): DecodeText {
  const composite = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0');
  const width = composite ? 2 : 1;
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const table = stream instanceof PDFRawStream ? charactersOf(latin1(decoded(stream))) : null;
  return (bytes) => {
    let out = '';
    for (let i = 0; i + width <= bytes.length; i += width) {
      const code = width === 2 ? bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1) : bytes.charCodeAt(i);
      out += table ? (table.get(code) ?? LOST) : composite ? LOST : bytes[i];
    }
    return out;
  };
}

function charactersOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]*)>/gi))
      table.set(Number.parseInt(code, 16), utf16(text));
  }
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]*)>|\[([^\]]*)\])/gi);
    for (const [, low = '', high = '', first, list] of ranges) {
      const [from, to] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
      const given =
        list === undefined ? null : [...list.matchAll(/<([0-9a-f]*)>/gi)].map((m) => utf16(m[1] ?? ''));
      const start = utf16(first ?? '');
      for (let code = from; code <= to && code - from < 65_536; code++) {
        const text = given ? given[code - from] : next(start, code - from);
        if (text !== undefined) table.set(code, text);
      }
    }
  }
  return table;
}

/** The text `by` characters on: only the last unit counts up. */
function next(text: string, by: number): string {
  if (by === 0) return text;
  const last = [...text].at(-1) ?? '';
  return text.slice(0, text.length - last.length) + String.fromCodePoint((last.codePointAt(0) ?? 0) + by);
}

function utf16(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  let text = '';
  for (let i = 0; i + 4 <= digits.length; i += 4)
    text += String.fromCharCode(Number.parseInt(digits.slice(i, i + 4), 16));
  if (digits.length === 2) text = String.fromCharCode(Number.parseInt(digits, 16));
  // Zero is what a glyph gets that has no character.
  return text === '' || text === '\0' ? LOST : text;
}
