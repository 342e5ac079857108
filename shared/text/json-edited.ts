import { type DataNode, DataTree, movedNode, newMapping } from './data-tree';
import { MAX_JSON_DEPTH, MAX_JSON_LENGTH, parseJson } from './json';
import { type OneEdit, oneEdit } from './one-edit';

/** An object or a list, with what it stands in. */
interface Around {
  readonly node: DataNode;
  readonly depth: number;
}

/**
 * Parses a text that is being edited and says what `parseJson` says. Where the edit lies between the brackets of an object or a list, only that is
 * read: if it is one value by itself, the rest of the text says what it said.
 */
export function parseEditedJson(text: string, before: DataTree | null): DataTree {
  return (before && withOneValue(text, before)) ?? parseJson(text);
}

function withOneValue(text: string, before: DataTree): DataTree | null {
  if (!before.root || before.problems.length > 0 || text.length > MAX_JSON_LENGTH) return null;
  const edit = oneEdit(before.text, text);
  const around = innermost(before.root, edit);
  if (!around) return null;
  const { from, to } = around.node.span;
  const part = parseJson(text.slice(from, to + edit.by));
  const { root } = part;
  // A problem is told as the whole text has it: an open string goes on behind the value.
  if (!root || part.problems.length > 0 || root.kind === 'scalar') return null;
  if (root.span.from !== 0 || root.span.to !== part.text.length) return null;
  if (around.depth + depthOf(root) > MAX_JSON_DEPTH) return null;
  const now = { ...movedNode(root, from), key: around.node.key };
  return new DataTree(text, exchanged(before.root, around.node, now, edit), []);
}

/** The innermost object or list that has the edit between its brackets. */
function innermost(root: DataNode, edit: OneEdit): Around | null {
  let found: Around | null = null;
  for (let node: DataNode | null = root, depth = 0; node; depth++) {
    if (node.kind === 'scalar' || !(node.span.from < edit.from && edit.to < node.span.to)) break;
    found = { node, depth };
    node = children(node).find((child) => child.span.from < edit.from && edit.to < child.span.to) ?? null;
  }
  return found;
}

function children(node: DataNode): readonly DataNode[] {
  return node.kind === 'map' ? [...node.members.values()] : node.kind === 'list' ? node.items : [];
}

/** How deeply objects and lists are nested in a value. */
function depthOf(node: DataNode): number {
  if (node.kind === 'scalar') return 0;
  let most = 0;
  for (const child of children(node)) most = Math.max(most, depthOf(child));
  return most + 1;
}

/** A tree with one node exchanged, what stands around it longer, and what stands behind it moved. */
function exchanged(node: DataNode, old: DataNode, now: DataNode, edit: OneEdit): DataNode {
  if (node === old) return now;
  if (node.span.to <= old.span.from) return node;
  if (node.span.from >= old.span.to) return movedNode(node, edit.by);
  const span = { from: node.span.from, to: node.span.to + edit.by };
  const { key } = node;
  if (node.kind === 'list') {
    const items = node.items.map((item) => exchanged(item, old, now, edit));
    return { kind: 'list', span, key, value: items.map((item) => item.value), items };
  }
  if (node.kind === 'scalar') return node;
  const members = new Map<string, DataNode>();
  const value = newMapping();
  for (const [name, member] of node.members) {
    const child = exchanged(member, old, now, edit);
    members.set(name, child);
    value[name] = child.value;
  }
  return { kind: 'map', span, key, value, members };
}
