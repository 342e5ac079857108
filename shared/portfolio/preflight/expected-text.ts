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
    if (block.kind !== 'table') return [];
    return block.rows.map(({ cells }) => ({
      kind: 'row',
      texts: cells.map((cell) => cell.text),
      line: lineOf(cells.find((cell) => cell.span)?.span?.from),
    }));
  });
}

/** Text without what a layout changes: breaks, hyphens it may add, compatibility forms, capitals, joiners. */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f)+/g, '')
    .toLowerCase();
}

/** Which pieces do not stand in the text of their pages. `printed` is compact. */
export function lostPieces(pieces: readonly ExpectedPiece[], printed: string): ExpectedPiece[] {
  const words = new Map<string, boolean>();
  const has = (text: string): boolean => {
    let known = words.get(text);
    if (known === undefined) {
      known = printed.includes(text);
      words.set(text, known);
    }
    return known;
  };
  let at = 0;
  return pieces.filter(({ texts }) => {
    const cells = texts.map(compact);
    // A row that stands in one piece is looked for behind the one before: a row like it elsewhere does not count for it.
    const next = printed.indexOf(cells.join(''), at);
    if (next >= 0) {
      at = next + cells.join('').length;
      return false;
    }
    // A row over two pages, or a cell with something set into it, is there when all its words are.
    return !texts.every((text, i) => has(cells[i] ?? '') || wordsOf(text).every(has));
  });
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(compact);
}
