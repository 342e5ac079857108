/**
 * Event volumes of the incident day as integers, per the rate model of the incident fact sheet (6.8).
 *
 * Everything the file counts derives from here, so counters, queries, chat and replay cannot disagree.
 */

import { minuteOf } from './clock';

/** Accepted order-line events per minute at each full hour 00:00 to 24:00. */
const HOURLY_ANCHORS: readonly number[] = [
  8000, 6000, 5000, 5000, 6000, 9000, 14000, 20000, 26000, 31000, 36000, 40000, 43000, 41000, 38000, 37000,
  40000, 45000, 47000, 42000, 33000, 24000, 16000, 11000, 8000,
];

/** Length of a counter window in minutes. */
export const WINDOW_MINUTES = 5;

/** Cart previews per window: they carry no amount and are filtered on an ordinary day too. */
export const PREVIEWS_PER_WINDOW = 60;

/** Malformed pos-bridge events, all in the 10:10 window. */
export const DEAD_LETTERS = 37;

const DEAD_LETTER_WINDOW = minuteOf('10:10');

/** First minute with a dropped record. */
export const IMPACT_START = minuteOf('09:05');

/** First minute without a dropped record again. */
export const IMPACT_END = minuteOf('15:10');

/**
 * Rollout weight of checkout-service 4.18.0 in percent, from a minute of the day on.
 * The rollback starts at 14:58 but moves all traffic in one switch at 15:10, hence no step in between.
 */
export const ROLLOUT_STEPS: readonly { readonly from: number; readonly weightPct: number }[] = [
  { from: IMPACT_START, weightPct: 5 },
  { from: minuteOf('09:15'), weightPct: 25 },
  { from: minuteOf('09:25'), weightPct: 50 },
  { from: minuteOf('09:35'), weightPct: 100 },
  { from: IMPACT_END, weightPct: 0 },
];

/** Counts of one five-minute window. */
export interface WindowCounts {
  /** Minute of the day at which the window starts. */
  readonly start: number;
  /** Order-line events accepted, previews not counted. */
  readonly accepted: number;
  readonly checkout: number;
  readonly subscriptions: number;
  readonly pos: number;
  readonly previews: number;
  /** Events from checkout-service that the enricher filtered on top of the previews. */
  readonly dropped: number;
  readonly recordsIn: number;
  readonly recordsOut: number;
  readonly recordsFiltered: number;
  readonly recordsDlq: number;
}

/** A column of `WindowCounts` that can be added up. */
export type CountColumn = Exclude<keyof WindowCounts, 'start'>;

/** Accepted events in one minute of the day, 0 to 1,439; the slope is rounded toward minus infinity. */
export function eventsInMinute(minute: number): number {
  const hour = Math.floor(minute / 60);
  const from = HOURLY_ANCHORS[hour];
  const to = HOURLY_ANCHORS[hour + 1];
  if (from === undefined || to === undefined) throw new RangeError(`not a minute of the day: ${minute}`);
  return from + Math.floor(((to - from) * (minute % 60)) / 60);
}

/** Rollout weight in percent at a minute of the day; 0 before the first step. */
export function weightAt(minute: number): number {
  let weight = 0;
  for (const step of ROLLOUT_STEPS) {
    if (step.from <= minute) weight = step.weightPct;
  }
  return weight;
}

/**
 * Counts of the window that starts at the given minute.
 *
 * @param weightPct rollout weight to assume; the real one unless a what-if asks for another
 */
export function countWindow(start: number, weightPct: number = weightAt(start)): WindowCounts {
  let accepted = 0;
  for (let offset = 0; offset < WINDOW_MINUTES; offset += 1) accepted += eventsInMinute(start + offset);
  const checkout = Math.floor((accepted * 40) / 100);
  const subscriptions = Math.floor((accepted * 35) / 100);
  const dropped = Math.floor((checkout * weightPct) / 100);
  const recordsIn = accepted + PREVIEWS_PER_WINDOW;
  const recordsFiltered = PREVIEWS_PER_WINDOW + dropped;
  const recordsDlq = start === DEAD_LETTER_WINDOW ? DEAD_LETTERS : 0;
  return {
    start,
    accepted,
    checkout,
    subscriptions,
    pos: accepted - checkout - subscriptions,
    previews: PREVIEWS_PER_WINDOW,
    dropped,
    recordsIn,
    recordsOut: recordsIn - recordsFiltered - recordsDlq,
    recordsFiltered,
    recordsDlq,
  };
}

/** Windows that start in [from, to), both `HH:MM` on a five-minute boundary. */
export function windowsBetween(from: string, to: string): readonly WindowCounts[] {
  const windows: WindowCounts[] = [];
  for (let start = minuteOf(from); start < minuteOf(to); start += WINDOW_MINUTES)
    windows.push(countWindow(start));
  return windows;
}

/** Sum of one column over windows. */
export const totalOf = (windows: readonly WindowCounts[], column: CountColumn): number =>
  windows.reduce((total, window) => total + window[column], 0);

/** All events the enricher dropped, 09:05 to 15:10. */
export const droppedInTotal = (): number => totalOf(windowsBetween('09:05', '15:10'), 'dropped');

/**
 * Order lines that a number of lifecycle events stands for: ten events make a line, halves round up.
 */
export const linesOf = (events: number): number => Math.floor((events + 5) / 10);

/** US cents of a number of order lines at the mean line value of $6.60. */
export const centsOf = (lines: number): number => lines * 660;
