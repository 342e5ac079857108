import type { Block } from '../../preview/block';
import type { Source } from '../../rubric/artifact';
import { LineIndex } from '../../text/line-index';
import { readableText } from '../../text/markdown';

/** A heading or the row of a table that has to be found again in the finished book. */
export interface ExpectedPiece {
  readonly kind: 'heading' | 'row';
  /** The texts it consists of, in their order: one for a heading, the cells of a row. */
  readonly texts: readonly string[];
  /** Its line in the source, from 1. */
  readonly line: number;
  /** Something that is not looked for stands between its words. */
  readonly apart?: true;
}

/** Everything of a file that must not get lost on the way to paper, in the order of the text. */
export function expectedPieces(source: Source, blocks: readonly Block[] | null): ExpectedPiece[] {
  if (source.format === 'md') return ofMarkdown(source);
  return blocks === null ? [] : ofBlocks(source, blocks);
}

function ofMarkdown({ text, markdown }: Extract<Source, { format: 'md' }>): ExpectedPiece[] {
  const lines = new LineIndex(text);
  const found: { piece: ExpectedPiece; at: number }[] = [];
  for (const { span, text: words } of markdown.headings) {
    found.push({
      piece: { kind: 'heading', texts: [words], line: lines.position(span.from).line },
      at: span.from,
    });
  }
  for (const table of markdown.tables) {
    for (const row of [table.header, ...table.rows]) {
      // Cells beyond the head of their table are no part of it, by the format's own rule.
      const cells = row.cells.slice(0, table.header.cells.length);
      const texts = cells.map((cell) => readableText(markdown, cell.span));
      found.push({
        piece: { kind: 'row', texts, line: lines.position(row.span.from).line },
        at: row.span.from,
      });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ piece }) => piece);
}

function ofBlocks({ text }: Source, blocks: readonly Block[]): ExpectedPiece[] {
  const lines = new LineIndex(text);
  const lineOf = (from: number | undefined) => (from === undefined ? 1 : lines.position(from).line);
  return blocks.flatMap((block): ExpectedPiece[] => {
    if (block.kind === 'heading')
      return [{ kind: 'heading', texts: [block.text], line: lineOf(block.span?.from) }];
    const table = block.kind === 'chart' && !block.tabled ? block.table : block;
    if (table.kind !== 'table') return [];
    return table.rows.map(({ cells }) => ({
      kind: 'row',
      texts: cells.map((cell) => cell.text),
      line: lineOf(cells.find((cell) => cell.span)?.span?.from),
    }));
  });
}

/** TeX between dollars, as the preview reads it: an opening dollar has no blank behind it, a closing one no digit. */
const FORMULA = /\$\$(?:\\.|[^$\\])+\$\$|\$(?![\s$])(?:\\.|[^$\\])+\$(?!\d)/gs;

/** A piece without its formulas: what is set of them are other letters than those of their source. */
export function withoutFormulas(piece: ExpectedPiece): ExpectedPiece {
  const texts = piece.texts.map((text) => text.replace(FORMULA, ' '));
  return texts.every((text, i) => text === piece.texts[i]) ? piece : { ...piece, texts, apart: true };
}

/** Text without what a layout changes: breaks, hyphens it may add, compatibility forms, capitals, joiners. */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f)+/g, '')
    .toLowerCase();
}

/** What a layout may set between two words of a row: the number of a footnote or of an address. */
const SET_BETWEEN = 16;
/** Letters of formulas that may stand between two words. */
const FORMULAS_BETWEEN = 2000;
/** A row of so many letters may be broken over two pages; shorter ones stand on one. */
const BREAKABLE = 80;
/** Places of a first word that are tried. */
const TRIES = 300;

/** Which pieces do not stand in the text of their pages. `printed` is compact. */
export function lostPieces(pieces: readonly ExpectedPiece[], printed: string): ExpectedPiece[] {
  let at = 0;
  return pieces.filter(({ texts, apart }) => {
    const whole = texts.map(compact).join('');
    // A row is looked for behind the one before: a row like it elsewhere does not count for it.
    const next = printed.indexOf(whole, at);
    if (next >= 0) {
      at = next + whole.length;
      return false;
    }
    const words = texts.flatMap(wordsOf);
    if (inOrder(words, printed, at, apart ? FORMULAS_BETWEEN : SET_BETWEEN)) return false;
    return whole.length < BREAKABLE || !words.every((word) => printed.includes(word));
  });
}

/** Whether words stand in their order, with little between them. */
function inOrder(
  [first, ...others]: readonly string[],
  printed: string,
  from: number,
  between: number,
): boolean {
  if (first === undefined) return true;
  let start = printed.indexOf(first, from);
  for (let tries = 0; start >= 0 && tries < TRIES; tries++) {
    let end = start + first.length;
    const found = others.every((word) => {
      const place = printed.indexOf(word, end);
      if (place < 0 || place - end > between) return false;
      end = place + word.length;
      return true;
    });
    if (found) return true;
    start = printed.indexOf(first, start + 1);
  }
  return false;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(compact);
}
