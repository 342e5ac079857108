import type { Source } from '../rubric/artifact';
import type { DataNode } from '../text/data-tree';
import type { Span } from '../text/span';

/** How far the definition at a place reaches: the record of a data file, the table row or section of a document, else the line. */
export function definitionSpan(source: Source | null, at: Span): Span {
  if (!source) return at;
  if (source.format === 'mmd') return at;
  if (source.format !== 'md') return recordAt(source.data.root, at) ?? at;
  const { markdown } = source;
  for (const table of markdown.tables) {
    if (!contains(table.span, at)) continue;
    return table.rows.find((row) => contains(row.span, at))?.span ?? table.header.span;
  }
  const section = markdown.sections.find(({ heading }) => contains(heading.span, at));
  return section ? { from: section.heading.span.from, to: section.body.to } : lineOf(source.text, at);
}

/** The innermost mapping around a place. */
export function recordAt(root: DataNode | null, at: Span): Span | null {
  let found: Span | null = null;
  let node: DataNode | null = root;
  while (node && contains(node.span, at)) {
    if (node.kind === 'map') found = node.span;
    node = childAt(node, at);
  }
  return found;
}

function childAt(node: DataNode, at: Span): DataNode | null {
  if (node.kind === 'scalar') return null;
  const children: Iterable<DataNode> = node.kind === 'map' ? node.members.values() : node.items;
  for (const child of children) if (contains(child.span, at)) return child;
  return null;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function lineOf(text: string, at: Span): Span {
  const end = text.indexOf('\n', at.to);
  return { from: text.lastIndexOf('\n', at.from - 1) + 1, to: end < 0 ? text.length : end };
}
