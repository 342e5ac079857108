import type { MarkdownDoc, Table, TableRow, TextBlock } from '../text/markdown';
import type { PieceText } from '../text/markdown/piece';
import { inPieces } from '../text/markdown/pieces';
import { type Amount, amountsOfMoney } from '../text/money';
import { splitSentences } from '../text/prose';
import { topSections } from '../text/sections';
import { contains, movedSpan, type Span } from '../text/span';
import type { Fact } from './fact';

/** The set of records that {@link quotedMoney} gives. */
export const QUOTED_MONEY = 'quoted-money';

/** Amounts per file that are stated as facts; a file with more is a ledger and no argument. */
const MOST = 400;

/**
 * Every amount of money that a text quotes (in tables of totals or NPVs also numbers without a sign), with what it is said about: the sentence
 * (and `at`, where in it), or in a table the row, its first cell (`row`) and the head of the column (`column`); the slugs in code marks there
 * (`marked`); and the headings it stands under (`sections`), as section aliases are compared.
 */
export function quotedMoney(doc: MarkdownDoc): Fact[] {
  const top = topSections(doc);
  const sectionsOf = (block: Span): readonly string[] => {
    const inside = top.find((s) => contains(s.body, block));
    return doc.sections
      .filter((s) => inside && s.index >= inside.index && contains(s.body, block))
      .map((s) => s.heading.key);
  };
  let last: { readonly block: Span; readonly sections: readonly string[] } | null = null;
  return inPieces(doc, quotesIn, movedQuote)
    .slice(0, MOST)
    .map((quote) => {
      if (last?.block.from !== quote.block.from)
        last = { block: quote.block, sections: sectionsOf(quote.block) };
      return fact(quote, last.sections);
    });
}

/** An amount with what is said about it in its paragraph or row. */
interface Quote {
  readonly amount: Amount;
  readonly block: Span;
  readonly sentence: string;
  readonly at: number;
  readonly marked: readonly string[];
  readonly cell: Readonly<Record<string, string>>;
}

function quotesIn(piece: PieceText): Quote[] {
  const rows = rowsOfCells(piece);
  const out: Quote[] = [];
  for (const block of piece.blocks) {
    if (out.length >= MOST) break;
    if (block.span.to <= block.span.from) continue;
    const place = rows.get(block.span.from);
    const signed = amountsOfMoney(piece.plain, block.span);
    const amounts = signed.length > 0 || !place ? signed : bareAmount(piece, block.span, place);
    if (amounts.length === 0) continue;
    const sentences = place ? [] : sentencesOf(piece, block);
    for (const amount of amounts.slice(0, MOST - out.length)) {
      const sentence = place ? place.row.span : sentences.find((s) => contains(s, amount));
      const within = near(sentence ?? block.span, amount);
      out.push({
        amount,
        block: block.span,
        sentence: fold(piece, within),
        at: fold(piece, { from: within.from, to: amount.from }, true).length,
        marked: place ? headSpans(place).flatMap((s) => slugsIn(piece, start(s))) : slugsIn(piece, within),
        cell: place ? heads(piece, place) : {},
      });
    }
  }
  return out;
}

function movedQuote(quote: Quote, by: number): Quote {
  const { amount, block } = quote;
  return { ...quote, amount: { ...amount, ...movedSpan(amount, by) }, block: movedSpan(block, by) };
}

/** No sentence is longer; of a text without full stops each amount would hold the whole. */
const REACH = 1000;

/** The part of a range that an amount can be said in. */
function near({ from, to }: Span, amount: Span): Span {
  return { from: Math.max(from, amount.from - REACH), to: Math.min(to, amount.to + REACH) };
}

/** The head of a row or column, as far as one is read. */
function start(s: Span): Span {
  return near(s, { from: s.from, to: s.from });
}

function fact({ amount, sentence, at, marked, cell }: Quote, sections: readonly string[]): Fact {
  const { text, sign, value, step, limit, from, to } = amount;
  const fields = { sign, value, step, limit, sections, sentence, at, marked, ...cell };
  return { type: 'record', set: QUOTED_MONEY, id: text, fields, places: {}, span: { from, to } };
}

interface CellPlace {
  readonly table: Table;
  readonly row: TableRow;
  readonly column: number;
}

/** A heading of a column or a row that makes plain numbers money. */
const MONEY_TABLE = /NPV|present value|(?<!\p{L})TCO(?!\p{L})|(?:five|(?<!\d)5)[- ]years?(?!\p{L})/iu;

/** A cell that is nothing but a number in groups, in a table of totals or NPVs: "Dollars" may stand once above it. */
function bareAmount(doc: PieceText, s: Span, { table, row, column }: CellPlace): Amount[] {
  const m = /^\s*(?:[−–-]\s*)?(\d{1,3}(?:,\d{3})+)\s*$/.exec(doc.plain.slice(s.from, s.to));
  const digits = m?.[1];
  if (!m || digits === undefined) return [];
  const first = row.cells[0];
  const heads = [...table.header.cells, ...(first ? [first] : [])].map((cell) => cell.text).join(' ');
  if (column === 0 || !MONEY_TABLE.test(heads)) return [];
  const from = s.from + m[0].indexOf(digits);
  const value = Number(digits.replace(/,/g, ''));
  return [{ from, to: from + digits.length, text: digits, sign: '', value, step: 1, limit: false }];
}

function headSpans({ table, row, column }: CellPlace): readonly Span[] {
  const cells = [table.header.cells[column], ...(column > 0 ? [row.cells[0]] : [])];
  return cells.flatMap((cell) => (cell ? [cell.span] : []));
}

function slugsIn(doc: PieceText, s: Span): readonly string[] {
  const slugs = [...doc.text.slice(s.from, s.to).matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)*)`/g)].map(
    (m) => m[1] as string,
  );
  return [...new Set(slugs)];
}

function heads(doc: PieceText, { table, row, column }: CellPlace): Readonly<Record<string, string>> {
  const head = table.header.cells[column];
  const first = row.cells[0];
  return {
    column: head ? fold(doc, start(head.span)) : '',
    row: first && column > 0 ? fold(doc, start(first.span)) : '',
  };
}

/** The row of each body cell, by where the cell starts. */
function rowsOfCells(doc: PieceText): ReadonlyMap<number, CellPlace> {
  const found = new Map<number, CellPlace>();
  for (const table of doc.tables) {
    for (const row of table.rows) {
      row.cells.forEach((cell, column) => {
        found.set(cell.span.from, { table, row, column });
      });
    }
  }
  return found;
}

function sentencesOf(doc: PieceText, block: TextBlock): Span[] {
  const out: Span[] = [];
  splitSentences(doc.plain, block.span, (span) => out.push(span));
  return out;
}

/** The words of a range with blanks folded; the bars between cells stay out with the rest of the markup. `open` keeps a blank at the end. */
function fold(doc: PieceText, s: Span, open = false): string {
  const text = doc.plain.slice(s.from, s.to).replace(/\s+/g, ' ').trimStart();
  return open ? text : text.trimEnd();
}
