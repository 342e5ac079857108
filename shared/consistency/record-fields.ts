import type { SourcedFact } from '../rubric/fact';
import type { Place } from '../rubric/rule';

/** A row of fields with the file that states it. */
export type RecordOf = Extract<SourcedFact, { type: 'record' }>;

/** A text field of a record; null when the file leaves it out. */
export function textOf(record: RecordOf, field: string): string | null {
  const value = record.fields[field];
  return typeof value === 'string' ? value : null;
}

/** A number field of a record; null when the file leaves it out. */
export function numberOf(record: RecordOf, field: string): number | null {
  const value = record.fields[field];
  return typeof value === 'number' ? value : null;
}

/** A list field of a record; empty when the file leaves it out. */
export function listOf(record: RecordOf, field: string): readonly string[] {
  const value = record.fields[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Where a field stands, else the record. */
export function placeOf(record: RecordOf, field: string): Place {
  return { path: record.path, span: record.places[field] ?? record.span };
}
