import {
  AT,
  acceptedBetween,
  after,
  COUNTS,
  DROPPED_PCT,
  DURATIONS,
  droppedBetween,
  filteredPerMinute,
  HELD_AT_FIRST_STEP,
  IMPACT,
  KEPT_ATTRIBUTION_EVENTS,
  LOST_ATTRIBUTION_EVENTS,
  minutes,
  TO_NIGHTLY_CHECK,
} from './facts/incident';
import { type Known, known } from './known.test-support';

/** A count is written with its noun in prose and without it in a table or a data file. */
const events = (why: string, ...values: readonly number[]): Known[] => [
  ...known('event', why, ...values),
  ...known('any', why, ...values),
];
const lines = (why: string, ...values: readonly number[]): Known[] => [
  ...known('line', why, ...values),
  ...known('any', why, ...values),
];
const dollars = (why: string, ...values: readonly number[]): Known[] => [
  ...known('$', why, ...values),
  ...known('any', why, ...values),
];

const settled = acceptedBetween('13:00', '14:00') * 0.66;
const shown = 939_114;

/** Minutes between two named moments of the day. */
const between = (why: string, from: keyof typeof AT, to: keyof typeof AT): Known[] =>
  known('min', why, minutes(AT[from], AT[to]));

/** Durations (6.8), and those that the prose takes between two of its moments. */
export const TIMES: readonly Known[] = [
  ...known('min', '6.8 durations', ...Object.values(DURATIONS)),
  ...known('min', 'to the nightly reconciliation', TO_NIGHTLY_CHECK),
  ...between('registration to first step', 'registered', 'start'),
  ...between('approval to first step', 'approved', 'start'),
  ...between('Demand Lift on', 'demandLift', 'demandLiftOff'),
  ...between('Demand Lift on after detection', 'detected', 'demandLiftOff'),
  ...between('declaration to query by source', 'declared', 'bySource'),
  ...between('query by source to rollback', 'bySource', 'rollbackStarts'),
  ...between('rollback', 'rollbackStarts', 'mitigated'),
  ...between('declaration to end of the broker theory', 'declared', 'brokerOut'),
  ...between('first human reading to detection', 'adsBelief', 'detected'),
  ...between('first drop to replay', 'start', 'replayStarts'),
  ...between('detection to replay', 'detected', 'replayStarts'),
  ...between('mitigation to replay', 'mitigated', 'replayStarts'),
  ...between('detection to acknowledgement', 'detected', 'acknowledged'),
  ...known('min', 'attribution expires from 13:05; found at 14:20', minutes('13:05', AT.detected)),
  ...known(
    'min',
    'first drop to the page of the counterfactual, and to the trigger of R-03',
    minutes(AT.start, '09:20'),
    minutes(AT.start, '09:15'),
  ),
  ...known(
    'min',
    'first to last rollout step; first drop to the gate’s return',
    minutes(AT.start, '09:35'),
    minutes(AT.start, '09:25'),
  ),
  ...known(
    'min',
    'first drop until TW-01 is met, and until the budget is spent',
    minutes(AT.start, '09:35'),
    minutes(AT.start, '10:05'),
  ),
  ...known('any', 'replay: minutes per minute of window', DURATIONS.replay / DURATIONS.impact),
  ...known('h', 'replay of 24 h at that pace', (DURATIONS.replay / DURATIONS.impact) * 24),
  ...known('min', 'window of the counters', 5),
];

