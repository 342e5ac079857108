import type { Source } from '../../rubric/artifact';
import { type DiagramNode, isFlowchart, type MermaidDoc, parseMermaid } from '../../text/mermaid';
import { contains, type Span } from '../../text/span';

export interface Category {
  readonly node: DiagramNode;
  readonly leaves: readonly DiagramNode[];
}

/** A fishbone diagram as far as it is drawn. */
export interface Fishbone {
  readonly doc: MermaidDoc;
  /** Drawn as a mindmap or a flowchart; nothing else is read. */
  readonly readable: boolean;
  readonly head: DiagramNode | null;
  readonly categories: readonly Category[];
  readonly leaves: readonly DiagramNode[];
}

const FACTOR = /(?<![A-Za-z0-9-])CF-\d{2}(?!\d)/;

/** A leaf that names a contributing factor counts as verified. */
export function verified(leaf: DiagramNode): boolean {
  return FACTOR.test(leaf.label);
}

/** A leaf that says that it is not verified yet. */
export function hypothesis(leaf: DiagramNode): boolean {
  return /^\s*H:/.test(leaf.label);
}

export function readFishbone(source: Source): Fishbone {
  const doc = source.format === 'mmd' ? source.diagram : parseMermaid('');
  const readable = doc.type === 'mindmap' || isFlowchart(doc);
  const { head, categories } = !readable
    ? { head: null, categories: [] }
    : doc.subgraphs.length > 0
      ? bySubgraphs(doc)
      : byEdges(doc);
  return { doc, readable, head, categories, leaves: categories.flatMap((category) => category.leaves) };
}

type Bones = Pick<Fishbone, 'head' | 'categories'>;

/** The head is where all edges lead to or come from; its neighbours are the categories, and what has nothing behind it is a leaf. */
function byEdges(doc: MermaidDoc): Bones {
  const outgoing = new Map<string, string[]>();
  const incoming = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, from: string, to: string) => {
    const list = map.get(from);
    if (list) list.push(to);
    else map.set(from, [to]);
  };
  for (const edge of doc.edges) {
    push(outgoing, edge.from, edge.to);
    push(incoming, edge.to, edge.from);
  }
  const sources = doc.nodes.filter((node) => !incoming.has(node.id));
  const sinks = doc.nodes.filter((node) => !outgoing.has(node.id));
  // Causes point at the effect, or the effect branches into causes: the end that is alone is the head.
  const inward = sinks.length === 1 && sources.length !== 1;
  const head = (inward ? sinks[0] : sources.length === 1 ? sources[0] : doc.nodes[0]) ?? null;
  if (!head) return { head, categories: [] };
  const below = inward ? incoming : outgoing;
  const nodes = new Map(doc.nodes.map((node) => [node.id, node]));
  const seen = new Set([head.id]);
  const take = (id: string) =>
    (below.get(id) ?? []).flatMap((next) => {
      const node = nodes.get(next);
      if (!node || seen.has(next)) return [];
      seen.add(next);
      return [node];
    });
  // All categories are taken before any of them is followed, so that a shared leaf cannot swallow one.
  const tops = take(head.id);
  const categories = tops.map((node) => {
    const leaves: DiagramNode[] = [];
    const open = take(node.id);
    for (let next = open.shift(); next; next = open.shift()) {
      const children = take(next.id);
      if (children.length === 0) leaves.push(next);
      open.push(...children);
    }
    return { node, leaves };
  });
  return { head, categories };
}

/** Categories drawn as subgraphs: a leaf is a node first mentioned inside one, the head a node outside all. */
function bySubgraphs(doc: MermaidDoc): Bones {
  const categories = doc.subgraphs.map((node, i) => {
    const next = doc.subgraphs[i + 1]?.span.from ?? doc.text.length;
    const end = /^[ \t]*end[ \t]*$/m.exec(doc.text.slice(node.span.to, next));
    const within: Span = { from: node.span.to, to: end ? node.span.to + end.index : next };
    return { node, leaves: doc.nodes.filter((leaf) => contains(within, leaf.span)) };
  });
  const inside = new Set(categories.flatMap(({ leaves }) => leaves.map((leaf) => leaf.id)));
  return { head: doc.nodes.find((node) => !inside.has(node.id)) ?? null, categories };
}
