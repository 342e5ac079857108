import { describe, expect, it } from 'vitest';
import { expectBreaks } from '../broken-criterion.test-support';
import { all, gaps, kitReport, kitText, mutate, swap } from '../kit-fixture.test-support';

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
// Read here, where no clock of a test runs: checking the whole kit for the first time takes a while.
const REPORT = kitReport(RFC);

/** The text of a section, from its heading to the next heading of its level. */
function section(text: string, heading: string): string {
  const from = text.indexOf(`\n${heading}`) + 1;
  const level = heading.slice(0, heading.indexOf(' ') + 1);
  const to = text.indexOf(`\n${level}`, from);
  return text.slice(from, to < 0 ? text.length : to + 1);
}

const inSection = (heading: string, change: (part: string) => string) => (text: string) => {
  const part = section(text, heading);
  return text.replace(part, () => change(part));
};

/** A change, the criterion it breaks with the marked texts, and what rules over several files rightly say with it. */
type Change = readonly [
  id: string,
  change: (text: string) => string,
  at: readonly string[],
  rules?: readonly (readonly [rule: string, text: string])[],
  also?: readonly string[],
];

const listed = (changes: readonly Change[]) => changes.map((change) => [change[0], change] as const);

function expectOnly(
  change: (text: string) => string,
  id: string,
  at: readonly string[],
  because: readonly string[] = [],
  rules: readonly (readonly [rule: string, text: string])[] = [],
  also: readonly string[] = [],
) {
  expectBreaks({ id, path: RFC, change, at, because, rules, also });
}

describe('the worked RFC', () => {
  it('has no gap and is staff-ready', () => {
    expect(gaps(RFC)).toEqual([]);
    expect(REPORT.grade).toBe('staff-ready');
    expect(REPORT.criteria.filter((c) => c.verdict === 'not-evaluated' || c.verdict === 'error')).toEqual([]);
  });

  it('without its dissent section fails RFC-02 at the place of the section, and RFC-12 because of it', () => {
    const change = (text: string) => text.replace(section(text, '## 10. Dissent'), '');
    expectOnly(change, 'RFC-02', ['## 11. Decision and tripwires'], ['RFC-12']);
    const { findings, report } = mutate(RFC, change);
    const lines = change(kitText(RFC)).split('\n');
    expect(lines[(findings[0]?.line ?? 0) - 1]).toBe('## 11. Decision and tripwires');
    expect(findings[0]?.message).toContain('Dissent and feedback log');
    expect(report.criteria.find((c) => c.id === 'RFC-12')).toMatchObject({
      verdict: 'fail',
      because: 'RFC-02',
    });
  });

  it('gets the missing heading back by the fix', () => {
    const change = (text: string) => text.replace(section(text, '## 10. Dissent'), '');
    const { report } = mutate(RFC, change);
    const edit = report.findings.find((f) => f.id === 'RFC-02')?.fix?.edits[0];
    const text = change(kitText(RFC));
    const fixed = text.slice(0, edit?.from) + (edit?.insert ?? '') + text.slice(edit?.to);
    expect(fixed).toMatch(
      /\n## 10\. Dissent and feedback log\n\n[^#]*<full name[^#]*\n\n## 11\. Decision and tripwires\n/,
    );
  });

  it.each([
    ['## 1. Summary', ['RFC-03']],
    ['## 3. Problem', ['RFC-04']],
    ['## 4. Goals', ['RFC-05']],
    ['## 5. Alternatives', ['RFC-06', 'RFC-07', 'X-03 not-evaluated']],
    ['## 7. Cross-cutting', ['RFC-10']],
    ['## 8. Rollout', ['RFC-09']],
    ['## 9. Risks', ['RFC-11', 'X-12 not-evaluated']],
    ['## 11. Decision', ['RFC-07', 'RFC-13', 'X-01 not-evaluated', 'X-04 not-evaluated']],
    ['## 12. Open questions', []],
  ])('without %s has one finding; what rests on it only refers to it', (heading, because) => {
    const { findings, failing } = mutate(RFC, (text) => text.replace(section(text, heading), ''));
    expect(findings.map((f) => f.id)).toEqual(['RFC-02']);
    expect(failing).toEqual(['RFC-02', ...because].sort());
  });
});