/** Counts and what follows from them (6.8). */
export const COUNTED: readonly Known[] = [
  ...events('6.8 totals', COUNTS.dropped, COUNTS.accepted, COUNTS.checkout, ...COUNTS.byStage),
  ...events(
    '6.8 before and after detection, worst window',
    COUNTS.beforeDetection,
    COUNTS.afterDetection,
    COUNTS.peakDropped,
    COUNTS.peakAccepted,
  ),
  ...events(
    '6.8 by ten to eleven and twelve: cut-off of attribution',
    LOST_ATTRIBUTION_EVENTS,
    KEPT_ATTRIBUTION_EVENTS,
  ),
  ...known('×', 'the total as a factor; the sponsored share', COUNTS.dropped, 0.12),
  ...known('any', '6.1 value of a line and fee, as factors', 6.6, 1.1),
  ...known('any', '6.8 share dropped', DROPPED_PCT),
  ...events('nothing lost', 0),
  ...events('checkout records that were not dropped', COUNTS.checkout - COUNTS.dropped),
  ...events(
    'the partial steps',
    COUNTS.byStage.slice(0, 3).reduce((a, b) => a + b, 0),
  ),
  ...known(
    '%',
    'their share',
    (COUNTS.byStage.slice(0, 3).reduce((a, b) => a + b, 0) / COUNTS.dropped) * 100,
  ),
  ...events(
    'first window, and accepted in it',
    droppedBetween('09:05', '09:10'),
    acceptedBetween('09:05', '09:10'),
  ),
  ...events('second ten minutes at the first step', HELD_AT_FIRST_STEP - droppedBetween('09:05', '09:15')),
  ...known(
    '%',
    'drops over accepted in the first window',
    (droppedBetween('09:05', '09:10') / acceptedBetween('09:05', '09:10')) * 100,
  ),
  ...events('crossed the cut-off by detection', droppedBetween(AT.start, after(AT.detected, -240))),
  ...events('crossed it from detection to replay', droppedBetween(after(AT.detected, -240), '12:35')),
  ...known(
    '%',
    'their share of the permanent loss',
    (droppedBetween(after(AT.detected, -240), '12:35') / LOST_ATTRIBUTION_EVENTS) * 100,
  ),
  ...known(
    'event/min',
    '6.8 filter counter and its baseline; pace of the replay',
    filteredPerMinute(AT.signal),
    12,
    COUNTS.dropped / DURATIONS.replay,
  ),
  ...known('any', '6.8 filter counter', filteredPerMinute(AT.signal)),
  ...events('filtered in the window of 09:40', filteredPerMinute(AT.signal) * 5),
  ...events('6.8 previews of a window', 60),
  ...events('6.8 lag of the broker patch', 184_000),
  ...known('%', '6.8 share dropped; ads pacing; dashboard; web flag', DROPPED_PCT, 38, 40, 10),
  ...known('%', '6.8 rollout steps', 5, 25, 50, 100),
  ...known('any', 'what remains without checkout, and without subscriptions too', 0.6, 0.25),
  ...lines('6.8 order lines', IMPACT['IM-03'], IMPACT['IM-05'], IMPACT['IM-06']),
  ...known('any', 'sponsored lines before rounding', IMPACT['IM-05'] * 0.12),
  ...lines('lines of the worst window', COUNTS.peakDropped / 10),
  ...dollars(
    '6.8 impact in dollars',
    IMPACT['IM-04'],
    IMPACT['IM-07'],
    IMPACT['IM-08'],
    IMPACT['IM-09'],
    IMPACT['IM-10'],
  ),
  ...dollars('6.8 what finance compared', settled, shown),
  ...dollars('their difference', settled - shown),
  ...dollars('what SLO-01 allows of that hour', settled * 0.0005),
  ...known('grocer', '6.8 misinformed', 1912),
  ...known('any', '6.8 misinformed, and all of them', 1912, 6340),
  ...known('%', 'their share', (1912 / 6340) * 100),
  ...known('ticket', '6.8', 64),
  ...known('person-hour', '6.8', 118),
  ...known('h', '6.8 length of the impact in whole hours', 6),
  ...known('GB', 'the loss in bytes', (COUNTS.dropped * 2000) / 1e9),
  ...known('MB', 'twelve rejects a minute in bytes a day', (12 * 1440 * 2000) / 1e6),
  ...known('%', 'twelve rejects a minute in the quietest hour', (12 / 5000) * 100),
  ...known('any', 'events a minute in the quietest hour', 5000),
];
