import { weeksInDollars } from './facts/decisions';
import {
  AT,
  acceptedBetween,
  after,
  BUDGET_EVENTS,
  BUDGET_LINES,
  burn,
  COUNTS,
  DROPPED_PCT,
  DURATIONS,
  droppedBetween,
  endedAt,
  filteredPerMinute,
  HELD_AT_FIRST_STEP,
  hourlyBurn,
  IMPACT,
  KEPT_ATTRIBUTION_EVENTS,
  LOST_ATTRIBUTION_EVENTS,
  minutes,
  ORDER_LINE_EVENTS_DAY,
  SLO_DAYS,
  TO_NIGHTLY_CHECK,
  VALID_EVENTS,
  VALID_LINES,
} from './facts/incident';
import { ACTIONS, BURN_ALERTS, OBJECTIVES } from './facts/learning';
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
const budget = BUDGET_EVENTS;

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

const whatIf = (why: string, ended: string): Known[] => {
  const { lost, avoided } = endedAt(ended);
  return [
    ...events(why, lost, avoided),
    ...known('%', `${why}, share avoided`, (avoided / COUNTS.dropped) * 100),
  ];
};

/** Counterfactuals, budgets, alerts, actions (6.8 and 6.9). */
export const LEARNED: readonly Known[] = [
  ...whatIf('page at 09:20, ended at 10:10', '10:10'),
  ...whatIf('R-03 wired, ended at 10:05', '10:05'),
  ...whatIf('TW-01 wired, ended at 10:25', '10:25'),
  ...whatIf('late probe, ended at 10:40', '10:40'),
  ...events('held at the first step', HELD_AT_FIRST_STEP, COUNTS.dropped - HELD_AT_FIRST_STEP),
  ...['09:10', '09:15', '09:20'].flatMap((time) => {
    const hour = hourlyBurn(time);
    return [
      ...events(`hour up to ${time}`, hour.dropped, hour.accepted),
      ...known(
        '×',
        `burn of that hour, and of its last five minutes`,
        hour.burn,
        burn(after(time, -5), time),
      ),
      ...known('any', `burn of the hour up to ${time}`, hour.burn),
      ...known('%', `loss of the hour up to ${time}`, hour.pct),
    ];
  }),
  ...known('×', 'six hours and thirty minutes up to 09:20', burn('03:20', '09:20'), burn('08:50', '09:20')),
  ...events('6.9 valid events and the budget', VALID_EVENTS, budget),
  ...lines('6.9 valid lines and the budget', VALID_LINES, BUDGET_LINES),
  ...known('×', '6.9 budget consumed', COUNTS.dropped / budget),
  ...known('any', '6.9 budget consumed', COUNTS.dropped / budget),
  ...known(
    '%',
    '6.9 budget consumed, SLO-01 and SLO-05',
    (COUNTS.dropped / budget) * 100,
    (IMPACT['IM-05'] / BUDGET_LINES) * 100,
  ),
  ...OBJECTIVES.flatMap(([id, target]) => [
    ...known('%', `6.9 ${id}, and what it leaves`, target * 100, (1 - target) * 100),
    ...known('any', `6.9 ${id} as a share`, target),
  ]),
  ...BURN_ALERTS.flatMap(([rate, , , pct]) => [
    ...known('×', '6.9 burn rate', rate),
    ...known('any', '6.9 burn rate and share of budget', rate, pct),
  ]),
  ...known('any', '6.9 windows of SLO-02', (SLO_DAYS * 1440) / 5),
  ...known(
    'min',
    '6.9 SLO-02: whole windows it may miss, in minutes',
    Math.floor(((SLO_DAYS * 1440) / 5) * 0.01) * 5,
  ),
  ...known('h', '28 days in hours; windows of the alerts', SLO_DAYS * 24, 1, 6, 72),
  ...known('day', '6.9 window of the objectives', SLO_DAYS),
  ...lines('6.9 SLO-03: lines that may be wrong', VALID_LINES * 0.0001),
  ...known('event/day', 'SLO-04 over all events of a day', 864e6 * 0.0005),
  ...known('%', '5 thresholds of the policy', 50, 100, 20),
  ...events('0.04 % over 28 days', ORDER_LINE_EVENTS_DAY * SLO_DAYS * 0.0004),
  ...known('%', 'sixty records of the first window', (60 / acceptedBetween('09:05', '09:10')) * 100),
  ...known('%', '7 checkout 5xx', 0.02, 0.04),
  ...known('any', '7 checkout 5xx', 0.02, 0.04),
  ...known('s', '7 freshness p95, least and most', 176, 216),
  ...known('event', '7 order-line lag, most', 40),
  ...known('event/min', '7 dead letters in one sample', 1.2),
  ...known('any', '7 dead letters in one sample', 1.2),
  ...known('week', '6.9 effort of the actions', ...ACTIONS.map(({ weeks }) => weeks)),
  ...known('any', '6.9 effort of the actions', ...ACTIONS.map(({ weeks }) => weeks)),
  ...known('week', '6.9 all, P0, AI-01 with AI-04, and the three of the ask', 15.5, 4.5, 3, 6),
  ...known('any', '6.9 effort of P0', 4.5),
  ...known(
    '$',
    'AI-03 at two engineer-weeks, AI-01 with AI-04 at three',
    weeksInDollars(2),
    weeksInDollars(3),
  ),
  ...known('line', 'a thousand lines without a session', 1000),
  ...known('$', 'what they cost', 1000 * 0.12 * 1.1),
  ...known('line', 'SLO-03 as one in so many', 1 / (1 - 0.9999)),
  ...known('request', 'SLO-04 in ten thousand', 10_000 * 0.0005),
  ...known('page', 'SLO-06 in twenty', 20 * 0.05),
  ...known('week', '28 days', SLO_DAYS / 7),
  ...known('year', 'age of the job of 2022', 2),
  ...known('quarter', 'share of the attribution loss after detection, in quarters', 3),
];
