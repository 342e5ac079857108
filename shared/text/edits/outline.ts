import type { DataNode, DataPath } from '../data-tree';

/** All that a tree says but for what stands at some paths, keys in their order, as one text to compare by. */
export function saidBut(root: DataNode | null, paths: readonly DataPath[]): string {
  return JSON.stringify(root && said(root, paths), (_, value: unknown) =>
    // Numbers that JSON has no word for.
    typeof value === 'number' && !(Number.isFinite(value) && !Object.is(value, -0)) ? String(value) : value,
  );
}

function said(node: DataNode, paths: readonly DataPath[]): unknown {
  const inside = (step: string | number) =>
    paths.filter((path) => String(path[0]) === String(step)).map((path) => path.slice(1));
  if (node.kind === 'scalar') return [node.value];
  const members: readonly (readonly [string | number, DataNode])[] =
    node.kind === 'map' ? [...node.members] : node.items.map((item, at) => [at, item] as const);
  return {
    [node.kind]: members.flatMap(([step, member]) => {
      const below = paths.length === 0 ? paths : inside(step);
      if (below.some((path) => path.length === 0)) return [];
      const own = said(member, below);
      return node.kind === 'map' ? [[step, own]] : [own];
    }),
  };
}
