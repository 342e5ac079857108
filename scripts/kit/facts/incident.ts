import { clockTextOf, minuteOf } from '../../scenario/clock';
import {
  centsOf,
  linesOf,
  PREVIEWS_PER_WINDOW,
  ROLLOUT_STEPS,
  totalOf,
  windowsBetween,
} from '../../scenario/rate-model';

/** Counts, durations and consequences of INC-2024-0312 (fact sheet 6.8), computed from the rate model and the clock times. */

/** Events dropped in windows that start in [from, to). */
export const droppedBetween = (from: string, to: string): number =>
  totalOf(windowsBetween(from, to), 'dropped');
export const acceptedBetween = (from: string, to: string): number =>
  totalOf(windowsBetween(from, to), 'accepted');
export const checkoutBetween = (from: string, to: string): number =>
  totalOf(windowsBetween(from, to), 'checkout');

/** Minutes from one time of the day to a later one. */
export const minutes = (from: string, to: string): number => minuteOf(to) - minuteOf(from);
/** A time of the day so many minutes later. */
export const after = (time: string, by: number): string => clockTextOf(minuteOf(time) + by);

/** Named moments of the day, UTC. */
export const AT = {
  registered: '08:41',
  approved: '08:47',
  start: '09:05',
  signal: '09:40',
  demandLift: '10:40',
  adsBelief: '11:05',
  forecast: '12:00',
  ticket: '13:10',
  detected: '14:20',
  acknowledged: '14:26',
  declared: '14:34',
  brokerOut: '14:41',
  bySource: '14:49',
  sevOne: '14:52',
  correlated: '14:55',
  rollbackStarts: '14:58',
  mitigated: '15:10',
  demandLiftOff: '15:25',
  replayApproved: '15:41',
  readerDeployed: '16:28',
  replayStarts: '16:35',
  update: '17:30',
  replayDone: '21:55',
  reconciled: '22:40',
  resolved: '23:20',
} as const;

export const DURATIONS = {
  impact: minutes(AT.start, AT.mitigated),
  detect: minutes(AT.start, AT.detected),
  declare: minutes(AT.detected, AT.declared),
  mitigate: minutes(AT.detected, AT.mitigated),
  recover: minutes(AT.mitigated, AT.replayDone),
  replay: minutes(AT.replayStarts, AT.replayDone),
  resolve: minutes(AT.start, AT.resolved),
} as const;

/** From the first drop to the reconciliation of the night after, at 02:30. */
export const TO_NIGHTLY_CHECK = minutes(AT.start, '23:59') + 1 + minuteOf('02:30');

const STEPS = ROLLOUT_STEPS.map((step) => clockTextOf(step.from));

export const COUNTS = {
  accepted: acceptedBetween(AT.start, AT.mitigated),
  checkout: checkoutBetween(AT.start, AT.mitigated),
  dropped: droppedBetween(AT.start, AT.mitigated),
  /** By rollout step: 5, 25, 50 and 100 %. */
  byStage: STEPS.slice(0, -1).map((from, index) => droppedBetween(from, STEPS[index + 1] ?? AT.mitigated)),
  windows: windowsBetween(AT.start, AT.mitigated).length,
  beforeDetection: droppedBetween(AT.start, AT.detected),
  afterDetection: droppedBetween(AT.detected, AT.mitigated),
  peakAccepted: acceptedBetween('12:00', '12:05'),
  peakDropped: droppedBetween('12:00', '12:05'),
} as const;

/** Share of the accepted events that was dropped, in percent. */
export const DROPPED_PCT = (COUNTS.dropped / COUNTS.accepted) * 100;

/** Filtered records per minute in the window that starts at a time, previews included. */
export const filteredPerMinute = (time: string): number =>
  (PREVIEWS_PER_WINDOW + droppedBetween(time, after(time, 5))) / 5;

/** Session context lives this long; what was dropped earlier than this before the replay came back without it. */
export const SESSION_MINUTES = 240;
export const CUT_OFF = after(AT.replayStarts, -SESSION_MINUTES);

const roundHalfUp = (value: number): number => Math.floor(value + 0.5 + 1e-9);
const lostEvents = droppedBetween(AT.start, CUT_OFF);
const lostLines = linesOf(lostEvents);
const sponsored = roundHalfUp(lostLines * 0.12);
const adsCents = sponsored * 110;
export const DISCOUNT_CENTS = 5_830_000;
export const REPLAY_CENTS = 128_410;

/** IM-01 to IM-12; money in dollars. */
export const IMPACT = {
  'IM-01': COUNTS.dropped,
  'IM-02': roundHalfUp(DROPPED_PCT * 100) / 100,
  'IM-03': linesOf(COUNTS.dropped),
  'IM-04': centsOf(linesOf(COUNTS.dropped)) / 100,
  'IM-05': lostLines,
  'IM-06': sponsored,
  'IM-07': adsCents / 100,
  'IM-08': DISCOUNT_CENTS / 100,
  'IM-09': REPLAY_CENTS / 100,
  'IM-10': (adsCents + DISCOUNT_CENTS + REPLAY_CENTS) / 100,
} as const;

export const LOST_ATTRIBUTION_EVENTS = lostEvents;
export const KEPT_ATTRIBUTION_EVENTS = droppedBetween(CUT_OFF, AT.mitigated);

/** What the day would have lost had the drops ended earlier, and what that avoids. */
export function endedAt(time: string): { readonly lost: number; readonly avoided: number } {
  const lost = droppedBetween(AT.start, time);
  return { lost, avoided: COUNTS.dropped - lost };
}

/** The loss of one hour up to a time as events and as a multiple of the budget rate of SLO-01 (0.05 %). */
export function hourlyBurn(time: string) {
  const from = after(time, -60);
  const dropped = droppedBetween(from, time);
  const accepted = acceptedBetween(from, time);
  return { dropped, accepted, pct: (dropped / accepted) * 100, burn: dropped / accepted / 0.0005 };
}

/** The same over any stretch. */
export const burn = (from: string, to: string): number =>
  droppedBetween(from, to) / acceptedBetween(from, to) / 0.0005;

/** The gate that stops at 5 % and is back ten minutes later; drops as they would have been at that weight. */
export const HELD_AT_FIRST_STEP = windowsBetween(AT.start, '09:25').reduce(
  (sum, window) => sum + Math.floor((window.checkout * 5) / 100),
  0,
);

/** Order-line lifecycle events a day, and what 28 days of them allow SLO-01 and SLO-05 to lose. */
export const ORDER_LINE_EVENTS_DAY = 37_379_720;
export const SLO_DAYS = 28;
export const VALID_EVENTS = ORDER_LINE_EVENTS_DAY * SLO_DAYS;
export const VALID_LINES = VALID_EVENTS / 10;
export const BUDGET_EVENTS = VALID_EVENTS * 0.0005;
export const BUDGET_LINES = VALID_LINES * 0.005;
