import type { DataNode } from '../text/data-tree';
import type { DataSteps } from './assist';

/** Longer values are sentences, which nobody writes twice. */
const LONGEST = 60;
const MOST = 60;

/** The nodes at a place, one for each item of the lists on the way. */
export function nodesAt(root: DataNode | null, steps: DataSteps): readonly DataNode[] {
  let now: readonly DataNode[] = root ? [root] : [];
  for (const step of steps) {
    now = now.flatMap((node) => {
      if (node.kind === 'list') return step === '*' ? node.items : [];
      if (node.kind !== 'map' || step === '*') return [];
      const member = node.members.get(step);
      return member ? [member] : [];
    });
  }
  return now;
}

/** The keys that mappings at a place have, the most frequent first. */
export function keysSeen(
  roots: Iterable<DataNode | null>,
  steps: DataSteps,
): ReadonlyMap<string, DataNode['kind']> {
  const counts = new Map<string, { count: number; kind: DataNode['kind'] }>();
  for (const root of roots) {
    for (const node of nodesAt(root, steps)) {
      if (node.kind !== 'map') continue;
      for (const [key, { kind }] of node.members) {
        const known = counts.get(key);
        if (known) known.count++;
        else counts.set(key, { count: 1, kind });
      }
    }
  }
  const sorted = [...counts].sort(([, a], [, b]) => b.count - a.count).slice(0, MOST);
  return new Map(sorted.map(([key, { kind }]) => [key, kind]));
}

/** The short values that stand at a place, the most frequent first. */
export function valuesSeen(roots: Iterable<DataNode | null>, steps: DataSteps): readonly string[] {
  const counts = new Map<string, number>();
  for (const root of roots) {
    for (const node of nodesAt(root, steps)) {
      const { kind, value } = node;
      if (kind !== 'scalar' || typeof value !== 'string') continue;
      const text = value.trim();
      if (text === '' || text.length > LONGEST || text.includes('\n') || /^<.*>$/.test(text)) continue;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([text]) => text);
}
