import type { Span } from '../span';
import type { TextLine, TextLines } from './lines';

export type Alignment = 'none' | 'left' | 'center' | 'right';

/** A cell as it is written: `whole` lies between its bars, `text` leaves out the blanks beside it (empty at the place to write at). */
export interface WrittenCell {
  readonly whole: Span;
  readonly text: Span;
}

/** A line of a table. */
export interface TableLine extends TextLine {
  /** What precedes the first bar or cell: marks of quotations and lists, indentation. */
  readonly lead: string;
  readonly openBar: boolean;
  readonly closeBar: boolean;
  readonly cells: readonly WrittenCell[];
}

/** A table as it is written, not as it is read: every character has its place. */
export interface WrittenTable extends Span {
  readonly header: TableLine;
  readonly delimiter: TableLine;
  readonly rows: readonly TableLine[];
  readonly alignments: readonly Alignment[];
}

/** A longer table is edited as text. */
const MOST_LINES = 20_000;
const LEAD = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;
/** Behind the lead of a line inside a table: no mark of a list, which would end it. */
const INNER_LEAD = /^(?:[ \t]*>)*[ \t]*/;
const OTHER_BLOCK =
  /^(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|<[/!?A-Za-z]|(?:[-*+]|1[.)])[ \t]|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;
const RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * The table around an offset, or null. Reads the lines around it only. The caller knows what is code: a table in a fence looks like any other.
 */
export function tableAt(doc: TextLines, offset: number): WrittenTable | null {
  const here = doc.lineAt(offset);
  if (isBlank(here.text)) return null;
  const depth = quoteDepth(here.text);
  const inside = (line: TextLine) => !isBlank(line.text) && quoteDepth(line.text) === depth;
  let top = here.number;
  while (top > 1 && here.number - top < MOST_LINES && inside(doc.line(top - 1))) {
    // Nothing above a heading or a fence belongs to what is below it.
    if (startsOther(doc.line(top).text) && !headsTable(doc, top)) break;
    top--;
  }
  for (let n = top; n <= Math.min(here.number, doc.lines - 1); n++) {
    if (!headsTable(doc, n) || quoteDepth(doc.line(n + 1).text) !== depth) continue;
    const table = tableFrom(doc, n, inside);
    if (offset <= table.to) return table;
    n += table.rows.length + 1;
  }
  return null;
}

/** True where a line and the one below it open a table: as many columns as the row of dashes has. */
function headsTable(doc: TextLines, number: number): boolean {
  if (number >= doc.lines) return false;
  const below = doc.line(number + 1).text;
  if (!below.includes('-') || !RULE.test(below.slice(leadOf(below, INNER_LEAD).length))) return false;
  const header = readLine(doc.line(number), LEAD);
  const delimiter = readLine(doc.line(number + 1), INNER_LEAD);
  const barred = (line: TableLine) => line.openBar || line.closeBar || line.cells.length > 1;
  return header.cells.length === delimiter.cells.length && barred(delimiter) && barred(header);
}

function tableFrom(doc: TextLines, number: number, inside: (line: TextLine) => boolean): WrittenTable {
  const header = readLine(doc.line(number), LEAD);
  const delimiter = readLine(doc.line(number + 1), INNER_LEAD);
  const rows: TableLine[] = [];
  for (let n = number + 2; n <= doc.lines && rows.length < MOST_LINES; n++) {
    const line = doc.line(n);
    if (!inside(line) || startsOther(line.text) || indentOf(line.text) < indentOf(delimiter.text)) break;
    rows.push(readLine(line, INNER_LEAD));
  }
  const last = rows.at(-1) ?? delimiter;
  const alignments = delimiter.cells.map(({ text }) =>
    alignmentOf(delimiter.text.slice(text.from - delimiter.from, text.to - delimiter.from)),
  );
  return { from: header.from, to: last.to, header, delimiter, rows, alignments };
}

function alignmentOf(dashes: string): Alignment {
  const left = dashes.startsWith(':');
  const right = dashes.endsWith(':');
  return left && right ? 'center' : left ? 'left' : right ? 'right' : 'none';
}

function readLine(line: TextLine, shape: RegExp): TableLine {
  const { text } = line;
  const lead = leadOf(text, shape);
  const end = text.trimEnd().length;
  const openBar = text[lead.length] === '|';
  const bars: number[] = openBar ? [] : [lead.length - 1];
  for (let at = lead.length; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') bars.push(at);
  }
  const closeBar = bars.at(-1) === end - 1 && end - 1 > lead.length;
  if (!closeBar) bars.push(end);
  const cells: WrittenCell[] = [];
  for (let n = 0; n + 1 < bars.length; n++)
    cells.push(cellOf(line, (bars[n] as number) + 1, bars[n + 1] as number));
  return { number: line.number, from: line.from, to: line.to, text, lead, openBar, closeBar, cells };
}

function cellOf(line: TextLine, from: number, to: number): WrittenCell {
  let start = from;
  let end = to;
  while (start < to && isSpace(line.text[start])) start++;
  while (end > start && isSpace(line.text[end - 1])) end--;
  // An empty cell is written into behind one blank, where there is room for it.
  if (start === end) start = end = from < to ? from + 1 : from;
  const whole = { from: line.from + from, to: line.from + to };
  return { whole, text: { from: line.from + start, to: line.from + end } };
}

function leadOf(text: string, shape: RegExp): string {
  return shape.exec(text)?.[0] ?? '';
}

function quoteDepth(text: string): number {
  return leadOf(text, INNER_LEAD).split('>').length - 1;
}

/** Columns of blanks behind the marks of quotations: a line further left ends what is in a list item. */
function indentOf(text: string): number {
  const lead = leadOf(text, INNER_LEAD);
  const own = lead.slice(lead.lastIndexOf('>') + 1);
  const columns = own.replaceAll('\t', '    ').length;
  // Up to three blanks are no indentation of a table that is in no list.
  return columns < 2 ? 0 : columns;
}

function startsOther(text: string): boolean {
  return OTHER_BLOCK.test(text.slice(leadOf(text, INNER_LEAD).length));
}

function isBlank(text: string): boolean {
  return text.slice(leadOf(text, INNER_LEAD).length).trim() === '';
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
