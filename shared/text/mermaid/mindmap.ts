import type { Span } from '../span';
import { type BodyReader, checkBalance, cleanLabel, type DiagramParts } from './parts';
import { readNode, readShape } from './shape';

/** Nodes of a mindmap; edges lead from each parent, found by indentation, to its children. */
export function mindmapReader(parts: DiagramParts): BodyReader {
  const path: { readonly id: string; readonly indent: number }[] = [];
  return {
    line: (text: string, span: Span, indent: number) => {
      if (text.startsWith('::')) return;
      checkBalance(parts, text, span);
      const { name, label } = reading(text);
      // Ids may repeat in a mindmap; each line is a node of its own.
      const id = parts.nodes.has(name) ? `${name}@${span.from}` : name;
      parts.node(id, label, span);
      parts.rows.push(span);
      while (path.length > 0 && (path.at(-1)?.indent ?? 0) >= indent) path.pop();
      const parent = path.at(-1);
      if (parent) parts.edge(parent.id, id, '', span);
      path.push({ id, indent });
    },
  };
}

/** `id["label"]`, a shape without an id, or bare text that is its own label. */
function reading(text: string): { readonly name: string; readonly label: string } {
  const node = readNode(text, 0);
  if (node && node.label !== '' && node.length === text.length) return { name: node.id, label: node.label };
  const shape = readShape(text, 0);
  if (shape && shape.end === text.length) return { name: shape.label, label: shape.label };
  const label = cleanLabel(text.replace(/:::.*$/, ''));
  return { name: label, label };
}
