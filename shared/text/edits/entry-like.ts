import type { DataNode } from '../data-tree';
import { withQuotes } from './places';
import { asBlock, entryOf, inline, type NewValue } from './style';

type Mapping = Extract<DataNode, { kind: 'map' }>;

/**
 * A new entry of a block list, written as the one before it is: within brackets or over lines, its keys in that order, its texts in the same
 * quotation marks. `indent` is the one of its keys.
 */
export function entryLike(
  text: string,
  model: DataNode | undefined,
  value: NewValue,
  indent: string,
  newline: string,
): string {
  if (model?.kind !== 'map' || typeof value !== 'object' || isList(value))
    return entryOf(value, indent, newline);
  const members = Object.entries(inOrderOf(model, value));
  const flow = text[model.span.from] === '{';
  const written = members.map(([key, own]) => {
    const quoted = typeof own === 'string' ? quotedAs(text, model, key, own) : null;
    const name = keyLike(text, model, key);
    if (quoted !== null) return `${name}: ${quoted}`;
    return `${name}:${flow ? ` ${inline(own, false)}` : asBlock(own, indent, newline)}`;
  });
  return flow ? `{${written.join(', ')}}` : written.join(`${newline}${indent}`);
}

/** An entry within brackets, its keys in the order of the one before it. */
export function flowEntryLike(model: DataNode, value: NewValue): string {
  const mapping = model.kind === 'map' && typeof value === 'object' && !isList(value);
  return inline(mapping ? inOrderOf(model, value) : value, true);
}

/** The same members: those that the other mapping has in its order, the others behind them. */
function inOrderOf(model: Mapping, value: { readonly [key: string]: NewValue }) {
  const names = Object.keys(value);
  const known = [...model.members.keys()].filter((key) => Object.hasOwn(value, key));
  const order = [...known, ...names.filter((key) => !model.members.has(key))];
  return Object.fromEntries(order.map((key) => [key, value[key] as NewValue]));
}

/** A text in the quotation marks that the same key has in the other mapping; null where it has none there. */
function quotedAs(text: string, model: Mapping, key: string, value: string): string | null {
  const node = model.members.get(key);
  if (node?.kind !== 'scalar') return null;
  const { from } = withQuotes(text, node.span);
  if (text[from] === "'" && !/\p{Cc}/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return text[from] === '"' ? JSON.stringify(value) : null;
}

function keyLike(text: string, model: Mapping, key: string): string {
  const other = model.members.get(key)?.key;
  if (!other) return inline(key, false);
  const { from, to } = withQuotes(text, other);
  return text.slice(from, to);
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}
