import type { SourcedFact } from '../../rubric/fact';
import type { Packet } from '../../rubric/packet';
import type { Place } from '../../rubric/rule';

/** A row of fields with the file that states it. */
export type RecordOf = Extract<SourcedFact, { type: 'record' }>;

/** Where a figure comes from. */
export interface Source extends Place {
  /** What it is there: "NPV of kafka", "IM-01", "start to detection". */
  readonly name: string;
  /** The value there, as people write it; empty where that is the quoted one, rounded or not. */
  readonly value: string;
}

/** A figure that a document quotes, before anybody looked whether it is right. */
export interface Figure extends Place {
  /** As it is written. */
  readonly text: string;
  readonly source: Source | null;
  /** How it comes from the source where it is not that value itself: "sum of figures in its sentence". */
  readonly how: string;
  /** Set when it follows from others around it, so that it needs no source. */
  readonly workedOut?: true;
}

/** Gathers the figures that one rule holds against their sources. */
export interface FigureSource {
  /** The rules that judge these figures. */
  readonly rules: readonly string[];
  figures(packet: Packet): readonly Figure[];
}

export function textOf(record: RecordOf, field: string): string {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
}

export function numberOf(record: RecordOf, field: string): number | null {
  const value = record.fields[field];
  return typeof value === 'number' ? value : null;
}

/** Where a field stands, else the record. */
export function placeOf(record: RecordOf, field: string): Place {
  return { path: record.path, span: record.places[field] ?? record.span };
}
