import type { SyntaxNode, Tree } from '@lezer/common';
import { parser as commonmark, GFM } from '@lezer/markdown';
import { DataTree } from './data-tree';
import type { Span } from './span';
import { parseYaml } from './yaml';

/**
 * The Markdown parser is Lezer's: incremental, about 13 MB/s, with exact offsets on every node, which keeps a re-check of a
 * 40 KB artifact inside a frame. The preview has its own pipeline; the rubric only needs structure.
 */
const parser = commonmark.configure(GFM);

export interface Heading {
  readonly level: number;
  /** Text without marks and trailing `#`. */
  readonly text: string;
  /** Lower-cased, without numbering, punctuation and emoji: what section aliases are compared with. */
  readonly key: string;
  readonly span: Span;
}

/** A heading with the text under it, up to the next heading of the same or a higher level. */
export interface Section {
  readonly heading: Heading;
  readonly index: number;
  /** From the end of the heading line to the end of the section; sub-headings included. */
  readonly body: Span;
}

export interface TableCell {
  readonly text: string;
  readonly span: Span;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

export interface Table {
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

export interface ListItem {
  readonly text: string;
  readonly span: Span;
  /** 0 for an item of an outermost list. */
  readonly depth: number;
  readonly ordered: boolean;
}

export interface CodeBlock {
  /** First word after the fence, lower-cased; empty for none and for indented code. */
  readonly lang: string;
  readonly text: string;
  readonly span: Span;
  readonly content: Span;
  readonly fenced: boolean;
  readonly closed: boolean;
}

export interface Link {
  readonly text: string;
  readonly url: string;
  readonly span: Span;
  readonly urlSpan: Span;
  readonly image: boolean;
}

/** A leaf of prose: sentences never cross its ends. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'cell' | 'heading';
  readonly span: Span;
  readonly inQuote: boolean;
}

/** Everything the rubric asks of a Markdown text, with offsets into the whole file (front matter included). */
export interface MarkdownDoc {
  readonly text: string;
  readonly frontMatter: DataTree | null;
  /** The lines between and including the `---` fences; null when there is no front matter. */
  readonly frontMatterSpan: Span | null;
  /** Same length as `text`; markup, URLs and front matter are blanks, so a match in it has the offset of the source. */
  readonly plain: string;
  /** As `plain`, with code (fenced, indented and inline) blank too. */
  readonly prose: string;
  /** The text with only code and front matter blank: markup and HTML are kept, as the search for placeholders needs it. */
  readonly withoutCode: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly items: readonly ListItem[];
  readonly codeBlocks: readonly CodeBlock[];
  readonly links: readonly Link[];
  readonly quotes: readonly Span[];
  readonly blocks: readonly TextBlock[];
  /** Fragment ids of the headings as renderers make them (GitHub's rule, repeated ids numbered). */
  readonly anchors: ReadonlySet<string>;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n/;

/** Parses a whole Markdown file. Total: any text gives a document. */
export function parseMarkdown(text: string): MarkdownDoc {
  const front = frontMatter(text);
  // A byte order mark would hide the heading or list that follows it.
  const bodyFrom = front ? front.span.to : text.startsWith('\uFEFF') ? 1 : 0;
  const body = bodyFrom > 0 ? blank(text, 0, bodyFrom) : text;
  return new DocumentReader(text, body, front).read(parser.parse(body));
}

function frontMatter(text: string): { tree: DataTree; span: Span } | null {
  const open = FRONT_MATTER.exec(text);
  if (!open) return null;
  const start = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*$/gm;
  close.lastIndex = start;
  const end = close.exec(text);
  if (!end) {
    const problem = {
      message: 'The front matter opened with `---` is not closed by a line `---`',
      span: { from: 0, to: start },
    };
    return { tree: new DataTree(text, null, [problem]), span: { from: 0, to: start } };
  }
  const span = { from: 0, to: end.index + end[0].length };
  const source = text.slice(start, end.index);
  if (!/\S/.test(source))
    return { tree: new DataTree(text, null, [{ message: 'The front matter is empty', span }]), span };
  const parsed = parseYaml(source, start);
  // The tree answers for positions in the whole file, so it is given the whole text.
  return { tree: new DataTree(text, parsed.root, parsed.problems), span };
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n\r]/g, ' ') + text.slice(to);
}

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

class DocumentReader {
  private readonly headings: Heading[] = [];
  private readonly tables: Table[] = [];
  private readonly items: ListItem[] = [];
  private readonly codeBlocks: CodeBlock[] = [];
  private readonly links: Link[] = [];
  private readonly quotes: Span[] = [];
  private readonly blocks: TextBlock[] = [];
  private readonly markup: Span[] = [];
  private readonly code: Span[] = [];
  private readonly references = new Map<string, Span>();
  private readonly pendingLinks: { node: SyntaxNode; image: boolean }[] = [];
  private readonly pendingTables: SyntaxNode[] = [];
  private readonly pendingItems: { span: Span; depth: number; ordered: boolean }[] = [];
  private readonly pendingHeadings: { level: number; span: Span }[] = [];
  private depth = 0;
  private quoteDepth = 0;

  constructor(
    private readonly text: string,
    private readonly body: string,
    private readonly front: { tree: DataTree; span: Span } | null,
  ) {}

