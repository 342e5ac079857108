/** RFC-042: dates, baseline, goals, phases, risks, volumes (fact sheet 6.1 and 6.3). */

export const TOPICS = [
  'commerce.order-line',
  'commerce.basket-priced',
  'commerce.payment',
  'clickstream.page',
  'clickstream.search',
  'ads.impression',
  'ads.click',
  'inventory.stock',
  'logistics.courier',
  'grocer.profile',
  'support.ticket',
  'platform.audit',
] as const;

export const RFC_DATES = {
  created: '2023-10-02',
  inReview: '2023-10-16',
  pricesAsOf: '2023-10-16',
  preReadSent: '2023-11-02',
  review: '2023-11-07',
  consensus: '2023-11-09',
  approved: '2023-11-10',
} as const;

export const BASELINE = {
  p50: 52,
  p95: 94,
  failedRuns: 40,
  runs: 2208,
  failedPct: 1.81,
  pagesPerMonth: 31,
  adCredits: 612_000,
  oversellCredits: 408_000,
  analystHours: 1500,
  analystRate: 80,
} as const;

export const ANALYST_COST = BASELINE.analystHours * BASELINE.analystRate;
export const COST_OF_NOTHING = BASELINE.adCredits + BASELINE.oversellCredits + ANALYST_COST;
export const KEPT_YEAR_1 = (COST_OF_NOTHING * 8) / 12;
export const KEPT_LATER = COST_OF_NOTHING / 10;

/** Goal, its numbers, and by when. */
export const GOALS: readonly (readonly [id: string, numbers: readonly number[], by: string])[] = [
  ['G1', [12, 5], '2024-06-28'],
  ['G2', [99.95], '2024-04-26'],
  ['G3', [24], '2024-02-23'],
  ['G4', [4_300_000], '2024-04-05'],
  ['G5', [10], '2024-09-30'],
];

export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  /** Dates of the plan after the incident; the same where it did not move. */
  readonly replanned: readonly [start: string, end: string];
}

export const PHASES: readonly Phase[] = [
  {
    id: 'P0',
    name: 'Foundations',
    start: '2023-11-20',
    end: '2024-01-19',
    replanned: ['2023-11-20', '2024-01-19'],
  },
  {
    id: 'P1',
    name: 'Shadow',
    start: '2024-01-22',
    end: '2024-03-01',
    replanned: ['2024-01-22', '2024-03-01'],
  },
  {
    id: 'P2',
    name: 'Analytics cutover',
    start: '2024-03-04',
    end: '2024-04-26',
    replanned: ['2024-03-04', '2024-05-31'],
  },
  {
    id: 'P3',
    name: 'Money-grade cutover',
    start: '2024-04-29',
    end: '2024-06-28',
    replanned: ['2024-06-03', '2024-08-02'],
  },
  {
    id: 'P4',
    name: 'Decommission batch',
    start: '2024-07-01',
    end: '2024-08-30',
    replanned: ['2024-08-05', '2024-09-27'],
  },
];

export const REPLANNED_ON = '2024-04-12';
export const P2_PAUSE = ['2024-03-13', '2024-04-15'] as const;

/** Id, likelihood, impact, owner, phase. */
export const RISKS: readonly (readonly [
  id: string,
  likelihood: number,
  impact: number,
  owner: string,
  phase: string,
])[] = [
  ['R-01', 3, 4, 'YB', 'P0'],
  ['R-02', 3, 3, 'LF', 'P2'],
  ['R-03', 3, 5, 'OP', 'P2'],
  ['R-04', 3, 3, 'BN', 'P1'],
  ['R-05', 3, 3, 'RV', 'P1'],
  ['R-06', 2, 5, 'IR', 'P3'],
  ['R-07', 2, 4, 'TA', 'P1'],
  ['R-08', 2, 5, 'GI', 'P0'],
  ['R-09', 3, 4, 'YB', 'P1'],
  ['R-10', 2, 5, 'DC', 'P4'],
  ['R-11', 2, 2, 'BN', 'P4'],
  ['R-12', 2, 4, 'DC', 'P0'],
];

/** Risks with an alert behind their trigger as of the register's date. */
export const RISKS_WITH_ALERT = ['R-03', 'R-06', 'R-08', 'R-09'] as const;

export const VOLUME = {
  eventsDay: 864_000_000,
  eventsSecond: 10_000,
  bytes: 2000,
  meanMbs: 20,
  peakMbs: 60,
  orderLineDay: 37_379_720,
  eventsPerLine: 10,
  sponsoredPct: 12,
  sponsoredFee: 1.1,
  lineValue: 6.6,
  grocers: 6340,
  producersPct: [40, 35, 25],
  partitions: 432,
  loadTestMbs: 72,
} as const;
