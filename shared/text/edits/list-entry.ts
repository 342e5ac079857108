import type { DataNode, DataPath, DataTree } from '../data-tree';
import { lineBreak, lineStart, type TextEdit } from './edit';
import { entryLike, flowEntryLike } from './entry-like';
import { blockRuns, type List } from './list-runs';
import { insertMapKey } from './map-key';
import { isBlockText, isOwn, looksLikeJson, withQuotes } from './places';
import { asBlock, asJson, inline, type NewValue } from './style';

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
  return list?.kind === 'list' && isOwn(tree, path) ? intoList(tree, list, value) : null;
}

/** The same for a list that is there; whether it is repeated elsewhere is for the caller to see. */
export function intoList(tree: DataTree, list: List, value: NewValue): TextEdit | null {
  const { text } = tree;
  if (text[list.span.from] === '[') return intoFlow(tree, list, value);
  const last = list.items.at(-1);
  return last ? behindBlock(text, list, last, value) : null;
}

/** `- id: A`, below the entry before it with its comments, and with a blank line between where the entries have one. */
function behindBlock(text: string, list: List, last: DataNode, value: NewValue): TextEdit | null {
  const at = blockRuns(text, list)?.at(-1)?.to;
  if (at === undefined || ownsBlankLines(text, last)) return null;
  const lead = text.slice(lineStart(text, list.span.from), list.span.from);
  const { from } = last.span;
  const dash = /-( +)["']?$/.exec(text.slice(lineStart(text, from), from))?.[1] ?? ' ';
  const newline = lineBreak(text);
  const gap = isApart(text, list) ? newline : '';
  const written = entryLike(text, last, value, `${lead} ${dash}`, newline);
  return { from: at, to: at, insert: `${newline}${gap}${lead}-${dash}${written}` };
}

/** True where the line breaks at the end of an entry belong to it. */
function ownsBlankLines(text: string, node: DataNode): boolean {
  if (node.kind === 'scalar')
    return isBlockText(text, node) && typeof node.value === 'string' && /\n\n$/.test(node.value);
  const last = node.kind === 'map' ? [...node.members.values()].at(-1) : node.items.at(-1);
  return last !== undefined && !'{['.includes(text[node.span.from] ?? '') && ownsBlankLines(text, last);
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
    const { from, to } = withQuotes(text, last.span);
    const own = text.slice(lineStart(text, from), from);
    const gap = /\S/.test(own) ? ' ' : `${newline}${own}`;
    return { from: to, to, insert: `,${gap}${flowEntryLike(last, value)}` };
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
