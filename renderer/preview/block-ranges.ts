import { DocInput } from '@codemirror/language';
import type { ChangeSet, Text } from '@codemirror/state';
import { type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  parser as commonmark,
  GFM,
  type Line,
  type MarkdownParser,
} from '@lezer/markdown';
import { eachBlock } from './each-block';
import { joinHtmlRuns } from './html-runs';

/**
 * Only block structure is wanted here, so everything inline is left out of the grammar: that halves the time of a parse, and what stands in
 * a block is the rendering pipeline's concern.
 */
const blocksOnly: MarkdownParser = commonmark.configure([
  GFM,
  {
    remove: [
      'Escape',
      'Entity',
      'InlineCode',
      'HTMLTag',
      'Emphasis',
      'HardBreak',
      'Link',
      'Image',
      'LinkEnd',
      'Strikethrough',
      'Autolink',
    ],
  },
]);

const FOOTNOTE = /^\[\^[^\]\s]+\]:/;

/** A line that explains the term above it. */
const DESCRIPTION = /^ {0,3}:[ \t]/;
/** A line that starts a block of its own right below an explanation. */
const INTERRUPTS = /^ {0,3}(?:#{1,6}(?:\s|$)|```|~~~|>|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|<)/;
/** Text that goes on with the block above a blank line. */
const INDENTED = /^(?: {4}|\t)/;

/**
 * The grammar with footnotes, which it does not know, and front matter, whose end is looked up before: a block parser cannot see far enough
 * ahead whether it is closed.
 */
function withOwnBlocks(end: () => number): MarkdownParser {
  return blocksOnly.configure({
    defineNodes: [
      { name: 'FrontMatter', block: true },
      { name: 'Footnote', block: true },
      { name: 'Description', block: true },
    ],
    parseBlock: [
      {
        name: 'FrontMatter',
        before: 'HorizontalRule',
        parse(context) {
          if (context.lineStart !== 0 || end() === 0) return false;
          while (context.lineStart < end() && context.nextLine());
          context.addElement(context.elt('FrontMatter', 0, end()));
          return true;
        },
      },
      {
        name: 'Footnote',
        before: 'LinkReference',
        parse(context, line) {
          // Only at the margin: within a quote or list it stays the text it is.
          if (line.next !== 91 || line.pos !== 0 || !FOOTNOTE.test(line.text)) return false;
          const from = context.lineStart;
          let to = from + line.text.length;
          // Indented text after a blank line belongs to it.
          while (context.nextLine() && (line.text.trim() !== '' || INDENTED.test(context.peekLine()))) {
            to = context.lineStart + line.text.length;
          }
          context.addElement(context.elt('Footnote', from, to));
          return true;
        },
      },
      {
        name: 'Description',
        after: 'Footnote',
        parse(context, line) {
          if (!startsDescription(context, line)) return false;
          const from = context.lineStart + line.pos;
          let to = context.lineStart + line.text.length;
          while (context.nextLine() && (line.text.trim() !== '' || INDENTED.test(context.peekLine()))) {
            if (INTERRUPTS.test(line.text)) break;
            to = context.lineStart + line.text.length;
          }
          context.addElement(context.elt('Description', from, to));
          return true;
        },
        endLeaf: startsDescription,
      },
    ],
  });
}

function startsDescription(context: BlockContext, line: Line): boolean {
  return line.next === 58 && context.depth === 1 && DESCRIPTION.test(line.text);
}

/** A top-level block of a Markdown text, in offsets of the text. `type` is the grammar's name, plus `FrontMatter`, `Footnote` and `DefinitionList`. */
export interface BlockRange {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** The head of a long text is shown after this many characters were parsed, the rest follows. */
const HEAD = 48 * 1024;

/**
 * The top-level blocks of a Markdown text, kept up to date by parsing only what an edit touched. Long texts are parsed in pieces: call
 * {@link work} until it says it is done; the blocks of what is parsed so far are there at any time.
 */
export class BlockReader {
  private tree: Tree | null = null;
  private fragments: readonly TreeFragment[] = [];
  private parse: PartialParse | null = null;
  private front = 0;
  private readonly parser = withOwnBlocks(() => this.front);

  constructor(private doc: Text) {
    this.front = frontMatterEnd(doc);
    if (doc.length <= HEAD) this.start();
    else {
      const head = this.begin();
      head.stopAt(HEAD);
      this.tree = finish(head);
      this.fragments = TreeFragment.addTree(this.tree, [], true);
      this.start();
    }
  }

  /** Takes over an edited text. `changes` leads from the text before to `doc`. */
  update(doc: Text, changes: ChangeSet): void {
    const ranges: { fromA: number; toA: number; fromB: number; toB: number }[] = [];
    changes.iterChangedRanges((fromA, toA, fromB, toB) => {
      const back = fromB - linkedStart(doc, fromB);
      ranges.push({ fromA: fromA - back, toA, fromB: fromB - back, toB });
    });
    this.doc = doc;
    const front = frontMatterEnd(doc);
    // When the front matter opens or closes, everything below may mean something else.
    const kept = this.front > 0 === front > 0;
    this.front = front;
    this.fragments = kept ? TreeFragment.applyChanges(this.fragments, ranges) : [];
    this.start();
  }

  get done(): boolean {
    return this.parse === null;
  }

  /** Parses until done or until `late()` is true; true when the blocks are complete. */
  work(late: () => boolean): boolean {
    if (!this.parse) return true;
    for (;;) {
      const tree = this.parse.advance();
      if (tree) {
        this.tree = tree;
        this.fragments = TreeFragment.addTree(tree, this.fragments);
        this.parse = null;
        return true;
      }
      if (late()) return false;
    }
  }

  /** The blocks in document order. Cost is one step per block. */
  ranges(): readonly BlockRange[] {
    const ranges: BlockRange[] = [];
    eachBlock(this.tree, (name, from, to) => {
      const before = ranges[ranges.length - 1];
      if (name === 'Description' && before && goesOn(before, from)) {
        ranges[ranges.length - 1] = { type: 'DefinitionList', from: before.from, to };
      } else ranges.push({ type: name === 'Description' ? 'Paragraph' : name, from, to });
    });
    return joinHtmlRuns(ranges, this.doc);
  }

  private start(): void {
    this.parse = this.begin();
  }

  private begin(): PartialParse {
    return this.parser.startParse(new DocInput(this.doc), this.fragments, [{ from: 0, to: this.doc.length }]);
  }
}

/** True when an explanation that starts at `from` belongs to what is before: a term, or explanations of it. */
function goesOn(before: BlockRange, from: number): boolean {
  return (
    (before.type === 'Paragraph' || before.type === 'DefinitionList') && from - before.to <= MOST_BETWEEN
  );
}

/** Characters between a term and what explains it: a line end, a blank line, an indent. */
const MOST_BETWEEN = 6;

/**
 * Where the text begins whose meaning an edit at `offset` may change: up to the end of the text before blank lines, since indented text goes
 * on with a footnote across them.
 */
function linkedStart(doc: Text, offset: number): number {
  let line = doc.lineAt(offset);
  for (let blanks = 0; line.number > 1 && blanks < 20; blanks++) {
    line = doc.line(line.number - 1);
    if (line.text.trim() !== '') return Math.max(line.from, line.to - 1);
  }
  return Math.min(line.from, offset);
}

function finish(parse: PartialParse): Tree {
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
  }
}

/** Lines of front matter that are looked at before it counts as not closed. */
const MOST_FRONT_LINES = 400;

/** Where the front matter ends, with its closing line; 0 without one. */
export function frontMatterEnd(doc: Text): number {
  if (!/^\uFEFF?---[ \t]*$/.test(doc.line(1).text)) return 0;
  for (let n = 2; n <= Math.min(doc.lines, MOST_FRONT_LINES); n++) {
    const line = doc.line(n);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line.text)) return line.to;
  }
  return 0;
}
