import type { Packet } from '../../rubric/packet';
import type { Place, RuleProblem } from '../../rubric/rule';
import { dayNumber, minuteNumber } from '../../text/quantities';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import {
  type About,
  headerMoments,
  incidentDayOf,
  knownMinutes,
  type Moments,
  timelineMoments,
} from './moments';
import { clockOf, stampOf } from './spell-time';

/** What durations are measured with. */
export interface Clock {
  readonly timeline: Moments;
  readonly header: Moments;
  readonly day: number | null;
  readonly known: ReadonlySet<number>;
}

/** One end of a stated duration. */
export interface End extends Place {
  readonly minute: number;
  /** Where the other side says so; null for a time that only the text itself names. */
  readonly source: Place | null;
}

/** The times that files about an incident have. */
export function clockFor(packet: Packet, about: About): Clock {
  const timeline = timelineMoments(packet, about);
  const header = headerMoments(packet, about);
  return {
    timeline,
    header,
    day: incidentDayOf(packet, timeline, header),
    known: knownMinutes(packet, about),
  };
}

/** The two ends that the text names: times, or moments of the incident by name. Null when it names none that are known. */
export function endsIn(duration: RecordOf, clock: Clock): readonly [End, End] | null {
  const [from, to] = (['from', 'to'] as const).map((side) => endIn(duration, side, clock));
  return from && to ? [from, to] : null;
}

function endIn(duration: RecordOf, side: 'from' | 'to', { timeline, header, day }: Clock): End | null {
  const said = textOf(duration, side);
  if (said === null) return null;
  const moment = timeline.get(said) ?? header.get(said);
  if (moment) return { ...moment, source: { path: moment.path, span: moment.span } };
  const place = placeOf(duration, side);
  const stamp = minuteNumber(said);
  if (stamp !== null) return { ...place, minute: Math.floor(stamp), source: null };
  const [, hours, minutes, date] = /^(\d{2}):(\d{2})(?:\D*(\d{4}-\d{2}-\d{2}))?/.exec(said) ?? [];
  const at = date === undefined ? day : dayNumber(date);
  if (hours === undefined || minutes === undefined || at === null) return null;
  return { ...place, minute: at * 1440 + Number(hours) * 60 + Number(minutes), source: null };
}

/** Minutes between two ends. A clock time before the other one is of the next day. */
export function apart([from, to]: readonly [End, End]): number {
  const minutes = to.minute - from.minute;
  return minutes < 0 && minutes > -1440 ? minutes + 1440 : minutes;
}

/** A row of a table of durations names its two times; each of them is a time of the timeline. */
export function offRecord(
  duration: RecordOf,
  ends: readonly [End, End],
  { known, timeline }: Clock,
): RuleProblem | null {
  if (duration.fields['row'] !== true || timeline.size === 0) return null;
  const lost = ends.find((end) => ![0, 1440].some((later) => known.has(end.minute + later)));
  if (!lost) return null;
  const near = [...timeline.values()].reduce((a, b) =>
    Math.abs(b.minute - lost.minute) < Math.abs(a.minute - lost.minute) ? b : a,
  );
  return {
    path: lost.path,
    span: lost.span,
    message: `${duration.id} counts from or to ${clockOf(lost.minute, '')}, at which the timeline has no entry`,
    related: [{ path: near.path, span: near.span, message: `The nearest moment is ${stampOf(near.minute)}` }],
  };
}
