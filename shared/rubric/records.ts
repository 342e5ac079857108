import type { Span } from '../text/span';
import type { Fact } from './fact';
import type { DataReader } from './read-data';

type Value = string | number | boolean | readonly string[];

/**
 * A row of a data file as a record: the fields that are written, each with its place. `from` says which key of the file a field is read from,
 * where it is another one.
 */
export function recordOf(
  set: string,
  id: string,
  at: DataReader,
  keys: readonly string[],
  options: { readonly span?: Span; readonly from?: Readonly<Record<string, string>> } = {},
): Fact {
  const fields: Record<string, Value> = {};
  const places: Record<string, Span> = {};
  for (const key of keys) {
    const field = at.at(options.from?.[key] ?? key);
    const value = valueAt(field);
    if (value === null) continue;
    fields[key] = value;
    places[key] = field.span;
  }
  return { type: 'record', set, id, fields, places, span: options.span ?? at.span };
}

/** The records of a list, one per entry that has an identifying text under `idKey`; the record stands where that text stands. */
export function recordsIn(
  set: string,
  list: DataReader,
  idKey: string,
  keys: readonly string[],
  from: Readonly<Record<string, string>> = {},
): Fact[] {
  return list.items.flatMap((item) => {
    const id = item.at(idKey);
    return id.text === null ? [] : [recordOf(set, id.text, item, keys, { span: id.span, from })];
  });
}

function valueAt(at: DataReader): Value | null {
  if (at.node?.kind === 'list') return at.texts.length === 0 ? null : at.texts;
  return at.text ?? at.number ?? at.boolean;
}
