import type { SyntaxNode, Tree } from '@lezer/common';
import { STEP, type Steps } from '../../util/steps';
import type { CodeBlock, Heading, Link, ListItem, Table, TableCell, TableRow, TextBlock } from '../markdown';
import type { Span } from '../span';
import type { NamedLink, Piece } from './piece';
import { at, mask, trimmed } from './ranges';
import { headingKey, readableText } from './readable';

/** Marks that are markup, never words. */
const MARKUP = new Set([
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'LinkMark',
  'LinkTitle',
  'EmphasisMark',
  'CodeMark',
  'CodeInfo',
  'TableDelimiter',
  'HTMLBlock',
  'HTMLTag',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'TaskMarker',
  'StrikethroughMark',
  'HorizontalRule',
  'LinkReference',
]);

/** Collects what the rubric asks of a Markdown text, or of a piece of one, from one walk over its syntax tree. */
export class PieceReader {
  private readonly headings: Heading[] = [];
  private readonly tables: Table[] = [];
  private readonly items: ListItem[] = [];
  private readonly codeBlocks: CodeBlock[] = [];
  private readonly links: (Link | NamedLink)[] = [];
  private readonly quotes: Span[] = [];
  private readonly blocks: TextBlock[] = [];
  private readonly markup: Span[] = [];
  private readonly code: Span[] = [];
  private readonly definitions = new Map<string, Span>();
  private readonly pendingLinks: { node: SyntaxNode; image: boolean }[] = [];
  private readonly pendingTables: SyntaxNode[] = [];
  private readonly pendingItems: { span: Span; depth: number; ordered: boolean }[] = [];
  private readonly pendingHeadings: { level: number; span: Span }[] = [];
  private depth = 0;
  private quoteDepth = 0;

  constructor(private readonly body: string) {}

  /** The tree may go on behind the end of the body; what stands there is left out. */
  *read(tree: Tree): Steps<Piece> {
    const end = this.body.length;
    let next = STEP;
    for (let block = tree.topNode.firstChild; block; block = block.nextSibling) {
      block.cursor().iterate(
        (node) =>
          node.from >= end && node.to > end
            ? false
            : this.enter(node.name, node.from, node.to, () => node.node),
        (node) => this.leave(node.name),
      );
      if (block.to < next) continue;
      next = block.to + STEP;
      yield;
    }
    this.markup.sort((a, b) => a.from - b.from);
    const plain = mask(this.body, this.markup);
    for (const h of this.pendingHeadings) {
      const raw = this.readable(h.span);
      this.headings.push({ level: h.level, text: raw, key: headingKey(raw), span: h.span });
    }
    for (const item of this.pendingItems) this.items.push({ ...item, text: this.readable(item.span) });
    for (const node of this.pendingTables) this.tables.push(this.table(node));
    for (const { node, image } of this.pendingLinks) this.link(node, image);
    return {
      text: this.body,
      plain,
      prose: mask(plain, this.code),
      markup: this.markup,
      withoutCode: mask(this.body, this.code),
      headings: this.headings,
      tables: this.tables,
      items: this.items,
      codeBlocks: this.codeBlocks,
      links: this.links,
      definitions: this.definitions,
      quotes: this.quotes,
      blocks: this.blocks,
    };
  }

  /** Nodes may end with blanks or a carriage return; a span never does, so that it is the same with either line end. */
  private span(from: number, to: number): Span {
    return trimmed(this.body, from, to);
  }

  private readable(s: Span): string {
    return readableText({ text: this.body, markup: this.markup }, s);
  }

