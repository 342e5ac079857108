import { type Tree, TreeBuffer } from '@lezer/common';

type Visit = (name: string, from: number, to: number) => void;

/**
 * Visits the nodes right below the top of a tree, in order. A cursor does the same, but for tens of thousands of blocks after each key it takes
 * several times as long.
 */
export function eachBlock(tree: Tree | null, visit: Visit): void {
  if (tree) below(tree, 0, visit);
}

function below(tree: Tree, start: number, visit: Visit): void {
  for (let index = 0; index < tree.children.length; index++) {
    const child = tree.children[index] as Tree | TreeBuffer;
    const from = start + (tree.positions[index] as number);
    if (child instanceof TreeBuffer) packed(child, from, visit);
    // Long lists of blocks are balanced into nodes without a name.
    else if (child.type.isAnonymous) below(child, from, visit);
    else visit(child.type.name, from, from + child.length);
  }
}

/** Small nodes are packed four numbers each: type, start, end, and where the next one stands. */
function packed({ buffer, set }: TreeBuffer, start: number, visit: Visit): void {
  for (let at = 0; at < buffer.length; at = buffer[at + 3] as number) {
    const type = set.types[buffer[at] as number];
    if (type) visit(type.name, start + (buffer[at + 1] as number), start + (buffer[at + 2] as number));
  }
}
