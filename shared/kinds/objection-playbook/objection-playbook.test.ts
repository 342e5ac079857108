import { describe, expect, it } from 'vitest';
import { all, kitReport, mutate, remove, swap } from '../kit-fixture.test-support';
import { type Breaking, describeWorkedExample, swapAll, without } from '../worked-example.test-support';
import { objectionPlaybook } from '.';

const PATH = 'examples/part2-adr-catalog/objection-playbook.md';
const REGISTER = 'examples/part3-architecture-review/dissent-register.yaml';

const BREAKING: readonly Breaking[] = [
  ['OP-01', without('O-04'), ['## O-05 "Why not exactly-once?"']],
  [
    'OP-01',
    swap('## O-10 "', '## O-11 "'),
    [
      '## O-11 "Who owns data quality and personal data: producers or us?"',
      '## O-11 "Who owns data quality and personal data: producers or us?"',
    ],
  ],
  [
    'OP-02',
    all(
      swap('IC: career and craft', 'CTO: career and craft', '## O-09'),
      swap('IC: career and craft', 'CTO: career and craft', '## O-10'),
    ),
    ['IC: career and craft'],
  ],
  ['OP-02', swap('VP: cost and risk', 'Finance: cost and risk'), ['Finance: cost and risk']],
  ['OP-03', swap('- **If pressed:** You argued', 'You argued'), ['## O-08 "Do I now carry a Kafka pager?"']],
  ['OP-03', swap(' "Nobody needs it."', '', '- **Do not say:**'), ['Do not say']],
  [
    'OP-04',
    swap(
      'The limit we hold is 0.01 % duplicates (QA-06).',
      'The limit we hold is 0.01 % duplicates (QA-06). Nobody who reads the warehouse could tell the two apart, and we tested that in the pilot with two teams.',
    ),
    [
      'Replay resends a window on purpose, so the sink must absorb repeats anyway. Once it upserts by event id, transactions add commit delay to a 5 min target and remove no work. The limit we hold is 0.01 % duplicates (QA-06). Nobody who reads the warehouse could tell the two apart, and we tested that in the pilot with two teams.',
    ],
  ],
  [
    'OP-04',
    swap(
      'by 2024-01-19. Your team owns the definition of correct. A name found in a raw topic stops its producer within 4 h, at',
      'by then. Your team owns the definition of correct. A name found in a raw topic stops its producer at once, at',
    ),
    [
      "Producers own what they write, and the gateway owns tokens, by then. Your team owns the definition of correct. A name found in a raw topic stops its producer at once, at the scan owner's word.",
    ],
  ],
  [
    'OP-05',
    swap(
      "QA-06 in the [quality scenarios](../part3-architecture-review/quality-attribute-scenarios.yaml) sets the duplicate rate at 0.01 % or less. The design of one event's path, replay included, is in [RFC-042](../part1-design-doc/RFC-042-streaming-migration.md).",
      'QA-06 sets the duplicate rate at 0.01 % or less, replay included.',
    ),
    ['QA-06 sets the duplicate rate at 0.01 % or less, replay included.'],
  ],
  [
    'OP-06',
    swap(
      'The staffing figure is a guess by people who have run a pilot, and its whole margin is fifteen hundredths of an engineer.',
      'The staffing figure is a guess.',
    ),
    ['The staffing figure is a guess.'],
  ],
  [
    'OP-06',
    swap('Daily Spark work shrinks, the hourly job ends, and a skill', 'Nothing really: a skill'),
    ['Nothing really: a skill that was central here becomes a useful second one.'],
  ],
  [
    'OP-07',
    swap('is the one critical risk in', 'is the first one in'),
    [
      'R-03 is the first one in the [risk register](../part1-design-doc/risk-register.json), likelihood 3 times impact 5. The steps back are in the [rollback runbook](../part1-design-doc/rollback-runbook.md).',
    ],
  ],
  ['OP-08', swapAll('D-01', 'the dissent'), ['Leocadia Finch, Analytics Engineering Lead']],
  [
    'OP-09',
    swapAll(/TW-0[12]/g, 'the tripwire'),
    ['the tripwire watches the assumption that the saving hangs on.'],
  ],
];

describeWorkedExample(PATH, objectionPlaybook, BREAKING);

describe('what the playbook rests on', () => {
  it('a link of the evidence that leads nowhere is told once, by the links', () => {
    const { findings, failing } = mutate(
      PATH,
      swap(
        '[risk register](../part1-design-doc/risk-register.json)',
        '[risk register](../part1-design-doc/risks.json)',
      ),
    );
    expect(findings.map((f) => [f.id, f.text])).toEqual([['GEN-03', '../part1-design-doc/risks.json']]);
    expect(failing).toEqual(['GEN-03', 'OP-05']);
  });

  it('an amount that is not the one of the model is told once, by the rule', () => {
    const { findings, failing } = mutate(PATH, swap('Kinesis at $4,906,501', 'Kinesis at $4,906,601'));
    expect(findings.map((f) => [f.id, f.text])).toEqual([['X-09', '$4,906,601']]);
    expect(failing).toEqual(['OP-05', 'X-09']);
  });

  it('without a dissent register nobody knows which objections are recorded', () => {
    const { report } = remove(REGISTER, PATH);
    expect(report.criteria.find((c) => c.id === 'OP-08')?.verdict).toBe('not-evaluated');
  });

  it('a dissent that is recorded later is missed', () => {
    const entry =
      '  - id: D-04\n    person: Baptiste Nwosu\n    decision: RFC-042\n    statement: "The effort is not measured."\n';
    const { findings } = mutate(REGISTER, swap('entries:\n', `entries:\n${entry}`), PATH);
    expect(findings.filter((f) => f.id === 'OP-08').map((f) => f.text)).toEqual([
      'Baptiste Nwosu, FinOps Lead',
    ]);
  });

  it('an empty playbook fails for one reason', () => {
    const { findings, failing } = mutate(PATH, (text) => `${text.slice(0, text.indexOf('\n## O-01'))}\n`);
    expect(findings.map((f) => f.id)).toEqual(['OP-01']);
    expect(failing).toEqual([
      'GEN-07 not-applicable',
      'OP-01',
      'OP-02',
      'OP-03',
      'OP-04',
      'OP-05',
      'OP-06',
      'OP-07',
      'OP-08',
      'OP-09',
    ]);
  });

  it('answers every question in the worked one', () => {
    expect(kitReport(PATH).criteria.find((c) => c.id === 'OP-01')?.evidence).toHaveLength(10);
  });
});