  private enter(name: string, from: number, to: number, node: () => SyntaxNode): boolean | undefined {
    if (MARKUP.has(name)) this.markup.push({ from, to });
    switch (name) {
      case 'ATXHeading1':
      case 'ATXHeading2':
      case 'ATXHeading3':
      case 'ATXHeading4':
      case 'ATXHeading5':
      case 'ATXHeading6':
      case 'SetextHeading1':
      case 'SetextHeading2':
        // A quoted heading belongs to the quotation; it opens no section of this document.
        if (this.quoteDepth === 0)
          this.pendingHeadings.push({ level: Number(name.at(-1)), span: this.span(from, to) });
        this.blocks.push({ kind: 'heading', span: this.span(from, to), inQuote: this.quoteDepth > 0 });
        break;
      case 'Paragraph':
      case 'Task':
        this.blocks.push({ kind: 'paragraph', span: this.span(from, to), inQuote: this.quoteDepth > 0 });
        break;
      case 'TableCell':
        this.blocks.push({ kind: 'cell', span: this.span(from, to), inQuote: this.quoteDepth > 0 });
        break;
      case 'Table':
        this.pendingTables.push(node());
        break;
      case 'BulletList':
      case 'OrderedList':
        this.depth++;
        break;
      case 'ListItem': {
        const own = node();
        const lists = [own.getChild('BulletList'), own.getChild('OrderedList')].filter(
          (list) => list !== null,
        );
        const nested = lists.length > 0 ? Math.min(...lists.map((list) => list.from)) : to;
        const mark = own.getChild('ListMark');
        this.pendingItems.push({
          span: trimmed(this.body, mark ? mark.to : from, nested),
          depth: this.depth - 1,
          ordered: own.parent?.name === 'OrderedList',
        });
        break;
      }
      case 'Blockquote':
        if (this.quoteDepth++ === 0) this.quotes.push(this.span(from, to));
        break;
      case 'FencedCode':
      case 'CodeBlock':
        this.codeBlock(node());
        break;
      case 'InlineCode':
        this.code.push({ from, to });
        break;
      case 'Link':
      case 'Image':
        this.pendingLinks.push({ node: node(), image: name === 'Image' });
        break;
      case 'LinkReference': {
        const own = node();
        const label = own.getChild('LinkLabel');
        const url = own.getChild('URL');
        // `[^1]: See` is the text of a footnote, no address.
        if (label && url && this.body[label.from + 1] !== '^')
          this.definitions.set(this.body.slice(label.from + 1, label.to - 1).toLowerCase(), {
            from: url.from,
            to: url.to,
          });
        break;
      }
      case 'URL': {
        const parent = node().parent?.name;
        // A bare address is text that a reader sees; an address behind a link is not.
        if (parent === 'Link' || parent === 'Image' || parent === 'LinkReference')
          this.markup.push({ from, to });
        break;
      }
      case 'LinkLabel':
        this.markup.push({ from, to });
        break;
      case 'Escape':
        this.markup.push({ from, to: from + 1 });
        break;
    }
    return undefined;
  }

  private leave(name: string): void {
    if (name === 'BulletList' || name === 'OrderedList') this.depth--;
    else if (name === 'Blockquote') this.quoteDepth--;
  }

  private codeBlock(node: SyntaxNode): void {
    const fenced = node.name === 'FencedCode';
    const info = node.getChild('CodeInfo');
    const texts = node.getChildren('CodeText');
    const first = texts[0];
    const last = texts.at(-1);
    const none = info?.to ?? node.from;
    const end = last && this.body[last.to - 1] === '\r' ? last.to - 1 : last?.to;
    const content = first && end !== undefined ? { from: first.from, to: end } : { from: none, to: none };
    this.code.push({ from: node.from, to: node.to });
    this.codeBlocks.push({
      lang: info ? (this.body.slice(info.from, info.to).trim().split(/\s+/)[0] ?? '').toLowerCase() : '',
      text: this.body.slice(content.from, content.to),
      span: this.span(node.from, node.to),
      content,
      fenced,
      closed: !fenced || node.getChildren('CodeMark').length > 1,
    });
  }

  private link(node: SyntaxNode, image: boolean): void {
    const url = node.getChild('URL');
    const marks = node.getChildren('LinkMark');
    const textEnd = marks[1]?.from ?? node.to;
    const text = this.readable({ from: node.from, to: textEnd });
    if (url) {
      const raw = this.body.slice(url.from, url.to).replace(/^<|>$/g, '');
      this.links.push({ text, url: raw, span: at(node), urlSpan: at(url), image });
      return;
    }
    const label = node.getChild('LinkLabel');
    const name = label ? this.body.slice(label.from + 1, label.to - 1) : text;
    this.links.push({ text, span: at(node), image, name: (name || text).toLowerCase() });
  }

  /** Lezer leaves out empty cells, so cells are read between the delimiters of a row. */
  private table(node: SyntaxNode): Table {
    const header = node.getChild('TableHeader');
    return {
      span: this.span(node.from, node.to),
      header: header ? this.row(header) : { cells: [], span: at(node) },
      rows: node.getChildren('TableRow').map((row) => this.row(row)),
    };
  }

  private row(node: SyntaxNode): TableRow {
    const delimiters = node.getChildren('TableDelimiter');
    const edges: number[] = [];
    const first = delimiters[0];
    if (!first || this.body.slice(node.from, first.from).trim() !== '') edges.push(node.from - 1);
    for (const d of delimiters) edges.push(d.from);
    const last = delimiters.at(-1);
    if (!last || this.body.slice(last.to, node.to).trim() !== '') edges.push(node.to);
    const cells: TableCell[] = [];
    for (let i = 0; i + 1 < edges.length; i++) {
      const span = trimmed(this.body, (edges[i] as number) + 1, edges[i + 1] as number);
      cells.push({ text: this.readable(span), span });
    }
    return { cells, span: this.span(node.from, node.to) };
  }
}
