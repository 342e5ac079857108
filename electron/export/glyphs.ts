import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PreflightLine } from '../../shared/ipc/payloads';
import { openPdf, type Pdf } from './open-pdf';

/** Characters that no letter has to stand for: blanks, marks that join or direct, and those that are drawn with their neighbour. */
const UNDRAWN = /[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Emoji_Modifier}]/u;
/** Beyond what the bundled faces surely have: most books hold none of these, and need no look into their fonts. */
const STRANGE = /[\u0250-\u200f\u2027-\u{10ffff}]/u;
/** So many characters are named per file; the rest is counted. */
const NAMED = 8;

/** What the book shows of a file, and the file's own text, in which places are told. */
export interface PrintedText {
  readonly path: string;
  readonly shown: string;
  readonly source: string;
}

/**
 * Characters of the texts that the finished file has no letter for: neither the bundled faces nor those of this machine could draw them, so that the
 * page shows an empty box. One line per file, at its first such character.
 */
export async function missingGlyphs(
  pdf: Pdf | ReadonlySet<string>,
  texts: readonly PrintedText[],
): Promise<PreflightLine[]> {
  const strange = texts.filter(({ shown }) => STRANGE.test(shown));
  if (strange.length === 0) return [];
  const drawn = pdf instanceof Set ? pdf : await drawnCharacters(pdf as Pdf);
  return strange.flatMap(({ path, shown, source }): PreflightLine[] => {
    const missing = new Set(strangeOf(shown).filter((character) => !isDrawn(character, drawn)));
    if (missing.size === 0) return [];
    const [first = ''] = missing;
    const named = [...missing].slice(0, NAMED).map((c) => `${c} (${codeOf(c)})`);
    const more = missing.size > NAMED ? ` and ${missing.size - NAMED} more` : '';
    return [
      {
        level: 'problem',
        message: `No font of this machine has ${named.join(', ')}${more}: the page shows an empty box instead. Install a font that has them, or write it another way.`,
        path,
        line: source.slice(0, Math.max(0, source.indexOf(first))).split('\n').length,
      },
    ];
  });
}

/** The words of printed markup. Of formulas only their text: large signs are drawn by forms that stand for no character, in a face that has them all. */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<math\b[\s\S]*?<\/math>/g, (formula) =>
      [...formula.matchAll(/<mtext\b[^>]*>([^<]*)/g)].map(([, text = '']) => ` ${text} `).join(''),
    )
    .replace(/<[^>]*>/g, ' ');
}

/** Characters of texts that a font has to be looked at for, each once. */
export function strangeCharacters(texts: readonly PrintedText[]): string[] {
  return [...new Set(texts.flatMap(({ shown }) => (STRANGE.test(shown) ? strangeOf(shown) : [])))].sort();
}

function strangeOf(text: string): string[] {
  return [...text].filter((character) => character > '\u024f' && !UNDRAWN.test(character));
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A letter may be drawn by a form of it: its presentation in Arabic, its parts, or what it is compatible with. */
function isDrawn(character: string, drawn: ReadonlySet<string>): boolean {
  if (drawn.has(character)) return true;
  return (['NFC', 'NFD', 'NFKC'] as const).some((form) =>
    [...character.normalize(form)].every((part) => drawn.has(part)),
  );
}

/** Every character that a font of the file maps a letter to. */
export async function drawnCharacters(pdf: Pdf): Promise<ReadonlySet<string>> {
  const document = await openPdf(pdf);
  const found = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('ToUnicode'))) continue;
    const map = object.lookup(PDFName.of('ToUnicode'));
    if (!(map instanceof PDFRawStream)) continue;
    for (const character of readCMap(contentOf(map))) {
      found.add(character);
      for (const part of character.normalize('NFKC')) found.add(part);
    }
  }
  return found;
}

function contentOf(stream: PDFRawStream): string {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const name = filter instanceof PDFArray ? filter.lookup(0) : filter;
  const bytes = stream.getContents();
  const plain = name === PDFName.of('FlateDecode') ? inflateSync(bytes) : bytes;
  return Buffer.from(plain).toString('latin1');
}

/** The characters of a ToUnicode map. Glyph 0 is the empty box, whatever it is said to stand for. */
function* readCMap(text: string): Iterable<string> {
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of body.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      if (Number.parseInt(glyph, 16) !== 0) yield* utf16(to);
    }
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = body.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])/g);
    for (const [, from = '', to = '', start, list] of ranges) {
      if (list !== undefined) {
        for (const [, each = ''] of list.matchAll(/<([0-9a-fA-F]+)>/g)) yield* utf16(each);
        continue;
      }
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const base = [...utf16(start ?? '')].at(-1)?.codePointAt(0) ?? 0;
      for (let i = first === 0 ? 1 : 0; i <= last - first; i++) yield String.fromCodePoint(base + i);
    }
  }
}

function utf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
