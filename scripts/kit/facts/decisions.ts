/** ADRs, review, dissent, escalation, objections (fact sheet 6.6 and 6.7). */

export interface AdrFact {
  readonly id: string;
  readonly file: string;
  readonly date: string;
  readonly status: 'accepted' | 'superseded' | 'rejected';
  readonly type: 1 | 2;
  readonly confidence: 'low' | 'medium' | 'high';
  readonly owner: string;
  /** Engineer-weeks to go back, where the sheet states them. */
  readonly exitWeeks?: number;
}

const adr = (
  number: number,
  slug: string,
  date: string,
  status: AdrFact['status'],
  type: 1 | 2,
  confidence: AdrFact['confidence'],
  owner: string,
  exitWeeks?: number,
): AdrFact => {
  const id = `ADR-${String(number).padStart(3, '0')}`;
  const file = `part2-adr-catalog/adr-${id.slice(4)}-${slug}.md`;
  return exitWeeks === undefined
    ? { id, file, date, status, type, confidence, owner }
    : { id, file, date, status, type, confidence, owner, exitWeeks };
};

export const ADRS: readonly AdrFact[] = [
  adr(1, 'kafka', '2023-11-10', 'accepted', 1, 'medium', 'IOV', 26),
  adr(2, 'managed-kafka-msk', '2023-11-10', 'accepted', 2, 'high', 'IOV', 10),
  adr(3, 'flink-stream-processing', '2023-11-13', 'accepted', 2, 'medium', 'IOV'),
  adr(4, 'schema-registry-backward', '2023-11-15', 'superseded', 2, 'medium', 'OP'),
  adr(5, 'retention-and-archive-tiers', '2023-11-16', 'accepted', 2, 'high', 'BN'),
  adr(6, 'topic-taxonomy-and-keys', '2023-11-17', 'accepted', 1, 'medium', 'GI', 18),
  adr(7, 'at-least-once-idempotent-sink', '2023-12-15', 'accepted', 2, 'high', 'KD'),
  adr(8, 'dual-run-phased-cutover', '2024-01-12', 'accepted', 2, 'high', 'YB'),
  adr(9, 'reject-accounting-and-dead-letter', '2024-03-22', 'accepted', 2, 'high', 'YB'),
  adr(10, 'full-transitive-compatibility', '2024-03-26', 'accepted', 2, 'high', 'OP'),
  adr(11, 'exactly-once-end-to-end', '2024-04-05', 'rejected', 2, 'high', 'KD'),
];

/** Dollars of so many engineer-weeks. */
export const weeksInDollars = (weeks: number): number => (weeks * 235_000) / 52;

/** Start, minutes, lead. */
export const AGENDA: readonly (readonly [start: string, minutes: number, lead: string])[] = [
  ['14:00', 5, 'NH'],
  ['14:05', 15, 'NH'],
  ['14:20', 10, 'NH'],
  ['14:30', 15, 'IOV'],
  ['14:45', 10, 'BN'],
  ['14:55', 10, 'TA'],
  ['15:05', 15, 'NH'],
  ['15:20', 7, 'DC'],
  ['15:27', 3, 'JO'],
];

/** Id, due, phase it gates, owner. */
export const CONDITIONS: readonly (readonly [id: string, due: string, gates: string, owner: string])[] = [
  ['C-1', '2023-12-15', 'P2', 'OP'],
  ['C-2', '2024-04-05', 'P3', 'BN'],
  ['C-3', '2024-01-19', 'P2', 'GI'],
  ['C-4', '2024-02-23', 'P2', 'YB'],
];

export const DRILL = { date: '2024-02-20', hours: 2, minutes: 101 } as const;
export const REVISIT = '2024-11-08';

export const DISSENT: readonly {
  readonly id: string;
  readonly by: string;
  readonly tripwire: string;
  readonly text: string;
}[] = [
  {
    id: 'D-01',
    by: 'LF',
    tripwire: 'TW-01',
    text: 'Moving order-line facts before a completeness alert exists means finance will find the missing rows before we do. I want that alert and full compatibility before any money-bearing topic leaves batch.',
  },
  {
    id: 'D-02',
    by: 'KD',
    tripwire: 'TW-02',
    text: 'Kinesis costs $154,560 more in five-year NPV but needs 0.4 FTE less; staff Kafka at 2.2 and the saving is gone. I would take the smaller team risk.',
  },
  {
    id: 'D-03',
    by: 'GI',
    tripwire: 'TW-03',
    text: 'I consent if nobody treats tokenisation at the gateway as proof. Raw topics can carry personal data in fields the gateway does not recognise, and seven days is long enough to matter.',
  },
];

