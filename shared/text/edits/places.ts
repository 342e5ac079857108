import type { DataNode, DataPath, DataTree } from '../data-tree';
import type { Span } from '../span';

/** The span of a value or key with its quotation marks: YAML leaves them out of the span, JSON does not. */
export function withQuotes(text: string, { from, to }: Span): Span {
  const quote = text[from - 1];
  const isQuote = (quote === '"' || quote === "'") && text[to] === quote;
  // An empty text between its marks; `""""` cannot happen.
  return isQuote ? { from: from - 1, to: to + 1 } : { from, to };
}

/** True for a file whose text is quoted as JSON does it: one that starts with a bracket. */
export function looksLikeJson(tree: DataTree): boolean {
  return /^\uFEFF?\s*[{[]/.test(tree.text);
}

/** What stands between the start of a value's line, or the bracket, comma or dash before it, and the value. */
function before(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** True where a value carries an anchor or a tag, or is an alias: changing it would change other places, or what the tag says. */
export function isMarked(text: string, node: DataNode): boolean {
  const { from } = withQuotes(text, node.span);
  if (text[from - 1] === '*') return true;
  // The anchor of a block collection stands on the line of its key, above its first key.
  const head = node.key ? text.slice(node.key.to, from) : before(text, from);
  const bare = head.replace(/#[^\n]*/g, '');
  return /(?:^|[\s:\-,[{])[&!]\S*\s*$/.test(bare);
}

/** True when no anchor or alias lies on the way to a value, so that it stands in one place of the data only. */
export function isOwn(tree: DataTree, path: DataPath): boolean {
  for (let n = 0; n <= path.length; n++) {
    const node = tree.node(path.slice(0, n));
    if (!node || isMarked(tree.text, node)) return false;
  }
  return true;
}

/** True for a YAML text written as a block (`|`, `>`), whose span is its lines. */
export function isBlockText(text: string, node: DataNode): boolean {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return false;
  const { from } = node.span;
  const line = text.lastIndexOf('\n', from - 1) + 1;
  // The lines of a block start behind their header; their own indentation belongs to the span or stands before it.
  if (text.slice(line, from).trim() !== '' || line === 0) return false;
  const above = text.slice(text.lastIndexOf('\n', line - 2) + 1, line - 1);
  return /(?:^|[\s:-])[|>][-+\d]{0,2}[ \t]*(?:#.*)?\r?$/.test(above);
}
