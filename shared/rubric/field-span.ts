import type { Span } from '../text/span';
import type { DataReader } from './read-data';

/**
 * Where something about a field of an entry is reported: its value, its key when the value is empty, or the entry's id when the field is
 * missing.
 */
export function fieldSpan(entry: DataReader, key: string): Span {
  const field = entry.at(key);
  if (!field.exists) return entry.at('id').span;
  return field.span.to > field.span.from ? field.span : field.keySpan;
}
