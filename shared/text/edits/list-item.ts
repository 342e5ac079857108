import type { DataPath, DataTree } from '../data-tree';
import { lineBreak, lineEnd, type TextEdit } from './edit';
import { isBlockText, isOwn, looksLikeJson, withQuotes } from './places';
import { inline } from './style';

/**
 * The edit that adds a text, a number or a truth value at the end of a list, written as its last entry is. Null where the list stands in more
 * than one place or its last entry is no plain one.
 */
export function appendItem(
  tree: DataTree,
  path: DataPath,
  value: string | number | boolean,
): TextEdit | null {
  const { text } = tree;
  const list = tree.node(path);
  if (list?.kind !== 'list' || !isOwn(tree, path)) return null;
  const flow = text[list.span.from] === '[';
  const last = list.items.at(-1);
  if (!last) {
    const at = list.span.from + 1;
    return flow ? { from: at, to: at, insert: inline(value, looksLikeJson(tree)) } : null;
  }
  if (
    last.kind !== 'scalar' ||
    isBlockText(text, last) ||
    (last.value === null && last.span.from === last.span.to)
  )
    return null;
  const whole = withQuotes(text, last.span);
  const first = text[whole.from] ?? '';
  const json = looksLikeJson(tree) || first === '"';
  const written =
    first === "'" && typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : inline(value, json);
  const lead = text.slice(text.lastIndexOf('\n', whole.from - 1) + 1, whole.from);
  if (flow) {
    const gap = /^[ \t]+$/.test(lead) ? `${lineBreak(text)}${lead}` : ' ';
    return { from: whole.to, to: whole.to, insert: `,${gap}${written}` };
  }
  const dash = /^([ \t]*)(.*?)(- +)$/.exec(lead);
  if (!dash) return null;
  const at = lineEnd(text, whole.to);
  const indent = `${dash[1] ?? ''}${(dash[2] ?? '').replace(/\S/g, ' ')}`;
  return { from: at, to: at, insert: `${lineBreak(text)}${indent}${dash[3] ?? '- '}${written}` };
}
