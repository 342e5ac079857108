import type { ElementContent, Root } from 'hast';
import { sourceOf } from '../../shared/preview/formula-source';

/** The text of a node with all it holds. */
export function textOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}

/** The words of a heading. Formulas are as they are written, as in the list of contents. */
export function headingText(node: ElementContent): string {
  const tex = node.type === 'element' ? sourceOf(node) : null;
  if (tex !== null) return `$${tex.trim()}$`;
  return node.type === 'element' ? node.children.map(headingText).join('') : textOf(node);
}
