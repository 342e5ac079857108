import type { Together } from './blocks.test-support';
import { DUAL_RUN_MONTH, halfUp } from './facts/cost-model';
import {
  AT,
  acceptedBetween,
  BUDGET_EVENTS,
  BUDGET_LINES,
  COUNTS,
  CUT_OFF,
  DURATIONS,
  endedAt,
  filteredPerMinute,
  HELD_AT_FIRST_STEP,
  hourlyBurn,
  IMPACT,
  LOST_ATTRIBUTION_EVENTS,
  VALID_EVENTS,
  VALID_LINES,
} from './facts/incident';
import {
  ACTIONS,
  BURN_ALERTS,
  CHAINS,
  FACTORS,
  FREEZE_UNTIL,
  OBJECTIVES,
  SLIDES,
  TIMELINE,
  WINDOW_CLEAR,
} from './facts/learning';
import { nameOf } from './facts/people';
import { VOLUME } from './facts/plan';

const perMinute = halfUp(filteredPerMinute(AT.signal));
const budget = halfUp(BUDGET_EVENTS);
const consumed = halfUp(COUNTS.dropped / BUDGET_EVENTS, 2);
const attribution = halfUp((IMPACT['IM-05'] / BUDGET_LINES) * 100, 1);
const counterfactual = endedAt('10:10');
const fewer = `${((counterfactual.avoided / COUNTS.dropped) * 100).toFixed(1)} %`;
const SHOWN = 939_114;
const SETTLED = acceptedBetween('13:00', '14:00') * 0.66;
const RESPONDERS = 14;
const PERSON_HOURS = 118;
const TICKETS = 64;
const MISINFORMED = 1912;

/** The day of a time of the timeline: the promotion ended the evening before. */
const stamp = (time: string): string => `${time === '23:59' ? '2024-03-11' : '2024-03-12'}T${time}Z`;

