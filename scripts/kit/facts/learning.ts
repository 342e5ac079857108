/** Contributing factors, whys, objectives, actions, slides (fact sheet 6.9). */

/** Id, category word, kind. */
export const FACTORS: readonly (readonly [id: string, category: string, kind: string])[] = [
  ['CF-01', 'Schema', 'latent'],
  ['CF-02', 'Schema', 'latent'],
  ['CF-03', 'Measurement', 'detection'],
  ['CF-04', 'Measurement', 'detection'],
  ['CF-05', 'Process', 'active'],
  ['CF-06', 'Organisation', 'latent'],
  ['CF-07', 'Architecture', 'recovery'],
  ['CF-08', 'Process', 'latent'],
  ['CF-09', 'Environment', 'detection'],
];

/** The ends of the three chains. */
export const CHAINS = {
  A: ['CF-01', 'CF-02', 'CF-08'],
  B: ['CF-03', 'CF-04', 'CF-09'],
  C: ['CF-07', 'CF-06'],
} as const;

/** Id, target as a share, owner. */
export const OBJECTIVES: readonly (readonly [id: string, target: number, owner: string])[] = [
  ['SLO-01', 0.9995, 'TA'],
  ['SLO-02', 0.99, 'TA'],
  ['SLO-03', 0.9999, 'LF'],
  ['SLO-04', 0.9995, 'YB'],
  ['SLO-05', 0.995, 'IR'],
  ['SLO-06', 0.95, 'TA'],
];

/** Burn rate, long window in hours as written, short window, share of the 28-day budget that fires it. */
export const BURN_ALERTS: readonly (readonly [
  rate: number,
  long: string,
  short: string,
  budgetPct: number,
])[] = (
  [
    [14.4, '1h', '5m', 1],
    [6, '6h', '30m', 6],
    [1, '72h', '6h', 72],
  ] as const
).map(
  ([rate, long, short, hours]) =>
    [rate, long, short, Math.round((10_000 * rate * hours) / (28 * 24)) / 100] as const,
);

/** Dates at which bad events leave the window and at which the freeze ends. */
export const WINDOW_CLEAR = '2024-04-09';
export const FREEZE_UNTIL = '2024-04-15';

export interface ActionFact {
  readonly id: string;
  readonly priority: string;
  readonly level: 'eliminate' | 'automate' | 'guardrail' | 'document';
  readonly type: string;
  readonly owner: string;
  readonly due: string;
  readonly slo: string;
  readonly factors: readonly string[];
  readonly weeks: number;
}

const action = (
  number: number,
  priority: string,
  level: ActionFact['level'],
  type: string,
  owner: string,
  due: string,
  slo: string,
  factors: string,
  weeks: number,
): ActionFact => ({
  id: `AI-${String(number).padStart(2, '0')}`,
  priority,
  level,
  type,
  owner,
  due: `2024-${due}`,
  slo,
  factors: factors.split(' ').map((factor) => `CF-${factor}`),
  weeks,
});

export const ACTIONS: readonly ActionFact[] = [
  action(1, 'P0', 'eliminate', 'prevent', 'OP', '03-29', 'SLO-01', '01', 1),
  action(2, 'P0', 'automate', 'detect', 'TA', '03-22', 'SLO-01', '03 04', 1.5),
  action(3, 'P0', 'guardrail', 'prevent', 'YB', '04-05', 'SLO-01', '02', 2),
  action(4, 'P1', 'automate', 'prevent', 'RV', '04-19', 'SLO-01', '01 05', 2),
  action(5, 'P1', 'automate', 'mitigate', 'RV', '05-03', 'SLO-01', '05', 2),
  action(6, 'P1', 'automate', 'detect', 'LF', '04-12', 'SLO-03', '03 09', 1.5),
  action(7, 'P1', 'eliminate', 'mitigate', 'LC', '05-17', 'SLO-05', '07', 2),
  action(8, 'P1', 'guardrail', 'mitigate', 'IR', '04-26', 'SLO-01', '06', 1),
  action(9, 'P2', 'guardrail', 'process', 'IOV', '04-12', 'SLO-01', '08', 0.5),
  action(10, 'P2', 'document', 'process', 'OP', '04-30', 'SLO-05', '06', 0.5),
  action(11, 'P2', 'document', 'process', 'YB', '05-31', 'SLO-02', '07', 1),
  action(12, 'P2', 'document', 'process', 'IOV', '04-19', 'SLO-01', '04', 0.5),
];

export const SLIDES: readonly string[] = [
  '5.37 million order events were dropped silently for 365 minutes; all order facts are restored',
  'Direct cost is $98,600 and attribution for 295,571 order lines is lost for good',
  'A change that passed every check met a filter that hid its rejects',
  'Twelve actions land by 31 May; half remove or automate the hazard',
  'We ask for a Phase 2 pause at $35,333 and 6 weeks of engineering',
];

/** Clock time, tag where the sheet gives one, and what of the row is a number or a name. */
export const TIMELINE: readonly (readonly [
  time: string,
  tag: string | null,
  marks: readonly (string | number)[],
])[] = [
  ['23:59', 'red-herring', ['Spring Pantry']],
  ['08:41', 'change', ['v8']],
  ['08:47', 'change', ['CHG-7719']],
  ['09:05', 'trigger', ['4.18.0', '5 %']],
  ['09:05', 'impact-start', []],
  ['09:15', 'change', ['25 %']],
  ['09:20', 'red-herring', ['new-basket-ui', '10 %']],
  ['09:25', 'change', ['50 %']],
  ['09:30', 'red-herring', ['broker 3', 184000]],
  ['09:35', 'change', ['100 %']],
  ['09:40', 'signal', [13812, 12]],
  ['09:52', 'red-herring', []],
  ['10:05', 'belief', []],
  ['10:12', 'red-herring', [37]],
  ['10:40', 'signal', ['Demand Lift']],
  ['11:05', 'belief', ['38 %']],
  ['11:30', 'red-herring', []],
  ['11:48', 'change', []],
  ['12:00', 'signal', [1912]],
  ['12:40', 'red-herring', ['zone']],
  ['13:10', 'signal', ['ticket']],
  ['14:20', 'detection', ['40 %', 939114, 1565190]],
  ['14:26', null, []],
  ['14:34', 'declaration', ['SEV-2']],
  ['14:41', null, []],
  ['14:49', null, ['checkout-service']],
  ['14:52', null, ['SEV-1']],
  ['14:55', null, ['4.18.0']],
  ['14:58', null, ['4.17.3']],
  ['15:10', 'mitigation', []],
  ['15:25', null, ['Demand Lift']],
  ['15:41', null, []],
  ['16:28', null, ['2.31.1']],
  ['16:35', 'recovery', []],
  ['17:30', 'comms', []],
  ['21:55', 'recovery', []],
  ['22:40', 'action', [0]],
  ['23:20', 'resolution', []],
];
