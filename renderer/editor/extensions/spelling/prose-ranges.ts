import type { EditorState } from '@codemirror/state';
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { extension } from '../../../../shared/domain/kit-path';
import type { Span } from '../../../../shared/text/span';

/** What Markdown holds that nobody reads as prose. */
const NO_PROSE = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'URL',
  'Autolink',
  'LinkLabel',
  'LinkReference',
  'HTMLBlock',
  'HTMLTag',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'Entity',
  'Escape',
]);
const YAML_VALUES = new Set(['Literal', 'QuotedLiteral', 'BlockLiteralContent']);
/** Fewer words than this are a name or a value, not a sentence. */
const LEAST_WORDS = 3;
/** More of one line than this is no text that anybody reads; it bounds what one look costs. */
const LONGEST_PIECE = 20_000;

/**
 * The pieces of prose in a range: Markdown without its code, addresses and markup; of headers, YAML and JSON the values that are sentences,
 * never keys. The tree must reach to the end of the range.
 */
export function proseRanges(path: string, state: EditorState, tree: Tree, range: Span): readonly Span[] {
  switch (extension(path)) {
    case 'md':
    case 'markdown':
      return markdownRanges(state, tree, range);
    case 'yaml':
    case 'yml':
    case 'json':
      return sentences(state, tree, range);
    case 'txt':
      return bounded(range);
    default:
      return [];
  }
}

function markdownRanges(state: EditorState, tree: Tree, range: Span): readonly Span[] {
  const holes: Span[] = [];
  const values: Span[] = [];
  tree.iterate({
    ...range,
    enter: (node) => {
      if (node.name === 'Frontmatter') {
        holes.push({ from: node.from, to: node.to });
        values.push(...sentences(state, tree, cut(node, range)));
        return false;
      }
      if (!NO_PROSE.has(node.name)) return true;
      holes.push({ from: node.from, to: node.to });
      return false;
    },
  });
  const prose: Span[] = [];
  let at = range.from;
  for (const hole of holes) {
    if (hole.from > at) prose.push(...bounded({ from: at, to: Math.min(hole.from, range.to) }));
    at = Math.max(at, hole.to);
  }
  if (at < range.to) prose.push(...bounded({ from: at, to: range.to }));
  return [...values, ...prose];
}

function sentences(state: EditorState, tree: Tree, range: Span): readonly Span[] {
  const found: Span[] = [];
  tree.iterate({
    ...range,
    enter: (node) => {
      if (node.name === 'Key') return false;
      const isValue = YAML_VALUES.has(node.name) || (node.name === 'String' && isJsonValue(node));
      if (!isValue) return true;
      const piece = cut(node, range);
      if (isSentence(state.sliceDoc(node.from, Math.min(node.to, node.from + LONGEST_PIECE))))
        found.push(...bounded(piece));
      return false;
    },
  });
  return found;
}

function isJsonValue(node: SyntaxNodeRef): boolean {
  const parent = node.node.parent?.name;
  return parent === 'Property' || parent === 'Array';
}

function isSentence(text: string): boolean {
  let words = 0;
  for (const _ of text.matchAll(/(?<![\p{L}\d_./-])\p{L}{2,}(?![\p{L}\d_/=])/gu))
    if (++words === LEAST_WORDS) break;
  return words === LEAST_WORDS && /\p{L}\s+\p{L}/u.test(text);
}

function cut({ from, to }: Span, range: Span): Span {
  return { from: Math.max(from, range.from), to: Math.min(to, range.to) };
}

function bounded({ from, to }: Span): readonly Span[] {
  return to > from ? [{ from, to: Math.min(to, from + LONGEST_PIECE) }] : [];
}
