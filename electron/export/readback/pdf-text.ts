import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Operand, operations } from './content-tokens';
import { decoded } from './decoded';
import { type DecodeText, fontText } from './font-text';
import { latin1 } from './latin1';

/** A piece of text as it is shown in one go, with the place of its start in points from the lower left corner of the sheet. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where its last glyph starts, for what is not turned. */
  readonly lastX: number;
  /** Height of the type in points. */
  readonly size: number;
  /** Points per unit in which the type was set; 0.75 for a page of pixels that was not shrunk. */
  readonly scale: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Drawings inside drawings beyond this are a loop. */
const DEEPEST = 24;

/** What a page shows. */
export interface PageContent {
  readonly runs: readonly TextRun[];
  /** How often a shape is filled or drawn, or a picture painted. */
  readonly paints: number;
}

/** All text of a page in the order of its content: also what lies under something else, or is drawn in no colour. */
export function pageContent(document: PDFDocument, page: PDFPage): PageContent {
  const reader = new RunReader(document);
  const resources = page.node.Resources();
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  const text = streams.map((stream) => streamText(document, stream)).join('\n');
  reader.read(text, resources, IDENTITY, 0);
  return reader;
}

/** As {@link pageContent}, the text alone. */
export function textRuns(document: PDFDocument, page: PDFPage): readonly TextRun[] {
  return pageContent(document, page).runs;
}

/** Operators that fill or draw the path before them. */
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'BI']);

/** Fonts that were read: most pages share them. */
const FONTS = new WeakMap<PDFDict, DecodeText>();

class RunReader implements PageContent {
  readonly runs: TextRun[] = [];
  paints = 0;

  constructor(private readonly document: PDFDocument) {}

  read(content: string, resources: PDFDict | undefined, base: Matrix, depth: number): void {
    let matrix = base;
    const saved: Matrix[] = [];
    let [line, place] = [IDENTITY, IDENTITY];
    let [leading, size] = [0, 0];
    let decode: DecodeText | null = null;
    let open = false;
    const show = (operand: Operand | undefined) => {
      const text = textOf(operand, decode);
      if (text === '') return;
      const at = multiply(place, matrix);
      const last = this.runs.at(-1);
      // Each glyph may be shown on its own; those of one text object and line are one piece.
      if (open && last && Math.abs(last.y - at[5]) < 0.01) {
        this.runs[this.runs.length - 1] = { ...last, text: last.text + text, lastX: at[4] };
        return;
      }
      open = true;
      const scale = Math.hypot(at[2], at[3]);
      this.runs.push({ text, x: at[4], y: at[5], lastX: at[4], size: size * scale, scale });
    };
    const move = (x: number, y: number) => {
      line = multiply([1, 0, 0, 1, x, y], line);
      place = line;
    };
    for (const { operator, operands } of operations(content)) {
      switch (operator) {
        case 'q':
          saved.push(matrix);
          break;
        case 'Q':
          matrix = saved.pop() ?? base;
          break;
        case 'cm':
          matrix = multiply(matrixOf(operands), matrix);
          break;
        case 'BT':
          open = false;
          line = IDENTITY;
          place = IDENTITY;
          break;
        case 'Tf':
          decode = this.font(resources, nameOf(operands[0]));
          size = numberOf(operands[1]);
          open = false;
          break;
        case 'TL':
          leading = numberOf(operands[0]);
          break;
        case 'Tm':
          line = matrixOf(operands);
          place = line;
          break;
        case 'TD':
          leading = -numberOf(operands[1]);
          move(numberOf(operands[0]), numberOf(operands[1]));
          break;
        case 'Td':
          move(numberOf(operands[0]), numberOf(operands[1]));
          break;
        case 'T*':
          move(0, -leading);
          break;
        case "'":
        case '"':
          move(0, -leading);
          show(operands.at(-1));
          break;
        case 'Tj':
        case 'TJ':
          show(operands[0]);
          break;
        case 'Do':
          if (depth < DEEPEST) this.drawing(resources, nameOf(operands[0]), matrix, depth);
          break;
        default:
          if (PAINTS.has(operator)) this.paints++;
          break;
      }
    }
  }

  private drawing(resources: PDFDict | undefined, name: string, matrix: Matrix, depth: number): void {
    const drawing = entry(resources, 'XObject', name);
    if (
      !(drawing instanceof PDFRawStream) ||
      drawing.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')
    )
      return;
    const own = drawing.dict.lookup(PDFName.of('Matrix'));
    const placed =
      own instanceof PDFArray
        ? multiply(matrixOf(own.asArray().map((n) => (n instanceof PDFNumber ? n.asNumber() : 0))), matrix)
        : matrix;
    const inner = drawing.dict.lookup(PDFName.of('Resources'));
    this.read(
      streamText(this.document, drawing),
      inner instanceof PDFDict ? inner : resources,
      placed,
      depth + 1,
    );
  }

  private font(resources: PDFDict | undefined, name: string): DecodeText | null {
    const font = entry(resources, 'Font', name);
    if (!(font instanceof PDFDict)) return null;
    let known = FONTS.get(font);
    if (!known) {
      known = fontText(font);
      FONTS.set(font, known);
    }
    return known;
  }
}

function entry(resources: PDFDict | undefined, group: string, name: string): PDFObject | undefined {
  const entries = resources?.lookup(PDFName.of(group));
  return entries instanceof PDFDict ? entries.lookup(PDFName.of(name)) : undefined;
}

function streamText(document: PDFDocument, object: PDFObject): string {
  const stream = object instanceof PDFRef ? document.context.lookup(object) : object;
  if (stream instanceof PDFRawStream) return latin1(decoded(stream));
  // What pdf-lib wrote itself and has not saved yet.
  const unsaved = stream as { getUnencodedContents?: () => Uint8Array } | undefined;
  return unsaved?.getUnencodedContents ? latin1(unsaved.getUnencodedContents()) : '';
}

function textOf(operand: Operand | undefined, decode: DecodeText | null): string {
  if (typeof operand !== 'object' || !decode) return '';
  if (operand.kind === 'string') return decode(operand.bytes);
  if (operand.kind !== 'array') return '';
  return operand.items
    .map((item) => (typeof item === 'object' && item.kind === 'string' ? decode(item.bytes) : ''))
    .join('');
}

function nameOf(operand: Operand | undefined): string {
  return typeof operand === 'object' && operand.kind === 'name' ? operand.name : '';
}

function numberOf(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}

function matrixOf(operands: readonly Operand[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(numberOf);
  return [a, b, c, d, e, f];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}