/** Activity with its accountable, responsible, consulted and informed people; an accountable one who also does it is in both. */
export const RACI: readonly (readonly [id: string, a: string, r: string, c: string, i: string])[] = [
  ['RA-01', 'DC', 'IOV', 'MH HO RV TA', '*'],
  ['RA-02', 'IOV', 'IOV', 'KD BN LF', ''],
  ['RA-03', 'BN', 'BN', 'IOV KD DC', 'MH'],
  ['RA-04', 'YB', 'TA KD', 'IOV', 'RV'],
  ['RA-05', 'OP', 'OP', 'LF RV IOV', 'GI FL IR'],
  ['RA-06', 'RV', 'RV', 'OP LF', 'IOV YB'],
  ['RA-07', 'TA', 'TA', 'LF IOV IR', 'MS'],
  ['RA-08', 'GI', 'GI', 'OP IOV', 'DC'],
  ['RA-09', 'DC', 'IOV YB', 'TA LF OP MS', 'MH HO'],
  ['RA-10', 'LF', 'LF KD', 'MS IR FL', 'IOV'],
  ['RA-11', 'DC', 'KD', 'LF BN', 'MH TA'],
  ['RA-12', 'NH', 'NH JO', 'IOV DC', '*'],
];

/** Letters of one activity by person: A and R of one person are written AR; `*` tells everybody else in the room. */
export function raciRow(
  [, a, r, c, i]: (typeof RACI)[number],
  room: readonly string[],
): Readonly<Record<string, string>> {
  const row: Record<string, string> = {};
  const give = (keys: string, letter: string) => {
    for (const key of keys.split(' ').filter((each) => each !== '')) row[key] = (row[key] ?? '') + letter;
  };
  give(a, 'A');
  give(r, 'R');
  give(c, 'C');
  give(i === '*' ? room.filter((key) => !(key in row)).join(' ') : i, 'I');
  return row;
}

/** Level, acknowledge, decide (in the words of the sheet), business days of the decision. */
export const LADDER: readonly (readonly [
  level: string,
  acknowledge: string,
  decide: string,
  days: number,
])[] = [
  ['L0', '4 h', '2 days', 2],
  ['L1', '4 h', '1 day', 1],
  ['L2', '1 day', '2 days', 2],
  ['L3', '1 day', '3 days', 3],
];

/** Scenario with importance, difficulty and the figures of its measure. */
export const QUALITY: readonly (readonly [
  id: string,
  importance: string,
  difficulty: string,
  figures: readonly (number | string)[],
])[] = [
  ['QA-01', 'H', 'M', ['5 min']],
  ['QA-02', 'H', 'M', []],
  ['QA-03', 'H', 'H', ['100 %', '5 min', 'R-03']],
  ['QA-04', 'H', 'H', ['24 h']],
  ['QA-05', 'M', 'M', [2, 1.83]],
  ['QA-06', 'M', 'H', ['0.01 %']],
  ['QA-07', 'H', 'M', []],
  ['QA-08', 'M', 'L', ['5 days']],
];

/** Objection, frame, asker, and the figures its answer must quote. */
export const OBJECTIONS: readonly (readonly [
  id: string,
  frame: string,
  asker: string,
  figures: readonly (number | string)[],
])[] = [
  ['O-01', 'VP', 'MH', [952563]],
  ['O-02', 'VP', 'MH', [4522649, 5100071, '45 %']],
  ['O-03', 'VP', 'BN', [2.15, 'D-02']],
  ['O-04', 'VP', 'MH', ['R-03', '45 min']],
  ['O-05', 'CTO', 'HO', []],
  ['O-06', 'CTO', 'HO', [13]],
  ['O-07', 'CTO', 'RV', ['D-01']],
  ['O-08', 'IC', 'KD', [31, 10]],
  ['O-09', 'IC', 'EM', []],
  ['O-10', 'IC', 'LF', ['D-03']],
];

/** RFC comments by disposition, and how many changed the document. */
export const COMMENTS = {
  total: 24,
  accepted: 15,
  rejected: 4,
  deferred: 3,
  'disagree-and-commit': 2,
  changed: 9,
} as const;
