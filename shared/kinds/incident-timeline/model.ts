import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { minuteNumber } from '../../text/quantities';
import type { Span } from '../../text/span';

export const ENTRY_KINDS = [
  'trigger',
  'impact-start',
  'change',
  'signal',
  'belief',
  'detection',
  'declaration',
  'action',
  'red-herring',
  'mitigation',
  'recovery',
  'resolution',
  'comms',
] as const;

/** Moments that an incident has once, in the order in which they usually come. */
export const MOMENTS = ['impact-start', 'detection', 'declaration', 'mitigation', 'resolution'] as const;
export type Moment = (typeof MOMENTS)[number];

/** The durations of an incident: between which moments each lies. `recovery` is the last one. */
export const DURATIONS = [
  { key: 'time_to_detect_min', label: 'Time to detect', from: 'impact-start', to: 'detection' },
  { key: 'time_to_declare_min', label: 'Time to declare', from: 'detection', to: 'declaration' },
  { key: 'time_to_mitigate_min', label: 'Time to mitigate', from: 'detection', to: 'mitigation' },
  { key: 'impact_min', label: 'Impact', from: 'impact-start', to: 'mitigation' },
  { key: 'time_to_recover_min', label: 'Time to recover', from: 'mitigation', to: 'recovery' },
  { key: 'time_to_resolve_min', label: 'Time to resolve', from: 'impact-start', to: 'resolution' },
] as const;

export interface Entry {
  readonly at: DataReader;
  /** Minutes since 1970; null when `t` is no time stamp. */
  readonly minute: number | null;
  readonly kind: string | null;
  /** Where something about the whole entry is reported: its time, else the first key it has. */
  readonly place: Span;
}

/** A timeline as far as it is written. */
export interface Timeline {
  readonly root: DataReader;
  readonly entries: readonly Entry[];
}

export function readTimeline(source: Source): Timeline {
  const root = rootReader(source);
  return { root, entries: root.at('entries').items.map(readEntry) };
}

function readEntry(at: DataReader): Entry {
  const t = at.at('t');
  const first = t.exists ? t : at.members[0]?.[1];
  return {
    at,
    minute: minuteNumber(t.text ?? ''),
    kind: at.at('kind').text,
    place: t.exists && t.span.to > t.span.from ? t.span : (first?.keySpan ?? at.span),
  };
}

export function entriesOfKind(timeline: Timeline, kind: string): readonly Entry[] {
  return timeline.entries.filter((entry) => entry.kind === kind);
}

/** The entry that marks a moment when exactly one does and it has a time. */
export function momentOf(timeline: Timeline, moment: Moment): (Entry & { readonly minute: number }) | null {
  const [entry, ...others] = entriesOfKind(timeline, moment);
  return entry && entry.minute !== null && others.length === 0 ? { ...entry, minute: entry.minute } : null;
}

/** When the last data came back; the mitigation when nothing had to be recovered. Null when that has no time either. */
export function lastRecovery(timeline: Timeline): (Entry & { readonly minute: number }) | null {
  const recoveries = entriesOfKind(timeline, 'recovery').flatMap((entry) =>
    entry.minute === null ? [] : [{ ...entry, minute: entry.minute }],
  );
  if (recoveries.length === 0) return momentOf(timeline, 'mitigation');
  return recoveries.reduce((last, entry) => (entry.minute > last.minute ? entry : last));
}

/** An entry whose time is known. */
export type Timed = Entry & { readonly minute: number };

/** How long a stretch of the incident took, by the entries that mark its ends; null while one of them is missing. */
export function durationOf(
  timeline: Timeline,
  { from, to }: (typeof DURATIONS)[number],
): { readonly start: Timed; readonly end: Timed; readonly minutes: number } | null {
  const start = momentOf(timeline, from);
  const end = to === 'recovery' ? lastRecovery(timeline) : momentOf(timeline, to);
  return start && end ? { start, end, minutes: Math.max(0, end.minute - start.minute) } : null;
}
