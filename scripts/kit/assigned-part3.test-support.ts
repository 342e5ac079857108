import type { Together } from './blocks.test-support';
import { BREAK_EVENS, COSTS, halfUp, migrationParts } from './facts/cost-model';
import { AGENDA, CONDITIONS, DISSENT, DRILL, LADDER, QUALITY, RACI, REVISIT } from './facts/decisions';
import { COUNTS, DURATIONS, endedAt } from './facts/incident';
import { ATTENDING, nameOf, VOTERS } from './facts/people';
import { BASELINE, COST_OF_NOTHING, REPLANNED_ON, RFC_DATES, VOLUME } from './facts/plan';
import { MATRIX, totalOf } from './facts/scoring';

const room = [...VOTERS, ...ATTENDING];
const sum = VOTERS.reduce((total, { score }) => total + (score ?? 0), 0);
const three = ['kafka-msk', 'kinesis', 'batch'] as const;
const signed = (score: number | null): string => String(score ?? 0).replace('-', '−');

/** What has to stand in the files of part 3, by path below `examples/`. */
export const PART_3: Readonly<Record<string, readonly Together[]>> = {
  'part3-architecture-review/review-agenda.md': [
    ['date: "2023-11-07"'],
    ['start: "14:00"'],
    ['end: "15:30"'],
    ['duration_min: 90'],
    [`pre_read_sent: "${RFC_DATES.preReadSent}"`],
    ...AGENDA.map(([start, minutes, lead]): Together => [`| ${start} | ${minutes} |`, nameOf(lead)]),
    ...room.map(({ name }): Together => [name]),
    [`captain: ${nameOf('DC')}`],
    [`facilitator: ${nameOf('NH')}`],
    [`scribe: ${nameOf('JO')}`],
  ],
  'part3-architecture-review/pre-read.md': [
    [RFC_DATES.review],
    ['median', BASELINE.p50],
    ['p95', BASELINE.p95],
    [COST_OF_NOTHING],
    ...MATRIX.options.map(({ id }): Together => [halfUp(totalOf(MATRIX, id), 2)]),
    ...three.map((id): Together => [COSTS[id].npv]),
    [halfUp(migrationParts('kafka-msk').total)],
    [BREAK_EVENS.mskFte],
    [VOLUME.eventsDay],
  ],
  'part3-architecture-review/raci-matrix.yaml': [
    ...room.map(({ key, name, role, level }): Together => [`key ${key} |`, name, role, `level ${level}`]),
    ...RACI.map(
      ([id, a, r, c, i]): Together => [
        id,
        ...[a, ...r.split(' '), ...c.split(' '), ...(i === '*' || i === '' ? [] : i.split(' '))],
      ],
    ),
  ],
  'part3-architecture-review/disagree-and-commit-framework.md': [
    ['Type 1'],
    ['Type 2'],
    ...LADDER.map(([level]): Together => [level]),
  ],
  'part3-architecture-review/escalation-playbook.md': [
    ...LADDER.map(
      ([level, acknowledge, decide]): Together => [`| ${level} |`, `| ${acknowledge} | ${decide} |`],
    ),
    ['8 business days'],
    [
      `${LADDER.map(([, , , days]) => days).join(' + ')} = ${LADDER.reduce((total, [, , , days]) => total + days, 0)} days`,
    ],
    ['L2', nameOf('DC')],
    ['L3', nameOf('MH'), nameOf('HO')],
  ],
  'part3-architecture-review/consensus-doc.md': [
    [`decision_date: "${RFC_DATES.consensus}"`],
    ['outcome: approved-with-conditions'],
    ['- ADR-001'],
    ['- ADR-002'],
    ['- ADR-006'],
    ...three.map((id): Together => [id, halfUp(totalOf(MATRIX, id), 2), COSTS[id].npv]),
    ['11 consent', '1 consent-with-reservation', '2 disagree-and-commit'],
    [sum, halfUp(sum / VOTERS.length, 2)],
    [0.35],
    ...VOTERS.map(({ name, position, score }): Together => [name, position ?? '', `| ${signed(score)} |`]),
    ...CONDITIONS.map(([id, due, gates, owner]): Together => [id, nameOf(owner), due, gates]),
    [DRILL.date, `${DRILL.hours} h`, `${DRILL.minutes} min`],
    ...DISSENT.flatMap(({ id, by, text, tripwire }): Together[] => [
      [id, nameOf(by)],
      [text],
      [id, tripwire],
    ]),
    ['TW-01', '99.95 %', '30 min', nameOf('TA'), '1 business day', '10 business days'],
    ['TW-02', '2.15 FTE', 'two quarters', nameOf('BN'), '20 business days'],
    ['TW-03', nameOf('GI'), '4 h', 'ADR-006'],
    [REVISIT],
  ],
  'part3-architecture-review/dissent-register.yaml': [
    ...DISSENT.map(({ id, by, text, tripwire }): Together => [`id ${id}`, `person ${by}`, text, tripwire]),
    ['D-01', 'vindicated', '2024-03-12', COUNTS.dropped, `${DURATIONS.detect} min`],
    ['D-02', 'status open'],
    ['D-03', 'status open'],
    ['TW-01', 'state tripped', '< 99.95 %', '30 min', nameOf('TA')],
    ['TW-02', 'state armed', '> 2.15 FTE', nameOf('BN')],
    ['TW-03', 'state armed', nameOf('GI')],
  ],
  'part3-architecture-review/quality-attribute-scenarios.yaml': QUALITY.map(
    ([id, importance, difficulty, figures]): Together => [
      `id ${id}`,
      `importance ${importance}`,
      `difficulty ${difficulty}`,
      ...figures,
    ],
  ),
  'part3-architecture-review/review-minutes.md': [
    [RFC_DATES.review],
    ...room.map(({ name }): Together => [name]),
    ...AGENDA.map(([, minutes]): Together => [`| ${minutes} |`]),
    ['add up to 90'],
    ['14:00Z', '15:30Z'],
    ['C-1'],
    ['C-2'],
    ['C-3'],
    ['C-4'],
    ['D-01'],
    ['D-02'],
    ['D-03'],
  ],
  'part3-architecture-review/facilitation-guide.md': [
    ['Fifteen minutes', 14],
    ['lowest score first', '−4', '−3'],
  ],
  'part3-architecture-review/review-action-items.yaml': [
    ...CONDITIONS.map(
      ([id, due, gates, owner], index): Together => [
        `RA-A0${index + 1}`,
        id,
        due,
        `gate ${gates}`,
        nameOf(owner),
      ],
    ),
    ['RA-A05'],
    ['RA-A06'],
    ['2024-02-20', '101 min'],
  ],
  'part3-architecture-review/review-retrospective.md': [
    [REPLANNED_ON],
    ['P2', 'D-01'],
    [`${DURATIONS.detect} min`],
    [`${((endedAt('10:10').avoided / COUNTS.dropped) * 100).toFixed(1)} %`],
  ],
  'part3-architecture-review/diagrams/escalation-ladder.mmd': LADDER.map(([level]): Together => [level]),
  'part3-architecture-review/diagrams/decision-flow.mmd': [
    'ropose',
    'larif',
    'issent',
    'onsent',
    'ecord',
    'ripwire',
  ].map((step): Together => [step]),
};
