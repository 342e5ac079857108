import type { DataNode, DataTree } from '../data-tree';
import { lineEnd, lineStart, type TextEdit } from './edit';
import { isBlockText, looksLikeJson, withQuotes } from './places';
import { isPlainSafe, isReserved } from './style';

/** A scalar that is to be written: text, or a number as it is spelled. */
export type Written = { readonly text: string } | { readonly number: string };

/**
 * The edits that may write a value over a scalar, the one nearest to how it is written now first. Which of them says what is meant, and changes
 * nothing else, is for the caller to find out by reading the text again: a comma is text in one place and ends the value in another.
 */
export function rewrites(tree: DataTree, node: DataNode, value: Written): readonly TextEdit[] {
  const { text } = tree;
  if (isBlockText(text, node)) return 'text' in value ? inBlock(text, node, value.text) : [];
  const whole = withQuotes(text, node.span);
  const raw = text.slice(whole.from, whole.to);
  if (raw === '') return behindColon(text, node, spellings('', value, looksLikeJson(tree)));
  return spellings(raw, value, looksLikeJson(tree)).map((insert) => ({ ...whole, insert }));
}

/** A block keeps its header and its indentation; its lines become one. */
function inBlock(text: string, node: DataNode, value: string): readonly TextEdit[] {
  const start = lineStart(text, node.span.from);
  const from = start + (/^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0].length ?? 0);
  return [{ from, to: Math.max(from, node.span.to), insert: value }];
}

/** Into nothing: behind the colon of the key, in front of a comment. */
function behindColon(text: string, { key }: DataNode, spelled: readonly string[]): readonly TextEdit[] {
  if (!key) return [];
  const end = withQuotes(text, key).to;
  const colon = /^[ \t]*:/.exec(text.slice(end, end + 80));
  if (!colon) return [];
  const at = end + colon[0].length;
  return spelled.map((insert) => ({ from: at, to: at, insert: ` ${insert}` }));
}

function spellings(raw: string, value: Written, json: boolean): readonly string[] {
  if ('number' in value) return [value.number];
  const { text } = value;
  const double = JSON.stringify(text);
  if (json || raw.startsWith('"')) return [double];
  const single = /\p{Cc}/u.test(text) ? double : `'${text.replaceAll("'", "''")}'`;
  if (raw.startsWith("'")) return [single, double];
  return staysText(text, raw) ? [text, double] : [double];
}

/**
 * Text that may go without quotation marks where the text before it did. What readers of YAML 1.1 take for a number, a time or a truth value may
 * not, unless what stood there was of the sort already.
 */
function staysText(text: string, raw: string): boolean {
  if (isPlainSafe(text)) return true;
  if (isReserved(text) || !/^[\p{L}\p{N}(]/u.test(text) || /\p{Cc}/u.test(text)) return false;
  return !/^\d/.test(text) || /^\d/.test(raw);
}
