import type { DataNode, DataPath, DataTree } from '../data-tree';
import type { Span } from '../span';
import { parseYaml } from '../yaml';
import { arrange } from './arrange';
import { applyEdits, type TextEdit } from './edit';
import { blockRuns, flowRuns, isBelowComment, type List } from './list-runs';
import { isOwn } from './places';

/** Longer YAML is not parsed a second time only to prove a repair, in UTF-16 units. */
const LONGEST_PROOF = 512 * 1024;

/**
 * The edits that bring the entries of a list into another order, whole, with the comments that stand directly above them; an index that `order`
 * leaves out is an entry to remove. Null where that is not safe: a comment that may belong to several entries, an anchor used above its new
 * place, an entry without lines of its own. YAML is read again to see that nothing but the order changed.
 */
export function arrangeItems(
  tree: DataTree,
  path: DataPath,
  order: readonly number[],
): readonly TextEdit[] | null {
  const list = tree.node(path);
  if (list?.kind !== 'list' || !isOwn(tree, path) || order.length === 0) return null;
  const { text } = tree;
  const flow = text[list.span.from] === '[';
  const runs = flow ? flowRuns(text, list) : blockRuns(text, list);
  // A comment above the first entry may speak of all of them.
  if (!runs || (!flow && order[0] !== 0 && isBelowComment(text, list))) return null;
  const removed = list.items.flatMap((_, i) => (order.includes(i) ? [] : [runs[i] as Span]));
  if (removed.some((run) => /(?:^|\s)#/.test(text.slice(run.from, run.to)))) return null;
  const edits = arrange(text, runs, order);
  if (!edits || edits.length === 0) return null;
  return isPlainJson(text, list) || onlyOrderChanged(tree, path, order, edits) ? edits : null;
}

/** True where each entry is JSON by itself: it has neither comments nor anchors, and stands anywhere. */
function isPlainJson(text: string, list: List): boolean {
  if (text[list.span.from] !== '[') return false;
  try {
    JSON.parse(text.slice(list.span.from, list.span.to));
    return true;
  } catch {
    return false;
  }
}

function onlyOrderChanged(
  tree: DataTree,
  path: DataPath,
  order: readonly number[],
  edits: readonly TextEdit[],
): boolean {
  if (tree.text.length > LONGEST_PROOF) return false;
  const after = parseYaml(applyEdits(tree.text, edits));
  const [old, now] = [tree.node(path), after.node(path)];
  if (after.problems.length > tree.problems.length || old?.kind !== 'list' || now?.kind !== 'list')
    return false;
  const rest = (root: DataNode | null, list: DataNode) =>
    JSON.stringify(root?.value, (_, value: unknown) => (value === list.value ? null : value));
  return (
    JSON.stringify(now.value) === JSON.stringify(order.map((n) => old.items[n]?.value)) &&
    rest(tree.root, old) === rest(after.root, now)
  );
}
