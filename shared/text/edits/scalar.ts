import type { DataPath, DataTree } from '../data-tree';
import type { TextEdit } from './edit';
import { isBlockText, isOwn, looksLikeJson, withQuotes } from './places';
import { isPlainSafe } from './style';

/**
 * The edit that writes another value in place of a scalar, in the style of the file: text keeps its kind of quotation marks. Null where it
 * would change more than this value (anchors, aliases, tags) or where the value is no single run of text (blocks, texts over several lines).
 */
export function replaceScalar(
  tree: DataTree,
  path: DataPath,
  value: string | number | boolean,
): TextEdit | null {
  const node = tree.node(path);
  const { text } = tree;
  if (node?.kind !== 'scalar' || !isOwn(tree, path) || isBlockText(text, node)) return null;
  const json = looksLikeJson(tree);
  if (node.span.from === node.span.to && !isEmptyQuoted(text, node.span.from)) {
    const colon = node.key ? colonBehind(text, withQuotes(text, node.key).to) : null;
    return colon === null ? null : { from: colon, to: colon, insert: ` ${spell(value, '', json)}` };
  }
  const whole = withQuotes(text, node.span);
  if (/[\r\n]/.test(text.slice(whole.from, whole.to))) return null;
  const first = text[whole.from] ?? '';
  const quote = first === '"' || first === "'" ? first : '';
  return { ...whole, insert: spell(value, quote, json) };
}

function isEmptyQuoted(text: string, at: number): boolean {
  return (text[at] === '"' || text[at] === "'") && text[at - 1] === text[at];
}

/** The place behind the colon that follows a key; null when none follows on its line. */
function colonBehind(text: string, end: number): number | null {
  const m = /^[ \t]*:/.exec(text.slice(end, end + 80));
  return m ? end + m[0].length : null;
}

function spell(value: string | number | boolean, quote: string, json: boolean): string {
  if (typeof value !== 'string') return String(value);
  if (quote === "'" && !/[\r\n\t]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (quote === '' && !json && isPlainSafe(value)) return value;
  return JSON.stringify(value);
}

/** The edit that puts a plain YAML value between quotation marks, so that it is text whatever it looks like. */
export function quoteScalar(tree: DataTree, path: DataPath): TextEdit | null {
  const node = tree.node(path);
  if (node?.kind !== 'scalar' || !isOwn(tree, path) || isBlockText(tree.text, node)) return null;
  const { from, to } = node.span;
  const raw = tree.text.slice(from, to);
  const bare = withQuotes(tree.text, node.span).from === from && !/^["']/.test(raw);
  return bare && raw !== '' && !/[\r\n]/.test(raw) ? { from, to, insert: JSON.stringify(raw) } : null;
}
