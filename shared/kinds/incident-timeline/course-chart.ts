import type { Block } from '../../preview/block';
import { leftOut } from '../../preview/chart/left-out';
import type { Paint, TimeBar, TimeChart, TimePoint } from '../../preview/chart/spec';
import { capitalised } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import {
  dayAndTime,
  entriesAlt,
  kindsTable,
  lengthsAlt,
  lengthsTable,
  remarks,
  timeOf,
  told,
} from './course-words';
import { DURATIONS, durationOf, MOMENTS, momentOf, type Timed, type Timeline } from './model';

const MINUTE = 60_000;
/** More entries than these make lanes of marks nobody can tell apart; moments and durations are drawn for any number. */
const MOST_ENTRIES = 250;
/** A mark carries the first words of its entry; all of them are in its name and in the tables. */
const WORDS = 56;

/** Share of the incident's length that is drawn before its start. */
const EARLY = 0.12;

/** What happened in which sort of lane; kinds that mark a moment of the incident are lines across all of them. */
const LANES: readonly { readonly label: string; readonly paint: Paint; readonly kinds: readonly string[] }[] =
  [
    { label: 'Triggers and changes', paint: 's4', kinds: ['trigger', 'change'] },
    { label: 'Signals', paint: 'bad', kinds: ['impact-start', 'signal', 'detection'] },
    { label: 'Beliefs', paint: 's2', kinds: ['belief'] },
    { label: 'Red herrings', paint: 'rest', kinds: ['red-herring'] },
    { label: 'Response', paint: 'accent', kinds: ['declaration', 'action', 'mitigation'] },
    { label: 'Recovery', paint: 'good', kinds: ['recovery', 'resolution'] },
    { label: 'Communication', paint: 's6', kinds: ['comms'] },
  ];

export interface Course {
  readonly lengths: readonly Block[];
  readonly lanes: readonly Block[];
}

/** The incident along the clock: how long each stretch took, and what happened, was seen and was believed in the meantime. */
export function courseCharts(model: Timeline): Course {
  if (model.entries.length === 0) return { lengths: [], lanes: [] };
  const timed = model.entries.filter((entry): entry is Timed => entry.minute !== null);
  const what = 'the course of the incident';
  const [first] = timed;
  if (!first)
    return { lengths: [], lanes: [leftOut(what, 'No entry has a time of the form 2024-03-12T14:20Z yet.')] };
  let [from, to] = [first.minute, first.minute];
  for (const { minute } of timed) {
    from = Math.min(from, minute);
    to = Math.max(to, minute);
  }
  const early = earlyBefore(model, to);
  if (early !== null) from = Math.max(from, early);
  const brackets = bracketsOf(model);
  const moments = momentsOf(model);
  const crowded = timed.length > MOST_ENTRIES;
  const lanes = crowded ? [] : lanesOf(timed, from);
  if (brackets.length === 0 && lanes.length === 0)
    return {
      lengths: [],
      lanes: [
        leftOut(
          what,
          `${timed.length} entries are more than lanes can show, and no two moments give a duration.`,
        ),
      ],
    };
  const axis = {
    form: 'time',
    look: 'clock',
    from: from * MINUTE,
    to: (to > from ? to : from + 1) * MINUTE,
    moments,
  } as const;
  // Two pictures: both fit a page, and the lengths are seen before what filled them.
  return {
    lengths:
      brackets.length === 0
        ? []
        : [
            {
              kind: 'chart' as const,
              title: 'How long it took, times in UTC',
              alt: lengthsAlt(model),
              chart: { ...axis, lanes: [{ label: '', span: null, bars: brackets, points: [] }] },
              table: lengthsTable(model),
              tabled: model.root.at('derived').exists,
              span: model.root.at('derived').keySpan,
            },
          ],
    lanes: [
      ...(lanes.length === 0
        ? []
        : [
            {
              kind: 'chart' as const,
              title: 'What happened, what was seen and what was believed, times in UTC',
              alt: entriesAlt(model, timed),
              chart: { ...axis, lanes },
              table: kindsTable(timed),
              tabled: true,
              span: model.root.at('entries').keySpan,
            },
          ]),
      ...remarks(model, timed, crowded),
    ],
  };
}

function bracketsOf(model: Timeline): TimeBar[] {
  return DURATIONS.flatMap((duration): TimeBar[] => {
    const measured = durationOf(model, duration);
    if (!measured) return [];
    const { start, end, minutes } = measured;
    const text = `${duration.label} ${lasted(minutes)}`;
    return [
      {
        name: `${duration.label}: ${grouped(minutes)} min, from ${timeOf(start)} to ${timeOf(end)}`,
        label: text,
        from: start.minute * MINUTE,
        to: Math.max(start.minute, end.minute) * MINUTE,
        paint: duration.key === 'impact_min' ? 'bad' : 'ink',
        bracket: true,
        span: model.root.at('derived', duration.key).exists
          ? model.root.at('derived', duration.key).span
          : null,
      },
    ];
  });
}

/** "315 min", "6 h 05 min". */
function lasted(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 120) return `${whole} min`;
  return `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')} min`;
}

/**
 * Hours before the incident began squeeze what happened in it: entries from before this minute stand at the left edge, with their time. Null where
 * the ends of the incident are not marked.
 */
function earlyBefore(model: Timeline, to: number): number | null {
  const start = momentOf(model, 'impact-start');
  return start && to > start.minute ? start.minute - Math.ceil((to - start.minute) * EARLY) : null;
}

function momentsOf(model: Timeline): NonNullable<TimeChart['moments']> {
  return MOMENTS.flatMap((moment) => {
    const entry = momentOf(model, moment);
    if (!entry) return [];
    const label = moment === 'impact-start' ? 'Start' : capitalised(moment);
    return [
      {
        at: entry.minute * MINUTE,
        label: `${label} ${timeOf(entry)}`,
        name: `${label}, ${told(entry)}`,
        paint: 'rest' as const,
        dashed: true,
        span: entry.at.at('kind').span,
      },
    ];
  });
}

function lanesOf(timed: readonly Timed[], from: number): TimeChart['lanes'] {
  const known = new Set(LANES.flatMap(({ kinds }) => kinds));
  const other = timed.filter(({ kind }) => !known.has(kind ?? ''));
  const lane = (label: string, paint: Paint, entries: readonly Timed[]) =>
    entries.length === 0
      ? []
      : [{ label, span: null, bars: [], points: entries.map((entry) => pointOf(entry, paint, from)) }];
  return [
    ...LANES.flatMap(({ label, paint, kinds }) =>
      lane(
        label,
        paint,
        timed.filter(({ kind }) => kinds.includes(kind ?? '')),
      ),
    ),
    ...lane('Other', 'rest', other),
  ];
}

function pointOf(entry: Timed, paint: Paint, from: number): TimePoint {
  const extent = entry.at.node?.span;
  return {
    at: entry.minute * MINUTE,
    label:
      entry.minute < from
        ? `← ${dayAndTime(entry)} ${shortened(entry.at.at('text').text ?? '')}`
        : shortened(entry.at.at('text').text ?? ''),
    name: told(entry),
    paint,
    span: entry.place,
    ...(extent ? { extent } : {}),
  };
}

/** The first words of a sentence, cut between words. */
function shortened(text: string): string {
  if (text.length <= WORDS) return text;
  const cut = text.slice(0, WORDS + 1);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > WORDS / 2 ? blank : WORDS).replace(/[,;:]$/, '')}…`;
}