  read(tree: Tree): MarkdownDoc {
    tree.iterate({
      enter: (node) => this.enter(node.name, node.from, node.to, () => node.node),
      leave: (node) => this.leave(node.name),
    });
    const plain = mask(this.body, this.markup);
    const prose = mask(plain, this.code);
    for (const h of this.pendingHeadings) {
      const raw = plain.slice(h.span.from, h.span.to).trim().replace(/\s+/g, ' ');
      this.headings.push({ level: h.level, text: raw, key: headingKey(raw), span: h.span });
    }
    for (const item of this.pendingItems) {
      this.items.push({
        ...item,
        text: plain.slice(item.span.from, item.span.to).replace(/\s+/g, ' ').trim(),
      });
    }
    for (const node of this.pendingTables) this.tables.push(this.table(node, plain));
    for (const { node, image } of this.pendingLinks) this.link(node, image, plain);
    return {
      text: this.text,
      frontMatter: this.front?.tree ?? null,
      frontMatterSpan: this.front?.span ?? null,
      plain,
      prose,
      withoutCode: mask(this.body, this.code),
      headings: this.headings,
      sections: sectionsOf(this.headings, this.text.length),
      tables: this.tables,
      items: this.items,
      codeBlocks: this.codeBlocks,
      links: this.links,
      quotes: this.quotes,
      blocks: this.blocks,
      anchors: anchorsOf(this.headings),
    };
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
          this.pendingHeadings.push({ level: Number(name.at(-1)), span: { from, to } });
        this.blocks.push({ kind: 'heading', span: { from, to }, inQuote: this.quoteDepth > 0 });
        break;
      case 'Paragraph':
      case 'Task':
        this.blocks.push({ kind: 'paragraph', span: { from, to }, inQuote: this.quoteDepth > 0 });
        break;
      case 'TableCell':
        this.blocks.push({ kind: 'cell', span: { from, to }, inQuote: this.quoteDepth > 0 });
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
        if (this.quoteDepth++ === 0) this.quotes.push({ from, to });
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
        if (label && url)
          this.references.set(this.body.slice(label.from + 1, label.to - 1).toLowerCase(), {
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
    const content =
      first && last
        ? { from: first.from, to: last.to }
        : { from: info?.to ?? node.from, to: info?.to ?? node.from };
    this.code.push({ from: node.from, to: node.to });
    this.codeBlocks.push({
      lang: info ? (this.body.slice(info.from, info.to).trim().split(/\s+/)[0] ?? '').toLowerCase() : '',
      text: this.body.slice(content.from, content.to),
      span: { from: node.from, to: node.to },
      content,
      fenced,
      closed: !fenced || node.getChildren('CodeMark').length > 1,
    });
  }

  private link(node: SyntaxNode, image: boolean, plain: string): void {
    const url = node.getChild('URL');
    const marks = node.getChildren('LinkMark');
    const textEnd = marks[1]?.from ?? node.to;
    const text = plain.slice(node.from, textEnd).replace(/\s+/g, ' ').trim();
    if (url) {
      const raw = this.body.slice(url.from, url.to).replace(/^<|>$/g, '');
      this.links.push({ text, url: raw, span: at(node), urlSpan: at(url), image });
      return;
    }
    const label = node.getChild('LinkLabel');
    const name = label ? this.body.slice(label.from + 1, label.to - 1) : text;
    const target = this.references.get((name || text).toLowerCase());
    if (target) {
      this.links.push({
        text,
        url: this.body.slice(target.from, target.to),
        span: at(node),
        urlSpan: target,
        image,
      });
    }
  }

  /** Lezer leaves out empty cells, so cells are read between the delimiters of a row. */
  private table(node: SyntaxNode, plain: string): Table {
    const header = node.getChild('TableHeader');
    return {
      span: at(node),
      header: header ? this.row(header, plain) : { cells: [], span: at(node) },
      rows: node.getChildren('TableRow').map((row) => this.row(row, plain)),
    };
  }

  private row(node: SyntaxNode, plain: string): TableRow {
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
      cells.push({ text: plain.slice(span.from, span.to).replace(/\s+/g, ' ').trim(), span });
    }
    return { cells, span: at(node) };
  }
}

function at(node: SyntaxNode): Span {
  return { from: node.from, to: node.to };
}

/** The range without blanks at its ends; an all-blank range shrinks to its start. */
function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = Math.max(start, end);
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  while (from < to && /\s/.test(text[from] as string)) from++;
  return { from, to };
}

/** Replaces the given ranges by blanks, keeping line ends and length. Ranges may overlap and come in document order. */
function mask(text: string, ranges: readonly Span[]): string {
  if (ranges.length === 0) return text;
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const parts: string[] = [];
  let done = 0;
  for (const r of sorted) {
    if (r.to <= done) continue;
    const from = Math.max(r.from, done);
    parts.push(text.slice(done, from), text.slice(from, r.to).replace(/[^\n\r]/g, ' '));
    done = r.to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** What a section alias is compared with: lower case, numbering, punctuation and emoji removed, single blanks. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:\d+(?:\.\d+)*[.):]?|[ivx]+[.)])\s+/, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function sectionsOf(headings: readonly Heading[], end: number): Section[] {
  return headings.map((heading, index) => {
    let stop = end;
    for (let j = index + 1; j < headings.length; j++) {
      const next = headings[j] as Heading;
      if (next.level <= heading.level) {
        stop = next.span.from;
        break;
      }
    }
    return { heading, index, body: { from: heading.span.to, to: stop } };
  });
}

function anchorsOf(headings: readonly Heading[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const h of headings) {
    const base = h.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const n = seen.get(base) ?? 0;
    seen.set(base, n + 1);
    anchors.add(n === 0 ? base : `${base}-${n}`);
  }
  return anchors;
}
