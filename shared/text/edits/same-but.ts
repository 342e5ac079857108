import type { DataNode, DataPath } from '../data-tree';

/** True when two trees say the same everywhere but at one path, keys in the same order; what stands at the path is not looked at. */
export function sameBut(a: DataNode | null, b: DataNode | null, path: DataPath): boolean {
  return sameNode(a, b, path, 0);
}

function sameNode(a: DataNode | null, b: DataNode | null, path: DataPath | null, depth: number): boolean {
  // Beside the path, nodes are compared to their leaves.
  if (path !== null && depth === path.length) return true;
  if (a === null || b === null) return a === b;
  const step = path?.[depth];
  if (a.kind === 'list') {
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, at) =>
        sameNode(item, b.items[at] ?? null, path !== null && at === step ? path : null, depth + 1),
      )
    );
  }
  if (a.kind === 'map') {
    if (b.kind !== 'map') return false;
    // A key that comes or goes is the one at the end of the path.
    const own = path !== null && depth === path.length - 1 ? String(step) : null;
    const before = [...a.members].filter(([key]) => key !== own);
    const after = [...b.members].filter(([key]) => key !== own);
    return (
      before.length === after.length &&
      before.every(([key, member], at) => {
        const [other, node] = after[at] ?? [];
        if (key !== other) return false;
        return sameNode(member, node ?? null, path !== null && key === String(step) ? path : null, depth + 1);
      })
    );
  }
  return b.kind === 'scalar' && Object.is(a.value, b.value);
}
