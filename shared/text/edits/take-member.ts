import type { DataNode, DataPath, DataTree } from '../data-tree';
import { lineEnd, lineStart, type TextEdit } from './edit';
import { isBlockText, withQuotes } from './places';
import { fromFlow, type Kept, withBreak } from './take-out';

/**
 * The edit that takes a key with all that it holds out of its mapping, with the comments within and behind it: in `{…}` with the comma beside it,
 * else with its lines.
 */
export function takeMember(tree: DataTree, path: DataPath): TextEdit | Kept {
  const { text } = tree;
  const map = tree.node(path.slice(0, -1));
  const node = tree.node(path);
  if (map?.kind !== 'map' || !node?.key) return 'shape';
  const key = withQuotes(text, node.key);
  const end = endOf(text, node);
  if (end === null) return 'shape';
  if (text[map.span.from] === '{') {
    // A value over several lines may have comments between its lines: which of them are its own cannot be told.
    return /[\r\n]/.test(text.slice(key.from, end)) && /\s#/.test(text.slice(key.from, end))
      ? 'comment'
      : fromFlow(text, key.from, end);
  }
  if (map.members.size < 2) return 'only';
  const from = lineStart(text, key.from);
  if (!/^[ \t]*$/.test(text.slice(from, key.from))) return 'shape';
  return withBreak(text, from, lineEnd(text, end));
}

/** Where a value ends, brackets and quotation marks included; null where the line breaks at its end belong to it. */
function endOf(text: string, node: DataNode): number | null {
  // An alias holds what stands elsewhere.
  if (text[node.span.from - 1] === '*') return node.span.to;
  const flow = text[node.span.from] === '{' || text[node.span.from] === '[';
  if (node.kind !== 'scalar' && !flow) {
    const last = node.kind === 'map' ? [...node.members.values()].at(-1) : node.items.at(-1);
    if (last) return endOf(text, last);
  }
  if (isBlockText(text, node) && /\n\n$/.test(String(node.value))) return null;
  return Math.max(withQuotes(text, node.span).to, node.key ? withQuotes(text, node.key).to : 0);
}
