import type { Tree } from '@lezer/common';
import { parser as commonmark, GFM } from '@lezer/markdown';
import { atOnce, STEP, type Steps } from '../util/steps';
import type { DataTree } from './data-tree';
import { assembled, wholeDocument } from './markdown/assemble';
import { boundedInline } from './markdown/bounded-inline';
import { boundedReferences } from './markdown/bounded-references';
import { cutIntoPieces } from './markdown/cut';
import { blank, readFrontMatter, sameFrontMatter } from './markdown/front-matter';
import type { Piece } from './markdown/piece';
import type { Pieces } from './markdown/pieces';
import { plainRuns } from './markdown/plain-runs';
import { PieceReader } from './markdown/reader';
import type { Span } from './span';

export { headingKey, readableText } from './markdown/readable';

/**
 * The Markdown parser is Lezer's: incremental, about 13 MB/s, with exact offsets on every node, which keeps a re-check of a
 * 40 KB artifact inside a frame. The preview has its own pipeline; the rubric only needs structure.
 */
const parser = commonmark.configure([GFM, boundedInline(), plainRuns(), boundedReferences(commonmark)]);

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
  /** The ranges that are blank in `plain`, by their start; {@link readableText} leaves them out. */
  readonly markup: readonly Span[];
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
  /** The text in pieces, in a file that is being edited. */
  readonly pieces?: Pieces;
}

/** Parses a whole Markdown file. Total: any text gives a document. */
export function parseMarkdown(text: string): MarkdownDoc {
  const { front, body } = opened(text);
  const piece = atOnce(new PieceReader(body).read(parser.parse(spelledForParser(body))));
  return wholeDocument(text, front, piece);
}

/**
 * Parses a file that is being edited, in pieces that are kept: what the document before has of them is not read again. The document is the same
 * as that of {@link parseMarkdown}.
 */
export function parseEditedMarkdown(text: string, before: MarkdownDoc | null): MarkdownDoc {
  return atOnce(editedMarkdownInSteps(text, before));
}

/** The same in steps, which a long text takes several of. */
export function* editedMarkdownInSteps(text: string, before: MarkdownDoc | null): Steps<MarkdownDoc> {
  const { front, body } = opened(text, before);
  return assembled(text, body, front, yield* cutIntoPieces(body, before?.pieces?.placed ?? [], readPiece));
}

/** The header of a file, and the text with it left blank. */
function opened(text: string, before: MarkdownDoc | null = null) {
  const front = (before && sameFrontMatter(text, before)) ?? readFrontMatter(text);
  // A byte order mark would hide the heading or list that follows it.
  const bodyFrom = front ? front.span.to : text.startsWith('\uFEFF') ? 1 : 0;
  return { front, body: bodyFrom > 0 ? blank(text, 0, bodyFrom) : text };
}

/** Reads a piece with a heading behind it, so that the parser ends it as it does in the whole file, and shows whether it ends there. */
function* readPiece(text: string, atEnd: boolean): Steps<{ piece: Piece; goesOn: boolean }> {
  const closed = `${text}#`;
  // Cut from a text of its own, the piece does not hold on to the file it came from.
  const own = closed.slice(0, text.length);
  const tree = yield* parsed(spelledForParser(atEnd ? own : closed));
  const last = tree.topNode.lastChild;
  const goesOn = !atEnd && !(last?.name === 'ATXHeading1' && last.from === text.length);
  return { piece: yield* new PieceReader(own).read(tree), goesOn };
}

/** Parses a text in steps, each of about so many characters as the parser reads in a few milliseconds. */
function* parsed(text: string): Steps<Tree> {
  const parse = parser.startParse(text);
  for (let next = STEP; ; ) {
    const tree = parse.advance();
    if (tree) return tree;
    if (parse.parsedPos < next) continue;
    next = parse.parsedPos + STEP;
    yield;
  }
}

/** Lists and quotations opened on one line beyond this depth are read as text: the parser's time grows with the square of the depth. */
const TOO_DEEP = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){100})([-*+>\d.) \t]+)/gm;

/**
 * What the parser needs spelled its way, at the same length so that offsets hold: it knows only `\n` as a line end (a carriage return left in
 * would undo tables and fences), blanks behind the last bar of a delimiter row make it miss the table, and thousands of nested lists on one
 * line would hold it up.
 */
function spelledForParser(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  const tables = lines.replace(/^([-:| \t>]*)\|([ \t]+)$/gm, (row, start: string, blanks: string) =>
    start.includes('-') ? `${start}${blanks}|` : row,
  );
  return tables.replace(TOO_DEEP, (_, kept: string, rest: string) => kept + 'x'.repeat(rest.length));
}
