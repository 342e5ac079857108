import type { DataNode, DataPath, DataTree } from '../data-tree';
import { lineBreak, lineEnd, type TextEdit } from './edit';
import { isBlockText, isOwn, looksLikeJson, withQuotes } from './places';
import { asBlock, asJson, inline, type NewValue } from './style';

type Mapping = Extract<DataNode, { kind: 'map' }>;

/**
 * The edit that adds a key to a mapping in the style of its neighbours, behind the last present key that `order` lists before it. Null where
 * the mapping has the key already, stands in more than one place (anchors), or gives no hold: a front matter without keys, for example.
 */
export function insertMapKey(
  tree: DataTree,
  path: DataPath,
  key: string,
  value: NewValue,
  order: readonly string[] = [],
): TextEdit | null {
  const map = tree.node(path);
  if (map?.kind !== 'map' || map.members.has(key) || !isOwn(tree, path)) return null;
  const flow = tree.text[map.span.from] === '{';
  if (map.members.size === 0) return flow ? intoEmpty(tree, map, key, value) : null;
  const names = [...map.members.keys()];
  const rank = order.indexOf(key);
  const earlier = rank < 0 ? names : names.filter((n) => order.indexOf(n) >= 0 && order.indexOf(n) < rank);
  const later = rank < 0 ? [] : names.filter((n) => order.indexOf(n) > rank);
  const behind = earlier.at(-1) ?? (later.length > 0 ? undefined : names.at(-1));
  if (behind === undefined) return beforeMember(tree, map, names[0] ?? '', key, value, flow);
  return flow ? behindInFlow(tree, map, behind, key, value) : behindInBlock(tree, map, behind, key, value);
}

/** The key of a member as it is written, quotation marks included. */
function keyOf(tree: DataTree, map: Mapping, name: string) {
  const key = map.members.get(name)?.key;
  return key ? withQuotes(tree.text, key) : null;
}

/** What stands before a key on its line, and whether that is indentation only. A dash counts as indentation of the keys below. */
function leadOf(text: string, from: number) {
  const raw = text.slice(text.lastIndexOf('\n', from - 1) + 1, from).replace('\uFEFF', '');
  return {
    indent: raw.replace(/[^\s]/g, ' '),
    alone: /^[ \t]*$/.test(raw),
    block: /^[ \t]*(?:- +)*$/.test(raw),
  };
}

function behindInBlock(
  tree: DataTree,
  map: Mapping,
  name: string,
  key: string,
  value: NewValue,
): TextEdit | null {
  const { text } = tree;
  const at = keyOf(tree, map, name);
  const node = map.members.get(name);
  const end = node ? endOf(text, node) : null;
  if (!at || end === null) return null;
  const lead = leadOf(text, at.from);
  if (!lead.block) return null;
  const newline = lineBreak(text);
  const to = lineEnd(text, Math.max(end, at.to));
  return {
    from: to,
    to,
    insert: `${newline}${lead.indent}${inline(key, false)}:${asBlock(value, lead.indent, newline)}`,
  };
}

/** Where a value of a block mapping ends; null where its last line breaks belong to it (`|+`). */
function endOf(text: string, node: DataNode): number | null {
  if (node.kind === 'map') {
    const last = [...node.members.values()].at(-1);
    if (last && text[node.span.from] !== '{') return endOf(text, last);
  } else if (node.kind === 'list') {
    const last = node.items.at(-1);
    if (last && text[node.span.from] !== '[') return endOf(text, last);
  } else if (isBlockText(text, node) && typeof node.value === 'string' && /\n\n$/.test(node.value))
    return null;
  return withQuotes(text, node.span).to;
}

function beforeMember(
  tree: DataTree,
  map: Mapping,
  name: string,
  key: string,
  value: NewValue,
  flow: boolean,
): TextEdit | null {
  const { text } = tree;
  const at = keyOf(tree, map, name);
  if (!at) return null;
  const lead = leadOf(text, at.from);
  const newline = lineBreak(text);
  const own = lead.alone ? `${newline}${lead.indent}` : null;
  if (!flow) {
    if (!lead.block) return null;
    const written = `${inline(key, false)}:${asBlock(value, lead.indent, newline)}`;
    return { from: at.from, to: at.from, insert: `${written}${newline}${lead.indent}` };
  }
  const written = member(tree, map, name, key, value, own !== null);
  return { from: at.from, to: at.from, insert: `${written},${own ?? ' '}` };
}

function behindInFlow(
  tree: DataTree,
  map: Mapping,
  name: string,
  key: string,
  value: NewValue,
): TextEdit | null {
  const { text } = tree;
  const at = keyOf(tree, map, name);
  const node = map.members.get(name);
  // `{a: , b}`: a value that is not written has no end to stand behind.
  if (!at || !node || (node.kind === 'scalar' && node.value === null && node.span.from === node.span.to))
    return null;
  const lead = leadOf(text, at.from);
  const whole = withQuotes(text, node.span);
  const { to } = whole;
  const compact = whole.from === at.to + 1;
  const gap = lead.alone ? `${lineBreak(text)}${lead.indent}` : compact ? '' : ' ';
  return { from: to, to, insert: `,${gap}${member(tree, map, name, key, value, lead.alone)}` };
}

/** Key and value as the neighbour is written: `"key": value`, `key: value`, `"key":value`. */
function member(
  tree: DataTree,
  map: Mapping,
  name: string,
  key: string,
  value: NewValue,
  lines: boolean,
): string {
  const { text } = tree;
  const at = keyOf(tree, map, name);
  const node = map.members.get(name);
  const json = looksLikeJson(tree) || (at !== null && text[at.from] === '"');
  const start = node ? withQuotes(text, node.span).from : 0;
  const between = at ? text.slice(at.to, start) : ': ';
  const colon = /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
  const lead = leadOf(text, at?.from ?? 0);
  const written =
    json && lines
      ? asJson(value, lead.indent, unitOf(text, lead.indent), lineBreak(text))
      : inline(value, json);
  return `${inline(key, json)}${colon}${written}`;
}

/** What one level is indented by: what the file's first indented line has. */
function unitOf(text: string, indent: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? (indent === '' ? '  ' : indent);
}

function intoEmpty(tree: DataTree, map: Mapping, key: string, value: NewValue): TextEdit | null {
  const json = looksLikeJson(tree);
  const at = map.span.from + 1;
  return { from: at, to: at, insert: `${inline(key, json)}: ${inline(value, json)}` };
}
