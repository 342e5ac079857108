import type { DurationMeasure } from '../../rubric/duration-measures';
import type { Packet } from '../../rubric/packet';
import type { Place } from '../../rubric/rule';
import { dayNumber, minuteNumber } from '../../text/quantities';
import { numberOf, placeOf, textOf } from '../record-fields';

/** A moment of the incident, in minutes since 1970, with where it stands. */
export interface Moment extends Place {
  readonly minute: number;
  readonly name: string;
}

/** The moments of an incident as one source has them. */
export type Moments = ReadonlyMap<string, Moment>;

const NAMES = ['start', 'detected', 'declared', 'mitigated', 'recovering', 'recovered', 'resolved'] as const;
export type MomentName = (typeof NAMES)[number];

/** From which moment to which each measure counts (K21). */
const ENDS: Readonly<Record<DurationMeasure, readonly [MomentName, MomentName]>> = {
  detect: ['start', 'detected'],
  declare: ['detected', 'declared'],
  mitigate: ['detected', 'mitigated'],
  impact: ['start', 'mitigated'],
  recover: ['mitigated', 'recovered'],
  replay: ['recovering', 'recovered'],
  resolve: ['start', 'resolved'],
};

const OF_KIND: Readonly<Record<string, MomentName>> = {
  'impact-start': 'start',
  detection: 'detected',
  declaration: 'declared',
  mitigation: 'mitigated',
  resolution: 'resolved',
};

/** Tells which files are about the incident in question. */
export type About = (path: string) => boolean;

/** The moments by the timeline; empty without one. Recovery runs from its first entry to its last. */
export function timelineMoments(packet: Packet, about: About): Moments {
  const found = new Map<string, Moment>();
  for (const entry of packet.records('timeline-entry')) {
    if (!about(entry.path)) continue;
    const minute = minuteNumber(textOf(entry, 't') ?? '');
    const kind = textOf(entry, 'kind') ?? '';
    if (minute === null) continue;
    const set = (name: MomentName) => found.set(name, { ...placeOf(entry, 't'), minute, name });
    const once = OF_KIND[kind];
    if (once && !found.has(once)) set(once);
    if (kind !== 'recovery') continue;
    const [first, last] = [found.get('recovering'), found.get('recovered')];
    if (!first || minute < first.minute) set('recovering');
    if (!last || minute >= last.minute) set('recovered');
  }
  return found;
}

/** The moments by the header of the postmortem. */
export function headerMoments(packet: Packet, about: About): Moments {
  const found = new Map<string, Moment>();
  for (const header of packet.records('incident-times')) {
    if (!about(header.path)) continue;
    for (const name of ['start', 'detected', 'mitigated', 'resolved'] as const) {
      const minute = minuteNumber(textOf(header, name) ?? '');
      if (minute !== null && !found.has(name)) found.set(name, { ...placeOf(header, name), minute, name });
    }
  }
  return found;
}

/** The two ends of a measure; null when the source does not have both. */
export function endsOf(moments: Moments, measure: string): readonly [Moment, Moment] | null {
  const ends = ENDS[measure as DurationMeasure];
  const [from, to] = [ends && moments.get(ends[0]), ends && moments.get(ends[1])];
  return from && to ? [from, to] : null;
}

/** The day of the incident, in days since 1970; null when nothing says it. */
export function incidentDayOf(packet: Packet, timeline: Moments, header: Moments): number | null {
  const start = timeline.get('start') ?? header.get('start');
  if (start) return Math.floor(start.minute / 1440);
  return dayNumber(packet.value('incident-date')?.value ?? '');
}

/** The minutes since 1970 of every entry of the timeline and of the postmortem's table. */
export function knownMinutes(packet: Packet, about: About): ReadonlySet<number> {
  const minutes = new Set<number>();
  for (const entry of packet.records('timeline-entry')) {
    const minute = about(entry.path) ? minuteNumber(textOf(entry, 't') ?? '') : null;
    if (minute !== null) minutes.add(Math.floor(minute));
  }
  for (const row of packet.records('postmortem-entry')) {
    const minute = about(row.path) ? numberOf(row, 'minute') : null;
    if (minute !== null) minutes.add(minute);
  }
  return minutes;
}