describe('one change fails one criterion', () => {
  it.each(
    listed([
      [
        'RFC-01',
        swap('captain: "Dmitri Castellane"', 'captain: "Dmitri Castellane, Yuki Brannigan"'),
        ['Dmitri Castellane, Yuki Brannigan'],
      ],
      [
        'RFC-01',
        swap('captain: "Dmitri Castellane"', 'captain: "Dimitri Castellane"'),
        ['Dimitri Castellane'],
        [],
        ['X-22'],
      ],
      ['RFC-01', swap('  - "Rohan Vantreight"', '  - "Ines Okonkwo-Vale"'), ['Ines Okonkwo-Vale']],
      ['RFC-01', swap('status: approved', 'status: done'), ['done']],
      [
        'RFC-02',
        inSection('## 12. Open', () => '## 12. Open questions\n\nNone.\n\n'),
        ['## 12. Open questions'],
      ],
      [
        'RFC-03',
        all(
          swap('We propose to replace', 'It would help to replace'),
          swap('Decision needed from', 'A word is needed from'),
        ),
        ['## 1. Summary and ask'],
      ],
      ['RFC-04', swap('Doing nothing costs', 'Inaction costs'), ['## 3. Problem, quantified']],
      [
        'RFC-05',
        swap('| ≤ 5 min | 2024-06-28 |', '| ≤ 5 min | next summer |'),
        [
          '| G1 | Freshness p95 on 12 tier-1 datasets, gateway acceptance to readable row | ≤ 5 min | next summer |',
        ],
      ],
      [
        'RFC-06',
        inSection('### Kinesis with', (part) =>
          part.replace('Not chosen, because', 'Left, since').replace(/because/g, 'as'),
        ),
        ['### Kinesis with managed Flink (`kinesis`)'],
      ],
      ['RFC-06', swap('### Status quo, hourly batch', '### Hourly batch'), ['## 5. Alternatives considered']],
      [
        'RFC-07',
        swap('Kafka on Amazon MSK (`kafka-msk`) becomes', 'Kinesis with managed Flink (`kinesis`) becomes'),
        ['`kinesis`'],
        [['X-01', '`kinesis`']],
        ['X-04'],
      ],
      ['RFC-07', swap('| 3 | 4.40 |', '| 3 | 4.00 |'), ['`kafka-msk`'], [['X-03', '4.00']]],
      [
        'RFC-08',
        (text: string) =>
          text
            .replace('\nsequenceDiagram\n', '\ntimeline\n')
            .replace(/\(diagrams\/sequence-[a-z-]+\.mmd\)/g, '(diagrams/rollout-gantt.mmd)'),
        ['## 6. Proposed design'],
        [],
        ['X-15', 'examples/part1-design-doc/diagrams/sequence-order-event.mmd DG-06'],
      ],
      [
        'RFC-09',
        inSection('## 8. Rollout', (part) =>
          part
            .replace('| produce p99 > 250 ms for 30 min |', '| produce p99 too high |')
            .replace('| P1 | produce p99 | > 250 ms |', '| P1 | produce p99 | too high |'),
        ),
        ['produce p99 too high'],
      ],
      [
        'RFC-09',
        swap('| P1 Shadow | 2024-01-22 | 2024-03-01 |', '| P1 Shadow | 2024-01-22 | early spring |'),
        ['P1 Shadow'],
      ],
      [
        'RFC-10',
        inSection('### Observability', () => '### Observability\n\nWe page on lag.\n\n'),
        ['### Observability'],
      ],
      [
        'RFC-11',
        inSection('## 9. Risks', (part) => part.replace(/R-(?:0[3-9]|1\d)/g, 'risk')),
        ['## 9. Risks'],
        [['X-12', '## 9. Risks']],
      ],
      ['RFC-12', swap('| deferred | needs the settlement', '| noted | needs the settlement'), ['noted']],
      [
        'RFC-12',
        (text: string) => text.replace('| −3 |', '| 3 |').replace('| −4 |', '| 4 |'),
        ['Score'],
        [
          ['X-27', '3'],
          ['X-27', '4'],
        ],
      ],
      [
        'RFC-13',
        all(
          swap('| > 2.15 FTE | two quarters', '| too much | two quarters'),
          swap('| >= 1 record | any scan |', '| any record | any scan |'),
        ),
        ['TW-02', 'TW-03'],
      ],
    ]),
  )('%s', (_, [id, change, at, rules, also]) => expectOnly(change, id, at, [], rules, also));
});

describe('the packet around it', () => {
  it('a linked sequence diagram that is not in the packet leaves RFC-08 open', () => {
    const { report } = mutate(RFC, (text) =>
      text
        .replace('\nsequenceDiagram\n', '\ntimeline\n')
        .replace(/\(diagrams\/sequence-[a-z-]+\.mmd\)/g, '(diagrams/gone.mmd)'),
    );
    expect(report.criteria.find((c) => c.id === 'RFC-08')?.verdict).toBe('not-evaluated');
  });
});

it('CRLF changes no verdict', () => {
  const { findings, failing } = mutate(RFC, (text) => text.replace(/\n/g, '\r\n'));
  expect([findings, failing]).toEqual([[], []]);
});
