import type { Blockquote, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const TITLES = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
} as const;
type CalloutName = keyof typeof TITLES;

const MARK = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Turns quotes that start with `[!NOTE]` and its siblings into callouts with a written title, so that colour is not all that tells them apart. */
export function markCallouts(tree: Root): void {
  visit(tree, 'blockquote', (quote: Blockquote) => {
    const first = quote.children[0];
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (first?.type !== 'paragraph' || text?.type !== 'text') return;
    const match = MARK.exec(text.value);
    const name = match?.[1]?.toLowerCase() as CalloutName | undefined;
    if (!match || !name) return;
    text.value = text.value.slice(match[0].length);
    if (text.value === '') first.children.shift();
    if (first.children[0]?.type === 'break') first.children.shift();
    if (first.children.length === 0) quote.children.shift();
    const title: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'text', value: TITLES[name] }],
      data: { hProperties: { className: ['callout-title'] } },
    };
    quote.children.unshift(title);
    quote.data = { hName: 'div', hProperties: { className: ['callout', `callout-${name}`] } };
  });
}
