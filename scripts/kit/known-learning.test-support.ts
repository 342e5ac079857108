import { weeksInDollars } from './facts/decisions';
import {
  acceptedBetween,
  after,
  BUDGET_EVENTS,
  BUDGET_LINES,
  burn,
  COUNTS,
  endedAt,
  HELD_AT_FIRST_STEP,
  hourlyBurn,
  IMPACT,
  ORDER_LINE_EVENTS_DAY,
  SLO_DAYS,
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

const budget = BUDGET_EVENTS;

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
  ...known('×', 'burn of a steady loss of 0.2 %', 0.002 / (1 - 0.9995)),
  ...known('h', 'until the ticket of 72 h opens on it', (72 * (1 - 0.9995)) / 0.002),
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
