import { describe, expect, it } from 'vitest';
import { expectBreaks } from '../broken-criterion.test-support';
import { all, gaps, kitReport, mutate, remove, swap } from '../kit-fixture.test-support';

const FOLDER = 'examples/part3-architecture-review/';
const DOC = `${FOLDER}consensus-doc.md`;
// Read here, where no clock of a test runs: checking the whole kit for the first time takes a while.
const REPORT = kitReport(DOC);
const AGENDA = `${FOLDER}review-agenda.md`;

/** Removes a section with its heading. */
const without = (heading: string) => (text: string) => {
  const from = text.indexOf(`\n${heading}`);
  const level = heading.slice(0, heading.indexOf(' ') + 1);
  const next = text.indexOf(`\n${level}`, from + 1);
  return from < 0 ? text : text.slice(0, from) + text.slice(next);
};

/** A change, the criterion it breaks with the marked texts, and what else in the kit rightly changes with it. */
type Change = readonly [
  id: string,
  change: (text: string) => string,
  at: readonly string[],
  also?: readonly string[],
];

const listed = (changes: readonly Change[]) => changes.map((change) => [change[0], change] as const);

function expectOnly(
  change: (text: string) => string,
  id: string,
  at: readonly string[],
  because: readonly string[] = [],
  also: readonly string[] = [],
) {
  expectBreaks({ id, path: DOC, change, at, because, also });
}

it('the worked document has no gap and is staff-ready', () => {
  expect(REPORT.kind).toBe('consensus-doc');
  expect(gaps(DOC)).toEqual([]);
  expect(REPORT.grade).toBe('staff-ready');
  expect(REPORT.criteria.filter((c) => c.verdict === 'not-evaluated' || c.verdict === 'error')).toEqual([]);
});

describe('one change fails one criterion', () => {
  it.each(
    listed([
      [
        'CON-01',
        all(
          swap('We adopt Kafka on MSK (`kafka-msk`) as', 'We adopt the proposal as'),
          swap('hourly batch by', 'old way by'),
        ),
        ['## Decision'],
      ],
      [
        'CON-01',
        swap('C-1, C-2, C-3 and C-4.\n', 'C-1, C-2, C-3 and C-4. The room was ready. It was late.\n'),
        ['It was late.'],
      ],
      [
        'CON-02',
        swap(
          '| Imani Rusk | Ads Revenue PM | consent | 8 | Pacing on fresh counts removes the cause of pacing credits |\n',
          '',
        ),
        ['| Name | Role | Position | Score | Reason |'],
        ['X-25'],
      ],
      [
        'CON-02',
        swap(
          '| consent | 7 | Feature data arrives in minutes and can be replayed |',
          '| agrees | 7 | Feature data arrives in minutes and can be replayed |',
        ),
        ['agrees'],
        ['X-25'],
      ],
      ['CON-02', swap('Kinesis asks less of a team this size', 'Kinesis is easier'), ['Kinesis is easier']],
      ['CON-03', swap('### D-02 Kofi Darrow', '### Kofi Darrow'), ['Kofi Darrow'], ['X-26']],
      [
        'CON-04',
        swap(
          '> "I consent if nobody treats tokenisation at the gateway as proof. Raw topics can carry personal data in fields the gateway does not recognise, and seven days is long enough to matter."',
          '> "I have doubts about tokenisation."',
        ),
        ['> "I have doubts about tokenisation."'],
        ['X-26'],
      ],
      [
        'CON-04',
        swap('- **Would change my mind:** "Two', '- **Open point:** "Two'),
        ['### D-02 Kofi Darrow'],
      ],
      ['CON-05', swap('- **Tripwire:** TW-02.\n', ''), ['### D-02 Kofi Darrow']],
      [
        'CON-05',
        swap('| > 2.15 FTE | two quarters running |', '| too much | two quarters running |'),
        ['too much'],
      ],
      ['CON-06', swap('captain: Dmitri Castellane', 'captain: Yuki Brannigan'), ['Yuki Brannigan'], ['X-20']],
      [
        'CON-06',
        swap('captain: Dmitri Castellane', 'captain: Dmitri Castelane'),
        ['Dmitri Castelane'],
        ['X-20', 'X-22'],
      ],
      [
        'CON-07',
        swap('| Odalys Petrov | 2023-12-15 |', '| the governance team | 2023-12-15 |'),
        ['the governance team'],
      ],
      ['CON-07', swap('recurring | open |', 'recurring | running |'), ['running']],
      [
        'CON-08',
        swap(
          'The fourteen voters came down as',
          'The mood was unanimous, and the fourteen voters came down as',
        ),
        ['unanimous'],
      ],
      [
        'CON-09',
        swap('- Dmitri Castellane pauses', '- The captain pauses'),
        ['## Commitments of dissenters and of the captain'],
      ],
      ['CON-10', swap('2024-11-08, one year on', '2025-11-08, two years on'), ['2025-11-08']],
    ]),
  )('%s', (_, [id, change, at, also]) => {
    // A captain who commits to nothing under the new name is a second, true finding.
    const captain =
      id === 'CON-06'
        ? (text: string) => change(text).replace('- Dmitri Castellane pauses', `- ${at[0]} pauses`)
        : change;
    expectOnly(captain, id, at, [], also);
  });
});

describe('a section that is missing', () => {
  it.each([
    ['## Decision', 'CON-01', '## What we considered', []],
    ['## Positions', 'CON-02', '## Conditions', ['CON-03', 'CON-08', 'CON-09', 'X-25 not-evaluated']],
    ['## Conditions', 'CON-07', '## Recorded dissent', ['X-30 not-evaluated']],
    ['## Recorded dissent', 'CON-03', '## Tripwires', ['CON-04', 'CON-05', 'X-26']],
    ['## Tripwires', 'CON-05', '## Commitments of dissenters and of the captain', ['X-21']],
    ['## Commitments', 'CON-09', '## Revisit date', []],
    ['## Revisit date', 'CON-10', '## Sign-off', []],
  ])('%s is told once, by %s', (heading, id, at, because) => expectOnly(without(heading), id, [at], because));
});

describe('the packet around it', () => {
  it('a new voter on the agenda has no position here', () => {
    const change = swap(
      '  - name: Noor Halloran\n',
      '  - name: Wen Abernathy\n    role: Finance Analytics Manager\n    vote: "yes"\n  - name: Noor Halloran\n',
    );
    const { findings } = mutate(AGENDA, change, DOC);
    expect(findings.map((f) => [f.id, f.text])).toEqual([
      ['CON-02', '| Name | Role | Position | Score | Reason |'],
    ]);
    expect(findings[0]?.message).toContain('14 of 15 voters have a position; missing: Wen Abernathy');
  });

  it('without the agenda the voters and the captain cannot be judged', () => {
    const { report, findings } = remove(AGENDA, DOC);
    expect(findings).toEqual([]);
    const verdict = (id: string) => report.criteria.find((c) => c.id === id)?.verdict;
    expect([verdict('CON-02'), verdict('CON-06')]).toEqual(['not-evaluated', 'not-evaluated']);
  });
});
