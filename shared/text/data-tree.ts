import { movedSpan, type Span } from './span';

/** A step list from the root of a data file to a value, e.g. `['options', 0, 'scores', 'C3']`. */
export type DataPath = readonly (string | number)[];

export type DataNode = {
  readonly span: Span;
  /** Where the key of this value stands, when it is a member of a mapping. */
  readonly key: Span | null;
  readonly value: unknown;
} & (
  | { readonly kind: 'scalar' }
  | { readonly kind: 'map'; readonly members: ReadonlyMap<string, DataNode> }
  | { readonly kind: 'list'; readonly items: readonly DataNode[] }
);

const SPELLED = { value: () => 'a mapping' };

/**
 * An empty mapping, in which `__proto__` and `constructor` are keys like any other. It can be spelled in a message: where a file has a mapping in
 * place of a text, whoever shows the text would break otherwise.
 */
export function newMapping(): Record<string, unknown> {
  return Object.defineProperty(Object.create(null), Symbol.toPrimitive, SPELLED) as Record<string, unknown>;
}

/** A problem that a parser found. `span` may be empty at the place where the parser stopped. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/**
 * A YAML or JSON text with the place of each value. `root` is null when the text does not parse or is empty;
 * `problems` then says why. Values are plain data; keys such as `__proto__` stay ordinary keys.
 */
export class DataTree {
  constructor(
    readonly text: string,
    readonly root: DataNode | null,
    readonly problems: readonly SyntaxProblem[],
  ) {}

  /** The node at a path, or null when the file does not have it. */
  node(path: DataPath): DataNode | null {
    return nodeAt(this.root, path);
  }

  /** The span of the value at a path; when it is absent, the key (or start) of its nearest existing ancestor. */
  span(path: DataPath): Span {
    const exact = this.node(path);
    if (exact) return exact.span;
    for (let n = path.length - 1; n >= 0; n--) {
      const parent = this.node(path.slice(0, n));
      if (parent) return parent.key ?? firstLine(this.text, parent.span);
    }
    return { from: 0, to: Math.min(this.text.length, 1) };
  }

  /** The span of the key at a path, else of the value, else as {@link span}. */
  keySpan(path: DataPath): Span {
    return this.node(path)?.key ?? this.span(path);
  }
}

/** The node that a path leads to from another one. */
export function nodeAt(from: DataNode | null, path: DataPath): DataNode | null {
  let node = from;
  for (const step of path) {
    if (!node) return null;
    if (node.kind === 'map') node = node.members.get(String(step)) ?? null;
    else if (node.kind === 'list') node = typeof step === 'number' ? (node.items[step] ?? null) : null;
    else return null;
  }
  return node;
}

/** The part of a span on its first line: a finding about a whole mapping marks one line, not the screen. */
export function firstLine(text: string, s: Span): Span {
  let end = text.indexOf('\n', s.from);
  if (end > s.from && text[end - 1] === '\r') end--;
  return { from: s.from, to: end < 0 ? s.to : Math.min(s.to, Math.max(end, s.from)) };
}

/** A node with what it holds, `by` further on in the text. */
export function movedNode(node: DataNode, by: number): DataNode {
  if (by === 0) return node;
  const { value } = node;
  const place = { span: movedSpan(node.span, by), key: node.key && movedSpan(node.key, by), value };
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', ...place };
    case 'list':
      return { kind: 'list', ...place, items: node.items.map((item) => movedNode(item, by)) };
    case 'map': {
      const members = new Map<string, DataNode>();
      for (const [key, member] of node.members) members.set(key, movedNode(member, by));
      return { kind: 'map', ...place, members };
    }
  }
}
