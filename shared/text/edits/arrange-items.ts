import type { DataNode, DataPath, DataTree } from '../data-tree';
import type { Span } from '../span';
import { parseYaml } from '../yaml';
import { arrange } from './arrange';
import { applyEdits, lineEnd, lineStart, type TextEdit } from './edit';
import { isOwn, withQuotes } from './places';

/** Longer YAML is not parsed a second time only to prove a repair, in UTF-16 units. */
const LONGEST_PROOF = 512 * 1024;

type List = DataNode & { readonly kind: 'list' };

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

/** Entries between brackets, each from its first character to its last. */
function flowRuns(text: string, list: List): readonly Span[] {
  return list.items.map((item) => withQuotes(text, item.span));
}

/** Entries behind dashes, each with whole lines and the comments directly above it; null when they can't be told apart. */
function blockRuns(text: string, list: List): readonly Span[] | null {
  const first = lineStart(text, list.span.from);
  const lead = text.slice(first, list.span.from);
  if (text[list.span.from] !== '-' || /[^ ]/.test(lead)) return null;
  const dashes: number[] = [];
  for (let at = first; at < list.span.to; at = nextLine(text, at))
    if (text.startsWith(lead, at) && /^-(?:\s|$)/.test(text.slice(at + lead.length, at + lead.length + 2)))
      dashes.push(at);
  if (dashes.length !== list.items.length) return null;
  const starts = dashes.map((at, i) => (i === 0 ? at : commentsAbove(text, at, lead.length)));
  return starts.map((from, i) => ({
    from,
    to: lastOwnLine(text, from, starts[i + 1] ?? endOfLast(text, list.span.to, lead.length), lead.length),
  }));
}

/** The start of the first line below a list that is neither blank nor a comment indented as the content of its last entry. */
function endOfLast(text: string, end: number, indent: number): number {
  let at = nextLine(text, end - 1);
  while (at < text.length) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    if (line.trim() !== '' && (!/^ *#/.test(line) || isOuterComment(line, indent))) break;
    at = next;
  }
  return at;
}

function isBelowComment(text: string, list: List): boolean {
  const first = lineStart(text, list.span.from);
  return commentsAbove(text, first, list.span.from - first) < first;
}

/** Where an entry ends: blank lines behind it and comments that are not indented as its content is are not its own. */
function lastOwnLine(text: string, from: number, next: number, indent: number): number {
  let end = next;
  while (end > from) {
    const start = lineStart(text, end - 1);
    const line = text.slice(start, end);
    if (line.trim() !== '' && !isOuterComment(line, indent)) break;
    end = start;
  }
  return lineEnd(text, Math.max(from, end - 1 - (text[end - 2] === '\r' ? 1 : 0)));
}

function isOuterComment(line: string, indent: number): boolean {
  return /^ *#/.test(line) && line.indexOf('#') <= indent;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Where the comment lines that stand directly above a line start, not indented further than it; the line itself when there are none. */
function commentsAbove(text: string, at: number, indent: number): number {
  let start = at;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!isOuterComment(text.slice(above, start), indent)) break;
    start = above;
  }
  return start;
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
