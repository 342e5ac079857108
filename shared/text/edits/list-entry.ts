import type { DataNode, DataPath, DataTree } from '../data-tree';
import { lineBreak, lineEnd, lineStart, type TextEdit } from './edit';
import { insertMapKey } from './map-key';
import { isBlockText, isOwn, looksLikeJson, withQuotes } from './places';
import { asBlock, asJson, entryOf, inline, type NewValue } from './style';

type List = Extract<DataNode, { kind: 'list' }>;

/**
 * The edit that adds an entry, a mapping as a rule, at the end of a list: indented, bracketed and set apart as the entries before it are. A list
 * that is not there yet is added to its mapping. Null where the list stands in more than one place, or gives no hold.
 */
export function appendEntry(
  tree: DataTree,
  path: DataPath,
  value: NewValue,
  order: readonly string[] = [],
): TextEdit | null {
  const list = tree.node(path);
  const key = path.at(-1);
  if (!list && typeof key === 'string') return insertMapKey(tree, path.slice(0, -1), key, [value], order);
  if (list?.kind !== 'list' || !isOwn(tree, path)) return null;
  const { text } = tree;
  if (text[list.span.from] === '[') return intoFlow(tree, list, value);
  const last = list.items.at(-1);
  return last ? behindBlock(text, list, last, value) : null;
}

/** `- id: A`, below the entry before it and with a blank line between where the entries have one. */
function behindBlock(text: string, list: List, last: DataNode, value: NewValue): TextEdit | null {
  const from = lineStart(text, list.span.from);
  const lead = text.slice(from, list.span.from);
  if (/[^ ]/.test(lead)) return null;
  const dash = /^-( +)/.exec(text.slice(list.span.from, list.span.from + 20))?.[1] ?? ' ';
  const end = endOf(text, last);
  if (end === null) return null;
  const newline = lineBreak(text);
  const at = lineEnd(text, end);
  const gap = isApart(text, list) ? newline : '';
  const indent = `${lead} ${dash}`;
  return { from: at, to: at, insert: `${newline}${gap}${lead}-${dash}${entryOf(value, indent, newline)}` };
}

/** Where an entry ends; null where the line breaks at its end belong to it. */
function endOf(text: string, node: DataNode): number | null {
  if (node.kind === 'map' && text[node.span.from] !== '{') {
    const last = [...node.members.values()].at(-1);
    return last ? endOf(text, last) : node.span.to;
  }
  if (node.kind === 'list' && text[node.span.from] !== '[') {
    const last = node.items.at(-1);
    return last ? endOf(text, last) : node.span.to;
  }
  if (isBlockText(text, node) && typeof node.value === 'string' && /\n\n$/.test(node.value)) return null;
  // A key without a value ends behind its colon, which its empty span may lie before.
  return Math.max(withQuotes(text, node.span).to, node.key?.to ?? 0);
}

/** True when a blank line, or a comment of its own, stands before the last entry. */
function isApart(text: string, list: List): boolean {
  const last = list.items.at(-1);
  if (!last || list.items.length < 2) return false;
  const line = lineStart(text, last.span.from);
  return /\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*$/.test(text.slice(Math.max(0, line - 2000), line));
}

function intoFlow(tree: DataTree, list: List, value: NewValue): TextEdit | null {
  const { text } = tree;
  const newline = lineBreak(text);
  const lead = indentOf(text, list.key?.from ?? list.span.from);
  const last = list.items.at(-1);
  if (!looksLikeJson(tree)) {
    // `risks: []` in YAML becomes a list of lines; one with entries in brackets stays as it is.
    if (!last) {
      const blank = text[list.span.from - 1] === ' ' ? 1 : 0;
      return { from: list.span.from - blank, to: list.span.to, insert: asBlock([value], lead, newline) };
    }
    const { to } = withQuotes(text, last.span);
    return { from: to, to, insert: `, ${inline(value, true)}` };
  }
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  if (!last) {
    const indent = lead + unit;
    return {
      ...list.span,
      insert: `[${newline}${indent}${asJson(value, indent, unit, newline)}${newline}${lead}]`,
    };
  }
  const { to } = withQuotes(text, last.span);
  const start = lineStart(text, last.span.from);
  const own = text.slice(start, last.span.from);
  if (/\S/.test(own)) return { from: to, to, insert: `, ${inline(value, true)}` };
  return { from: to, to, insert: `,${newline}${own}${asJson(value, own, unit, newline)}` };
}

function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}
