import { markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { type EditorState, Facet } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

const CODE = /^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/;

/** Set in files of prose: an empty one has no syntax yet that would say so. */
export const prose = Facet.define<true, boolean>({ combine: (values) => values.length > 0 });

/** True where Markdown is written: not in other files, in the header, or in a block of code. */
export function isMarkdownAt(state: EditorState, pos: number): boolean {
  if (state.doc.length === 0) return state.facet(prose);
  const active = markdownLanguage.isActiveAt(state, pos, -1) || markdownLanguage.isActiveAt(state, pos, 1);
  return active && enclosing(state, pos, CODE) === null;
}

/** The innermost node of these names around a position; its ends count as inside. */
export function enclosing(state: EditorState, pos: number, names: RegExp): SyntaxNode | null {
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, side); node; node = node.parent)
      if (names.test(node.name)) return node;
  }
  return null;
}
