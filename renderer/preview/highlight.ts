import type { Element, Root } from 'hast';
import { common, createLowlight } from 'lowlight';
import { SKIP, visit } from 'unist-util-visit';

/** Longer code stays plain: colouring it would hold up the blocks behind it. In UTF-16 units. */
const LONGEST = 60_000;

const lowlight = createLowlight(common);

/**
 * Colours the code of a sanitized tree: the text of each fenced block whose language is known becomes spans with classes (`hljs-…`). The
 * spans are made here from plain text, so nothing of the kit's can come in this way. Diagrams and unknown languages stay as they are.
 */
export function highlight(tree: Root): void {
  visit(tree, 'element', (node: Element) => {
    if (node.tagName !== 'pre') return undefined;
    const code = node.children[0];
    if (code?.type !== 'element' || code.tagName !== 'code') return undefined;
    const language = languageOf(code);
    const [text] = code.children;
    if (language === null || text?.type !== 'text' || text.value.length > LONGEST) return SKIP;
    if (lowlight.registered(language))
      code.children = lowlight.highlight(language, text.value).children as Element[];
    return SKIP;
  });
}

/** The first word of a fence's info string, lower-cased; null without one. */
function languageOf(code: Element): string | null {
  const names = code.properties['className'];
  const found = Array.isArray(names) ? names.find((name) => String(name).startsWith('language-')) : undefined;
  return found === undefined ? null : String(found).slice('language-'.length).toLowerCase();
}
