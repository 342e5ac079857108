import { createHash } from 'node:crypto';
import { type PDFDict, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { PAGE } from './paper';

const SHEET = { width: 595, height: 842 } as const;
/** Points between two lines, by how close an article is set. */
const LINES = [15, 13.7, 12.6] as const;
const LETTERS = 80;
/** Caption and margins of a figure, in points. */
const AROUND = 46;

/** Where a document of ours is laid out: a line is a line of letters, a figure a box that does not break. */
interface Place {
  readonly page: number;
  readonly drop: number;
}

/**
 * Stands in for the engine where what is tested is how often and in what a book is printed. It lays out by counting letters, so that text that grows,
 * a number that is longer and a figure that is smaller move what follows; as with the engine, a section begins on a page of its own, is laid out the
 * same wherever it stands, and only ids that a link names have a place in the file. Every page holds a digest of the whole document.
 */
export class Press {
  /** What was printed, in order. */
  readonly documents: string[] = [];

  async print(document: string): Promise<Uint8Array> {
    this.documents.push(document);
    const body = document.slice(document.indexOf('<body>') + 6, document.indexOf('</body>'));
    const sheets = body.split('class="sheet"').length - 1;
    const layout = sheets > 0 ? { pages: sheets, places: new Map<string, Place>() } : layOut(body);
    const linked = new Set([...body.matchAll(/ href="#([^"]+)"/g)].map(([, id = '']) => id));
    const file = await PDFDocument.create();
    const font = await file.embedFont(StandardFonts.Courier);
    const digest = createHash('sha256').update(body).digest('hex');
    for (let page = 1; page <= layout.pages; page++)
      file
        .addPage([SHEET.width, SHEET.height])
        .drawText(`${page} ${digest}`, { x: 60, y: 400, size: 9, font });
    const places = file.context.obj({}) as PDFDict;
    for (const [id, { page, drop }] of layout.places) {
      if (!linked.has(id)) continue;
      const target = [file.getPage(page).ref, PDFName.of('XYZ'), 0, SHEET.height - drop, null];
      places.set(PDFName.of(id), file.context.obj(target));
    }
    file.catalog.set(PDFName.of('Dests'), places);
    return file.save();
  }
}

/** Numbers that stand in boxes of one width take the same room whatever they are. */
function boxed(body: string): string {
  return body
    .replace(/(class="page-number">)[^<]*/g, '$1000')
    .replace(/(class="mention">p\. )[^<]*/g, '$1000')
    .replace(/(class="page-ref fixed">p\. <span>)[^<]*/g, '$1000');
}

function layOut(body: string): { readonly pages: number; readonly places: ReadonlyMap<string, Place> } {
  const { top, height } = PAGE.A4;
  const places = new Map<string, Place>();
  let [page, y, line, depth] = [0, top as number, LINES[0] as number, 0];
  let [letters, breaks, begun] = [0, true, true];
  let waiting: { readonly id: string; readonly at: number }[] = [];
  const room = (needed: number) => {
    if (y + needed > top + height && y > top) [page, y] = [page + 1, top];
  };
  /** Sets the letters of a block, and with them the places that wait for a line. */
  const setLines = () => {
    const lines = Math.ceil(letters / LETTERS);
    for (let i = 0; i < lines; i++) {
      room(line);
      for (const { id, at } of waiting)
        if (Math.min(lines - 1, Math.floor(at / LETTERS)) === i) places.set(id, { page, drop: y });
      y += line;
    }
    if (lines > 0) [waiting, letters] = [[], 0];
  };
  const newPage = () => {
    for (const { id } of waiting) places.set(id, { page, drop: y });
    [waiting, page, y, begun] = [[], page + 1, top, false];
  };
  for (const [, closing, name = '', attributes = '', text = ''] of boxed(body).matchAll(
    /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g,
  )) {
    letters += text.trim().length;
    if (/^(?:section|nav|article)$/.test(name)) {
      setLines();
      if (closing) {
        depth--;
        if (depth === 0 && breaks) newPage();
      } else {
        if (depth === 0) {
          const look = /class="([^"]*)"/.exec(attributes)?.[1] ?? '';
          line = LINES[/ tighter/.test(look) ? 2 : / tight/.test(look) ? 1 : 0];
          breaks = !/ last$|^addresses$/.test(look);
        }
        depth++;
      }
    } else if (name === 'figure' && !closing) setLines();
    else if (name === 'svg' && !closing) {
      const box = Number(/ height="([\d.]+)"/.exec(attributes)?.[1] ?? 0) * 0.75 + AROUND;
      if (box > AROUND) {
        room(box);
        for (const { id } of waiting) places.set(id, { page, drop: y });
        [waiting, y] = [[], y + box];
      }
    } else if (/^(?:p|h\d|li|tr|caption|figcaption|pre|dl|blockquote|div|ul|ol|table)$/.test(name))
      setLines();
    if (name === 'div' && attributes.includes('"turn"') && !closing) newPage();
    const id = / id="([^"]+)"/.exec(attributes)?.[1];
    if (id !== undefined && !closing) {
      waiting.push({ id, at: letters });
      begun = true;
    }
    if (text.trim() !== '' && depth > 0) begun = true;
  }
  setLines();
  for (const { id } of waiting) places.set(id, { page, drop: y });
  return { pages: begun ? page + 1 : page, places };
}
