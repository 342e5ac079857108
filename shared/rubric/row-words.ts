import type { DataPath, DataTree } from '../text/data-tree';
import type { MarkdownDoc, TableRow } from '../text/markdown';
import { writtenValue } from './written-value';

/** What an entry of a list says first, by which it is known again. */
export function firstWords(tree: DataTree, path: DataPath): string {
  const node = tree.node(path);
  const [key] = node?.kind === 'map' ? node.members.keys() : [];
  return writtenValue(tree, key === undefined ? path : [...path, key]);
}

/** The row of a document's table as it is written. */
export function rowText({ text }: MarkdownDoc, { span }: TableRow): string {
  return text.slice(span.from, span.to).trim();
}
