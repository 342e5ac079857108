import { isFlowchart, type MermaidDoc } from '../text/mermaid';
import type { Span } from '../text/span';
import type { OutlineTree } from './outline-tree';

interface Part {
  readonly title: string;
  readonly detail: string;
  readonly span: Span;
  /** Where what stands within it ends; null for a part that holds nothing. */
  readonly end: number | null;
}

/** Nodes, participants and tasks within their subgraphs, states and sections; loops and alternatives of a sequence. */
export function diagramOutline(tree: OutlineTree, doc: MermaidDoc): void {
  const ends = groupEnds(doc);
  const parts: Part[] = [
    ...doc.subgraphs.map(({ id, label, span }, index) => ({
      title: label || id,
      detail: '',
      span,
      end: ends[index] ?? null,
    })),
    ...doc.fragments.map(({ id, label, span }) => ({ title: id, detail: label, span, end: null })),
    ...doc.nodes.map(({ id, label, span }) => ({
      title: label || id,
      // Rows have no names of their own; their ids are places.
      detail: label === id || /^\d+$/.test(id) ? '' : id,
      span,
      end: null,
    })),
  ].sort((a, b) => a.span.from - b.span.from || (b.end ?? 0) - (a.end ?? 0));
  const open: number[] = [];
  for (const { title, detail, span, end } of parts) {
    if (tree.full) return;
    while (open.length > 0 && (open.at(-1) as number) <= span.from) {
      open.pop();
      tree.close();
    }
    tree.open(title, detail, span);
    if (end === null) tree.close();
    else open.push(end);
  }
}

/** Where each group ends: sections at the next one, all others where a line closes them. */
function groupEnds({ text, type, subgraphs, ...doc }: MermaidDoc): readonly number[] {
  if (type === 'gantt' || type === 'timeline')
    return subgraphs.map((_, index) => subgraphs[index + 1]?.span.from ?? text.length);
  const closes = isFlowchart({ text, type, subgraphs, ...doc }) ? /^[ \t]*end[ \t]*;?\r?$/gm : /^[ \t]*\}/gm;
  const marks = [
    ...subgraphs.map(({ span }, index) => ({ at: span.from, index })),
    ...[...text.matchAll(closes)].map((match) => ({ at: match.index, index: -1 })),
  ].sort((a, b) => a.at - b.at);
  const ends = subgraphs.map(() => text.length);
  const open: number[] = [];
  for (const { at, index } of marks) {
    if (index >= 0) open.push(index);
    else {
      const closed = open.pop();
      if (closed !== undefined) ends[closed] = at;
    }
  }
  return ends;
}
