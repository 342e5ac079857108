import { describe, expect, it } from 'vitest';
import { expectBreaks } from '../broken-criterion.test-support';
import { all, gaps, kitPaths, kitReport, swap } from '../kit-fixture.test-support';

const CATALOG = 'examples/part2-adr-catalog/';
const ADR_001 = `${CATALOG}adr-001-kafka.md`;
const ADR_004 = `${CATALOG}adr-004-schema-registry-backward.md`;
const ADR_010 = `${CATALOG}adr-010-full-transitive-compatibility.md`;

/** Replaces the text under a heading. */
const under = (heading: string, body: string) => (text: string) => {
  const from = text.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`No heading ${heading}`);
  const next = text.indexOf('\n## ', from + 1);
  return `${text.slice(0, from)}\n${heading}\n\n${body}\n${next < 0 ? '' : text.slice(next)}`;
};

const without = (heading: string) => (text: string) =>
  under(heading, '')(text).replace(`\n${heading}\n\n\n`, '');

/** A change, the criterion it breaks with the marked texts, and what else in the kit rightly changes with it. */
type Change = readonly [
  id: string,
  change: (text: string) => string,
  at: readonly string[],
  also?: readonly string[],
];

const listed = (changes: readonly Change[]) => changes.map((change) => [change[0], change] as const);

function expectOnly(
  path: string,
  change: (text: string) => string,
  id: string,
  at: readonly string[],
  because: readonly string[] = [],
  also: readonly string[] = [],
) {
  expectBreaks({ id, path, change, at, because, also });
}

describe('the worked catalog', () => {
  const paths = kitPaths().filter((path) => path.startsWith(`${CATALOG}adr-`));

  it('has eleven ADRs', () => expect(paths).toHaveLength(11));

  it.each(paths)('%s has no gap and is staff-ready', (path) => {
    const report = kitReport(path);
    expect(report.kind).toBe('adr');
    expect(gaps(path)).toEqual([]);
    expect(report.grade).toBe('staff-ready');
    expect(report.criteria.filter((c) => c.verdict === 'not-evaluated' || c.verdict === 'error')).toEqual([]);
  });
});

describe('one change fails one criterion', () => {
  it.each(
    listed([
      ['AD-01', swap('confidence: medium', 'confidence: 70 %'), ['70 %'], ['X-19']],
      ['AD-01', swap('informed: [', 'x-informed: ['), ['id: ADR-001']],
      [
        'AD-02',
        swap(
          'Chosen option: Kafka on MSK (`kafka-msk`), because it leads',
          'Kafka on MSK (`kafka-msk`) leads',
        ),
        ['## Decision outcome'],
      ],
      [
        'AD-02',
        swap('Cost did not decide this.', 'Chosen option: managed brokers, because we are few.'),
        ['Chosen option'],
      ],
      [
        'AD-03',
        all(
          swap('- Good, because the team runs it today', '- The team runs it today'),
          swap('- Good, because it is ahead', '- It is ahead'),
        ),
        ['### Hourly batch (`batch`)'],
      ],
      ['AD-03', swap('### Hourly batch (`batch`)', '#### Hourly batch (`batch`)'), ['## Considered options']],
      [
        'AD-04',
        (text: string) =>
          text.replace(
            /(## Consequences\n)([\s\S]*?)(?=\n## )/,
            (_, heading: string, body: string) => heading + body.replace(/Bad, because/g, 'Note that'),
          ),
        ['## Consequences'],
      ],
      [
        'AD-05',
        under(
          '## Reversibility and exit cost',
          `Type 1. It would be painful and slow to walk back, ${'and nobody wants to do it '.repeat(5)}.`,
        ),
        ['## Reversibility and exit cost'],
      ],
      [
        'AD-06',
        under('## Dissent', 'One engineer on the streaming team was against it, score −4.'),
        ['## Dissent'],
      ],
      [
        'AD-08',
        swap('Traffic is planned to grow', 'Batch is clearly outdated. Traffic is planned to grow'),
        ['clearly', 'outdated'],
      ],
      ['AD-09', under('## Revisit triggers', 'When the numbers no longer hold.'), ['## Revisit triggers']],
      [
        'AD-10',
        under('## Confirmation', 'The P0 exit test proves the mechanics, and the team owns it.'),
        ['## Confirmation'],
      ],
      ['AD-11', swap('(tco-5yr-model.yaml)', '(tco-summary.md)'), ['## Cost']],
      [
        'AD-12',
        under('## More information', 'more words '.repeat(350)),
        ['# ADR-001: Use Kafka as the event backbone'],
      ],
      ['AD-13', swap('to achieve five-minute data', 'for five-minute data'), ['## Decision outcome']],
    ]),
  )('%s', (_, [id, change, at, also]) => {
    expectOnly(ADR_001, change, id, at, [], also);
  });

  it('AD-06 also misses the scorecard', () => {
    const change = all(under('## Scorecard', 'We scored it and Kafka won.'), (text) =>
      text.replaceAll('tradeoff-matrix.yaml', 'risk-register.json'),
    );
    expectOnly(ADR_001, change, 'AD-06', ['## Scorecard']);
  });

  it('AD-07 looks at the header, and at the other side of the link by its rule', () => {
    expectOnly(
      ADR_004,
      swap('superseded-by: [ADR-010]', 'superseded-by: []'),
      'AD-07',
      ['superseded'],
      [],
      ['X-18', 'X-19'],
    );
    expectOnly(
      ADR_004,
      swap('status: superseded', 'status: accepted'),
      'AD-07',
      ['[ADR-010]'],
      [],
      ['X-18', 'X-19', 'examples/part2-adr-catalog/decision-log.md DL-02'],
    );
    expectBreaks({
      id: 'AD-07',
      path: ADR_004,
      in: ADR_010,
      change: swap('supersedes: [ADR-004]', 'supersedes: []'),
      at: ['ADR-010'],
      by: 'X-18',
      also: ['X-19', 'X-41', `${ADR_010} AD-07 not-applicable`],
    });
  });
});

describe('a section that is missing', () => {
  it.each([
    ['## Context and problem', 'AD-08', '## Decision drivers'],
    ['## Considered options', 'AD-03', '## Decision outcome'],
    ['## Consequences', 'AD-04', '## Reversibility and exit cost'],
    ['## Reversibility and exit cost', 'AD-05', '## Scorecard'],
    ['## Dissent', 'AD-06', '## Confirmation'],
    ['## Confirmation', 'AD-10', '## Revisit triggers'],
    ['## Revisit triggers', 'AD-09', '## More information'],
    ['## Cost', 'AD-11', '## Dissent'],
  ])('%s is told once, by %s, at the heading it goes before', (heading, id, at) =>
    expectOnly(ADR_001, without(heading), id, [at]),
  );

  it('the decision outcome takes the one-sentence form along', () => {
    expectOnly(ADR_001, without('## Decision outcome'), 'AD-02', ['## Consequences'], ['AD-13']);
  });
});
