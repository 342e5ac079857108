import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { REFUSED_LINK } from '../../shared/preview/refused-links';
import { type RawPlugin, renderMarkdown } from './pipeline';
import { normalLabel } from './references';
import { RICH_LOOKS } from './rich-looks';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Markdown as HTML for the clipboard: through the one sanitizing pipeline, then without what only this window understands. Links within the kit
 * become plain words and pictures their descriptions, since neither leads anywhere elsewhere; boxes of tasks become signs.
 */
export async function richHtml(markdown: string, loadRaw: () => Promise<RawPlugin>): Promise<string> {
  const source = markdown.replace(FRONT_MATTER, '');
  const root = await renderMarkdown(
    { id: 0, type: 'Paragraph', source, indent: 0, definitions: '', footnotes: numbersOf(source) },
    loadRaw,
  );
  visit(root, 'element', (node, index, parent) => {
    delete node.properties['dataFrom'];
    delete node.properties['dataTo'];
    const plain = plainForm(node);
    if (plain && parent && index !== undefined) {
      (parent as Element | Root).children.splice(index, 1, ...(plain as ElementContent[]));
      return [SKIP, index + plain.length];
    }
    const align = node.properties['align'];
    const look = [RICH_LOOKS[node.tagName], typeof align === 'string' ? `text-align: ${align}` : ''];
    const style = look.filter(Boolean).join('; ');
    if (style !== '') node.properties['style'] = style;
    return undefined;
  });
  return toHtml(root);
}

/** What stands for an element that means nothing outside of the studio; null for all others. */
function plainForm(node: Element): readonly ElementContent[] | null {
  const text = (value: string): ElementContent[] => [{ type: 'text', value }];
  switch (node.tagName) {
    case 'a':
      return /^(?:https?|mailto):/i.test(String(node.properties['href'] ?? '')) ? null : node.children;
    case 'span':
      return node.properties['title'] === REFUSED_LINK ? node.children : null;
    case 'img':
      return text(`[${String(node.properties['alt'] ?? '') || 'picture'}]`);
    case 'input':
      return text(node.properties['checked'] ? '☑' : '☐');
    default:
      return null;
  }
}

/** Footnotes are numbered in the order of their first mention. */
function numbersOf(source: string): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const [, label = ''] of source.matchAll(/\[\^([^\]\s]+)\](?!:)/g)) {
    const key = normalLabel(label);
    if (!Object.hasOwn(numbers, key)) numbers[key] = Object.keys(numbers).length + 1;
  }
  return numbers;
}
