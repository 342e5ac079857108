import type { Span } from '../text/span';
import type { Fact, RecordFact } from './fact';
import type { TextEdit } from './finding';
import type { DataReader } from './read-data';

/**
 * A record with the places of the entries of its lists: `actions AI-03` is where `AI-03` stands, `actions last` the last entry with its
 * quotation marks, and the field `actions join` what is written between two entries. With them a rule can point at one entry and add another.
 */
export function withEntries(fact: Fact, at: DataReader, keys: readonly string[]): Fact {
  if (fact.type !== 'record') return fact;
  const fields = { ...fact.fields };
  const places: Record<string, Span> = { ...fact.places };
  for (const key of keys) {
    const entries = at.at(key).items;
    for (const entry of entries) if (entry.text !== null) places[`${key} ${entry.text}`] ??= entry.span;
    const last = entries.at(-1);
    if (!last) continue;
    const span = withQuotes(last.tree.text, last.span);
    places[`${key} last`] = span;
    fields[`${key} join`] = joinOf(at.at(key), span);
  }
  return { ...fact, fields, places };
}

/** The edit that adds an entry behind the last one of a list; null when the list has none to stand behind. */
export function entryBehind(fact: RecordFact, key: string, entry: string): TextEdit | null {
  const last = fact.places[`${key} last`];
  const join = fact.fields[`${key} join`];
  if (!last || typeof join !== 'string') return null;
  const quote = /["']$/.exec(join)?.[0] ?? '';
  return { from: last.to, to: last.to, insert: `${join}${entry}${quote}` };
}

/** The span of a quoted YAML value leaves its quotation marks out. */
function withQuotes(text: string, { from, to }: Span): Span {
  const quote = text[from - 1];
  return (quote === '"' || quote === "'") && text[to] === quote
    ? { from: from - 1, to: to + 1 }
    : { from, to };
}

/** `, ` in `[a, b]`, a new line with the same dash otherwise; with the quotation mark that the last entry opens with. */
function joinOf(list: DataReader, last: Span): string {
  const { text } = list.tree;
  const first = text[last.from] ?? '';
  const quote = first === '"' || first === "'" ? first : '';
  if (text[list.span.from] === '[') return `, ${quote}`;
  const line = text.lastIndexOf('\n', last.from) + 1;
  return `\n${text.slice(line, last.from)}${quote}`;
}
