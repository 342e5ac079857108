import type { DataNode } from '../text/data-tree';
import type { CellValue } from './block';

/** What an author adds to a format under keys of their own (`x-…`), as terms and values for an `entries` block. Empty when there are none. */
export function ownEntries(node: DataNode | null): { term: string; value: CellValue }[] {
  if (node?.kind !== 'map') return [];
  return [...node.members]
    .filter(([key, member]) => key.startsWith('x-') && plainText(member) !== '')
    .map(([key, member]) => ({
      term: readableKey(key),
      value: { text: plainText(member), span: member.span },
    }));
}

/** A key as a label: `x-alert-gap` is "Alert gap", `critical_weights` is "Critical weights". */
export function readableKey(key: string): string {
  const words = key.replace(/^x-/, '').replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value in one line: lists and mappings spelled out with their keys in words. */
function plainText(node: DataNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.value === null || node.value === undefined ? '' : String(node.value).trim();
    case 'list':
      return node.items.map(plainText).join(', ');
    case 'map':
      return [...node.members]
        .map(([key, member]) => {
          const text = plainText(member);
          return `${readableKey(key)}: ${member.kind === 'map' ? `(${text})` : text}`;
        })
        .join('; ');
  }
}
