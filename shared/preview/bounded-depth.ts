import type { Element, Nodes, Root } from 'hast';

/** Elements within elements that are laid out. Lists in lists take two for each level, so this is fifty of them. */
export const DEEPEST_ELEMENT = 100;

/**
 * Makes text of what is nested more deeply than anybody reads: the engine lays elements out by calling itself, and a few hundred of them within
 * each other bring a page down. Changes the tree; takes no call for a level itself.
 */
export function boundDepth(root: Root): void {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    const next: Nodes[] = [];
    for (const node of level) {
      if (!('children' in node)) continue;
      if (depth < DEEPEST_ELEMENT) for (const child of node.children) next.push(child);
      else if (node.children.some(({ type }) => type === 'element'))
        (node as Element).children = [{ type: 'text', value: wordsWithin(node) }];
    }
    level = next;
  }
}

function wordsWithin(node: Nodes): string {
  const words: string[] = [];
  const open: Nodes[] = [node];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.type === 'text') words.push(one.value);
    if ('children' in one)
      for (let i = one.children.length - 1; i >= 0; i--) open.push(one.children[i] as Nodes);
  }
  return words.join('');
}
