import { type MarkdownDoc, readableText } from '../../text/markdown';
import { blocksIn, codeBlocksIn, itemsIn, tablesIn } from '../../text/sections';
import { contains, type Span } from '../../text/span';
import type { ShownPiece } from './shown-slides';
import { isAsk, leadIn, listLook } from './slide-look';

type Words = (span: Span) => string;

/** What stands on a slide, in the order of the text: sentences, lists, tables, code and drawings. Quotations are for the speaker. */
export function piecesIn(doc: MarkdownDoc, whole: Span, words: Words): readonly ShownPiece[] {
  const quoted = ({ span }: { readonly span: Span }) => doc.quotes.some((quote) => contains(quote, span));
  const items = itemsIn(doc, whole).filter((item) => !quoted(item));
  const inItem = ({ span }: { readonly span: Span }) => items.some((item) => contains(item.span, span));
  const others: readonly ShownPiece[] = [
    ...blocksIn(doc, whole)
      .filter((block) => block.kind === 'paragraph' && !block.inQuote && !inItem(block))
      .map(({ span }): ShownPiece => ({ kind: 'sentence', text: words(span), span })),
    ...tablesIn(doc, whole)
      .filter((table) => !quoted(table) && !inItem(table))
      .map(({ header, rows, span }): ShownPiece => {
        const texts = ({ cells }: { readonly cells: readonly { readonly span: Span }[] }) =>
          cells.slice(0, header.cells.length).map((cell) => readableText(doc, cell.span).trim());
        return { kind: 'table', header: texts(header), rows: rows.map(texts), span };
      }),
    ...codeBlocksIn(doc, whole)
      .filter((block) => !quoted(block) && !inItem(block))
      .map(({ lang, text, span }): ShownPiece => {
        if (lang !== 'mermaid') return { kind: 'code', text: text.replace(/\n$/, ''), span };
        const title = /^%%\s*title:\s*(.+)$/m.exec(text)?.[1] ?? '';
        return { kind: 'diagram', source: text, title: title.trim(), span };
      }),
  ];
  const tops = items.filter(({ depth }) => depth === 0);
  const ends = others.map(({ span }) => span.from).sort((a, b) => a - b);
  const lists = runs(tops, ends).map((run) => pointsOf(run, words));
  return [...others, ...lists].sort((a, b) => a.span.from - b.span.from);
}

/** Items with nothing else between them: one list. What stands within an item parts nothing. */
function runs<T extends { readonly span: Span }>(items: readonly T[], between: readonly number[]): T[][] {
  const found: T[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    const before = last?.at(-1)?.span.to ?? 0;
    if (last && !between.some((at) => at >= before && at < item.span.from)) last.push(item);
    else found.push([item]);
  }
  return found;
}

function pointsOf(items: readonly { readonly span: Span }[], words: Words): ShownPiece {
  const texts = items.map(({ span }) => words(span).replace(/^(?:[-*+]|\d+[.)])\s+/, ''));
  const { look, figures } = listLook(texts);
  const [first, last] = [items[0]?.span, items.at(-1)?.span];
  return {
    kind: 'points',
    look,
    span: { from: first?.from ?? 0, to: last?.to ?? 0 },
    points: items.map(({ span }, i) => {
      const text = texts[i] ?? '';
      const head = leadIn(text);
      return {
        leadIn: head,
        text: text.slice(head.length).trim(),
        figure: figures[i] ?? null,
        ask: isAsk(text),
        span,
      };
    }),
  };
}
