import type { DataNode } from '../text/data-tree';
import type { CellValue } from './block';
import { readableKey } from './labels';

/**
 * What an author adds to a format under keys of their own (`x-…`), as terms and values for an `entries` block. `text` is the file's text:
 * numbers are shown as they are written there. Empty when there are none.
 */
export function ownEntries(node: DataNode | null, text: string): { term: string; value: CellValue }[] {
  if (node?.kind !== 'map') return [];
  return [...node.members].flatMap(([key, member]) => {
    if (!key.startsWith('x-')) return [];
    const value = inOneLine(member, text);
    return value === '' ? [] : [{ term: readableKey(key), value: { text: value, span: member.span } }];
  });
}

/** A value in one line: lists and mappings spelled out. Inner keys keep their spelling, which may be an id of the file. */
function inOneLine(node: DataNode, text: string): string {
  switch (node.kind) {
    case 'scalar':
      if (node.value === null || node.value === undefined) return '';
      return typeof node.value === 'number'
        ? text.slice(node.span.from, node.span.to).trim()
        : String(node.value).trim();
    case 'list':
      return node.items.map((item) => inOneLine(item, text)).join(', ');
    case 'map':
      return [...node.members]
        .map(([key, member]) => {
          const value = inOneLine(member, text);
          return `${key.replace(/_/g, ' ')}: ${member.kind === 'map' ? `(${value})` : value}`;
        })
        .join('; ');
  }
}
