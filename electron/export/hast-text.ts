import type { ElementContent, Root } from 'hast';

/** The text of a node with all it holds. */
export function textOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}