/** What has to stand in the files of part 4, by path below `examples/`. */
export const PART_4: Readonly<Record<string, readonly Together[]>> = {
  'part4-postmortem/INC-2024-0312-postmortem.md': [
    ['2024-03-22'],
    [COUNTS.dropped, '37.98 %', `${DURATIONS.impact} minutes`],
    ...Object.entries(IMPACT).map(([id, value]): Together => [`| ${id} |`, value]),
    ['IM-11', MISINFORMED, VOLUME.grocers],
    ['IM-12', TICKETS, PERSON_HOURS, RESPONDERS],
    [COUNTS.accepted],
    [LOST_ATTRIBUTION_EVENTS],
    ['Time to detect', DURATIONS.detect],
    ['Time to declare', DURATIONS.declare],
    ['Time to mitigate', DURATIONS.mitigate],
    ['Total impact', DURATIONS.impact],
    ['Time to recover', DURATIONS.recover],
    ['Replay', DURATIONS.replay],
    ['Time to resolve', DURATIONS.resolve],
    ['17 h 25 min', '02:30'],
    [perMinute, 12],
    [SHOWN, SETTLED],
    [COUNTS.checkout],
    [COUNTS.afterDetection],
    [COUNTS.peakDropped],
    [counterfactual.lost],
    [counterfactual.avoided, fewer, '09:20', '1.248 %', '25.0 times', '200 times'],
    [CUT_OFF],
    ...FACTORS.map(([id, category, kind]): Together => [`| ${id} |`, category, kind]),
    ...Object.values(CHAINS).map((ends): Together => [...ends]),
    [VALID_EVENTS, budget, VOLUME.orderLineDay],
    [consumed, '1,026 %'],
    [VALID_LINES, `${attribution} %`],
    [WINDOW_CLEAR],
    [FREEZE_UNTIL],
    ...ACTIONS.map(
      ({ id, level, owner, due, priority, slo, factors }): Together => [
        `| ${id} |`,
        level,
        nameOf(owner),
        due,
        priority,
        slo,
        factors.join(', '),
      ],
    ),
    ['15.5 weeks'],
    [DUAL_RUN_MONTH.infrastructure, DUAL_RUN_MONTH.staffing, DUAL_RUN_MONTH.total],
    ['R-03', '0.1 %', '10 min'],
    ['TW-01', '99.95 %', '30 min'],
  ],
  'part4-postmortem/timeline.yaml': TIMELINE.map(
    ([time, tag, marks]): Together => [stamp(time), ...(tag === null ? [] : [`kind ${tag}`]), ...marks],
  ),
  'part4-postmortem/five-whys.md': [
    ...Object.values(CHAINS).flatMap((ends) => ends.map((id): Together => [id])),
    ['ADR-004'],
    [`${DURATIONS.detect} min`],
    [IMPACT['IM-05']],
    ['4 h'],
    [SHOWN, SETTLED],
  ],
  'part4-postmortem/contributing-factors.yaml': [
    ...FACTORS.map(([id, category, kind]): Together => [`id ${id}`, category, `kind ${kind}`]),
    ['CF-01', `events_avoided ${COUNTS.dropped}`],
    ['CF-03', `events_avoided ${counterfactual.avoided}`, counterfactual.lost],
    ['CF-05', `events_avoided ${COUNTS.dropped - HELD_AT_FIRST_STEP}`, HELD_AT_FIRST_STEP],
    ['CF-03', COUNTS.beforeDetection],
    ['CF-07', LOST_ATTRIBUTION_EVENTS, IMPACT['IM-05']],
    ...ACTIONS.flatMap(({ id, factors }) => factors.map((factor): Together => [`id ${factor}`, id])),
  ],
  'part4-postmortem/impact-assessment.yaml': [
    ...Object.entries(IMPACT).map(([id, value]): Together => [`id ${id}`, `value ${value}`]),
    ['id IM-11', `value ${MISINFORMED}`],
    ['id IM-12', `value ${TICKETS}`],
    COUNTS.byStage,
    [DUAL_RUN_MONTH.total],
  ],
  'part4-postmortem/slo-definitions.yaml': [
    ...OBJECTIVES.map(([id, target, owner]): Together => [`id ${id}`, `target ${target}`, nameOf(owner)]),
    ...BURN_ALERTS.map(
      ([rate, long, short, pct]): Together => [
        `burn_rate ${rate} |`,
        `long_window ${long}`,
        `short_window ${short}`,
        `budget_pct ${pct}`,
      ],
    ),
    ['SLO-02', 8064],
    [VALID_LINES],
  ],
  'part4-postmortem/error-budget-policy.md': [
    [VALID_EVENTS, budget],
    [VALID_LINES, budget],
    [consumed, '1,026 %'],
    [`${attribution} %`],
    ...OBJECTIVES.map(([id, target]): Together => [id, `${halfUp(target * 100, 2)} %`]),
    ['50 %'],
    ['100 %'],
    ['20 %'],
    [WINDOW_CLEAR],
    [FREEZE_UNTIL],
  ],
  'part4-postmortem/action-items.yaml': ACTIONS.map(
    ({ id, priority, level, type, owner, due, slo, factors, weeks }): Together => [
      `id ${id}`,
      `priority ${priority}`,
      `level ${level}`,
      `type ${type}`,
      nameOf(owner),
      `due ${due}`,
      slo,
      `contributing_factors ${factors.join(' ; ')}`,
      `effort_weeks ${weeks}`,
    ],
  ),
  'part4-postmortem/executive-summary.md': [
    ...SLIDES.map((title, index): Together => [`## Slide ${index + 1} — ${title}`]),
    [COUNTS.dropped, '37.98 %'],
    [IMPACT['IM-04']],
    [IMPACT['IM-07'], IMPACT['IM-09']],
    [IMPACT['IM-08']],
    [MISINFORMED, VOLUME.grocers, TICKETS],
    ['1,026 %'],
    [DUAL_RUN_MONTH.infrastructure, DUAL_RUN_MONTH.staffing],
    ['AI-04', 'AI-05', 'AI-07', '2024-03-22'],
    [nameOf('MH')],
    ['15.5 weeks'],
    [PERSON_HOURS, RESPONDERS],
  ],
  'part4-postmortem/detection-gap-analysis.md': [
    [`${DURATIONS.detect} min`],
    [perMinute, 12],
    ['09:20', hourlyBurn('09:20').dropped, hourlyBurn('09:20').accepted, '25.0×', '200.0×'],
    ['09:20', '10:10', counterfactual.lost, counterfactual.avoided],
    [fewer],
  ],
  'part4-postmortem/replay-runbook.md': [
    [CUT_OFF],
    ['4 h'],
    ['7 days'],
    [DURATIONS.replay, DURATIONS.impact],
    ['2024-02-20', '101 min'],
    [COUNTS.peakDropped],
  ],
  'part4-postmortem/customer-communication.md': [
    ['2024-03-13'],
    [MISINFORMED, VOLUME.grocers],
    [IMPACT['IM-06'], IMPACT['IM-07']],
  ],
  'part4-postmortem/diagrams/fishbone.mmd': [...FACTORS.map(([id]): Together => [id]), ['H: ']],
  'part4-postmortem/diagrams/incident-sequence.mmd': [
    ['amount_minor'],
    ['amount_cents'],
    ['version 8'],
    ['null'],
  ],
  'part4-postmortem/diagrams/incident-timeline.mmd': [
    '0841',
    '0905',
    '0935',
    '0940',
    '1040',
    '1420',
    '1434',
    '1510',
    '1635',
    '2155',
  ].map((time): Together => [`${time}Z`]),
};
