import type { Text } from '@codemirror/state';
import {
  type BlockContext,
  parser as commonmark,
  GFM,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
} from '@lezer/markdown';

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
 * ahead whether it is closed. `starts` is told where lines begin that start a block at the top.
 */
export function blockGrammar(
  end: () => number,
  starts: (line: number) => void,
  math = false,
): MarkdownParser {
  const grammar = proseGrammar(end, starts);
  return math ? grammar.configure(formulas) : grammar;
}

/** Two dollars or more that open a block of mathematics. */
const OPENS_FORMULA = /^ {0,3}(\${2,})[^$]*$/;

/** A formula is one block, whatever its lines look like: a plus at the start of one is no list. */
const formulas: MarkdownConfig = {
  defineNodes: [{ name: 'Formula', block: true }],
  parseBlock: [
    {
      name: 'Formula',
      before: 'LinkReference',
      parse(context, line) {
        const dollars = opensFormula(context, line);
        if (dollars === 0) return false;
        const from = context.lineStart + line.pos;
        let to = context.lineStart + line.text.length;
        while (context.nextLine()) {
          to = context.lineStart + line.text.length;
          const closed = /^ {0,3}(\${2,})[ \t]*$/.exec(line.text)?.[1];
          if (closed === undefined || closed.length < dollars) continue;
          context.nextLine();
          break;
        }
        context.addElement(context.elt('Formula', from, to));
        return true;
      },
      endLeaf: (context, line) => opensFormula(context, line) > 0,
    },
  ],
};

/** How many dollars open a formula in a line at the top; 0 when none do. */
function opensFormula(context: BlockContext, line: Line): number {
  return line.next === 36 && context.depth === 1 ? (OPENS_FORMULA.exec(line.text)?.[1]?.length ?? 0) : 0;
}

function proseGrammar(end: () => number, starts: (line: number) => void): MarkdownParser {
  return blocksOnly.configure({
    defineNodes: [
      { name: 'FrontMatter', block: true },
      { name: 'Footnote', block: true },
      { name: 'Description', block: true },
    ],
    parseBlock: [
      {
        name: 'Start',
        before: 'LinkReference',
        parse(context) {
          if (context.depth === 1) starts(context.lineStart);
          return false;
        },
      },
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
