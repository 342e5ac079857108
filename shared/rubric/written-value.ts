import type { DataPath, DataTree } from '../text/data-tree';

/** What a file of data has at a path, as one would type it: a number as it is spelled. Empty where it has nothing, or more than one value. */
export function writtenValue(tree: DataTree, path: DataPath): string {
  const node = tree.node(path);
  if (node?.kind !== 'scalar') return '';
  if (typeof node.value === 'string') return node.value.trim();
  return typeof node.value === 'number' || typeof node.value === 'boolean'
    ? tree.text.slice(node.span.from, node.span.to).trim()
    : '';
}
