import { describe, expect, it } from 'vitest';
import { expectBreaks } from '../../kinds/broken-criterion.test-support';
import { kitPaths, kitReport, kitText, mutate, swap } from '../../kinds/kit-fixture.test-support';
import { tradeoffMatrix } from '../../kinds/tradeoff-matrix';
import { markerLine } from '../copied/marker';
import { UNIVERSAL_CRITERIA } from '.';

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const BRIEF = 'examples/part1-design-doc/problem-brief.md';
const MATRIX = 'examples/part1-design-doc/tradeoff-matrix.yaml';
const RISKS = 'examples/part1-design-doc/risk-register.json';
const FLOW = 'examples/part1-design-doc/diagrams/data-flow-target.mmd';
const GANTT = 'examples/part1-design-doc/diagrams/rollout-gantt.mmd';
const MOMENTS = 'examples/part4-postmortem/diagrams/incident-timeline.mmd';
const GAP = 'examples/part4-postmortem/detection-gap-analysis.md';
const MACRO = 'examples/part4-postmortem/customer-communication.md';
const SUMMARY = 'examples/part2-adr-catalog/tco-summary.md';
const ADR = 'examples/part2-adr-catalog/adr-002-managed-kafka-msk.md';
const SCENARIO = 'scenarios/incident_scenario.json';

/** The marker of a part of a worked file, which is a copy of itself: from the first text to the next one. */
function markOf(path: string, title: string, first: string, next: string): string {
  const text = kitText(path);
  const from = text.indexOf(first);
  return (
    markerLine(path.endsWith('.md') ? 'md' : 'yaml', title, text.slice(from, text.indexOf(next, from))) ?? ''
  );
}

const PROBLEM = markOf(RFC, '3. Problem, quantified', '## 3. Problem', '\n## 4.');
const CRITERIA = markOf(MATRIX, 'criteria', '\ncriteria:\n', '\noptions:');

type Change = readonly [
  id: string,
  path: string,
  change: (text: string) => string,
  /** The exact texts that the criterion's findings mark, in text order. */
  at: readonly string[],
  also?: readonly string[],
];

/** Nothing is read from a matrix that does not parse: its criteria fail for that reason, and the rules wait. */
const UNREAD_MATRIX = [
  'GEN-06',
  ...tradeoffMatrix.rubric.flatMap(({ id, mode }) => (mode === 'auto' ? [id] : [])),
  ...['X-01', 'X-02', 'X-03', 'X-07'].map((rule) => `${rule} not-evaluated`),
];

const CHANGES: readonly Change[] = [
  ['GEN-01', BRIEF, (text) => `${text}\n\`\`\`yaml\na: 1\n`, ['```yaml']],
  [
    'GEN-01',
    BRIEF,
    swap('id: PROBLEM-042', 'id: PROBLEM-042\nid: PROBLEM-043'),
    ['id: PROBLEM-043'],
    ['DOC-03', 'GEN-06'],
  ],
  ['GEN-01', MATRIX, swap('decision: RFC-042', 'decision: RFC-042\nid: TM'), ['id: TM'], UNREAD_MATRIX],
  ['GEN-01', RISKS, swap('"owner": "Ines', '"id": "X",\n  "owner": "Ines'), ['"id"']],
  [
    'GEN-01',
    FLOW,
    swap('flowchart LR', 'flowchrt LR'),
    ['flowchrt'],
    ['DG-01', 'DG-02', 'DG-03 not-applicable', 'DG-04 not-applicable'],
  ],

  [
    'GEN-02',
    BRIEF,
    swap('Five sources, each read once', '<how many> sources, each read once'),
    ['<how many>'],
  ],
  [
    'GEN-02',
    BRIEF,
    swap('title: "What late data cost us', 'title: "{{title}} What late data cost us'),
    ['{{title}}'],
  ],
  ['GEN-02', MATRIX, swap('Trade-off matrix for RFC-042', 'TODO matrix for RFC-042'), ['TODO']],
  ['GEN-02', RISKS, swap('Risk register for', '<Risk register> for'), ['<Risk register>']],
  ['GEN-02', FLOW, swap('"checkout-service"', '"<service>"'), ['<service>']],

  [
    'GEN-03',
    RFC,
    swap('(diagrams/data-flow-current.mmd)', '(diagrams/data-flow.mmd)'),
    ['diagrams/data-flow.mmd'],
    ['X-15'],
  ],
  ['GEN-03', RFC, swap('(diagrams/data-flow-current.mmd)', '(#data-flow)'), ['#data-flow']],
  [
    'GEN-03',
    MATRIX,
    swap('"../part2-adr-catalog/adr-001-kafka.md"', '"../part2-adr-catalog/adr-001.md"'),
    ['../part2-adr-catalog/adr-001.md'],
  ],

  ['GEN-04', BRIEF, swap('frozen on 2023-10-06', 'frozen on 10/6/2023'), ['10/6/2023']],
  [
    'GEN-04',
    BRIEF,
    swap('source: finance ledger', 'source: finance ledger of 6 October 2023'),
    ['6 October 2023'],
  ],
  ['GEN-04', BRIEF, swap('Q3 2023 baseline"', 'baseline of 1 July 2023"'), ['1 July 2023']],
  [
    'GEN-04',
    MATRIX,
    swap('Trade-off matrix for RFC-042', 'Trade-off matrix of Nov 10, 2023'),
    ['Nov 10, 2023'],
  ],
  ['GEN-04', RISKS, swap('as of 2024-04-12', 'as of 12/04/2024'), ['12/04/2024']],
  ['GEN-04', MOMENTS, swap('Incident declared', 'Incident declared 3/12/2024'), ['3/12/2024']],
  [
    'GEN-04',
    MACRO,
    swap('## Support macro (times in UTC)', '## Support macro'),
    ['09:05', '15:10', '10:40', '15:25'],
  ],
  ['GEN-04', GAP, swap('315 min passed in silence', '315 min, from 09:05 on, passed in silence'), ['09:05']],

  [
    'GEN-05',
    RFC,
    swap('price does not decide it.', 'price does not decide it. The result is significantly more robust.'),
    ['significantly', 'robust'],
  ],
  ['GEN-05', ADR, swap('\n## Decision outcome\n', '\n## Decision outcome\n\nThis is better.\n'), ['better']],
  [
    'GEN-05',
    BRIEF,
    (text) => `${text}\n${'Several came, many left. '.repeat(3)}\n`,
    ['Several', 'many', 'Several', 'many', 'Several', 'many'],
  ],

  ['GEN-06', BRIEF, swap('status: final\n', ''), ['id']],
  ['GEN-06', BRIEF, swap('id: PROBLEM-042\n', ''), ['title']],
  ['GEN-06', BRIEF, swap('date: "2023-10-09"', 'date: ""'), ['id'], ['DOC-03']],
  ['GEN-06', MATRIX, swap('owner: "Ines Okonkwo-Vale"\n', ''), ['id']],
  ['GEN-06', RISKS, swap('  "date": "2024-04-12",\n', ''), ['"id"']],
  [
    'GEN-06',
    FLOW,
    swap('%% owner: Yuki Brannigan\n', ''),
    ['%% title: Target data flow for order-line and clickstream facts, with archive and replay paths'],
  ],
  ['GEN-06', SCENARIO, swap('    "incident_id": "INC-2024-0312",\n', ''), ['"metadata"']],

  ['GEN-07', BRIEF, (text) => `${text}\n${'Another $5.\n\n'.repeat(6)}`, Array(6).fill('Another $5.')],

  [
    'GEN-08',
    RFC,
    swap('## 3. Problem, quantified\n', `## 3. Problem, quantified\n\n${PROBLEM}\n`),
    [PROBLEM],
    ['RFC-04'],
  ],
  [
    'GEN-08',
    MATRIX,
    swap('\ncriteria:\n', `\n${CRITERIA}\ncriteria:\n`),
    [CRITERIA],
    ['TM-01', 'TM-05', 'TM-09', 'TM-10'],
  ],
];

describe('one change of a worked file fails a universal criterion', () => {
  it.each(CHANGES.map((row) => [row[0], row[1], row] as const))('%s in %s', (id, path, row) => {
    const [, , change, at, also = []] = row;
    expectBreaks({ id, path, change, at, also });
  });

  it('for every criterion', () => {
    expect([...new Set(CHANGES.map(([id]) => id))]).toEqual(UNIVERSAL_CRITERIA.map(({ id }) => id));
  });
});

describe('no false alarm', () => {
  it.each<readonly [string, string, (text: string) => string]>([
    [
      'a vague word beside a number',
      RFC,
      swap('price does not decide it.', 'price does not decide it. A fast path takes 5 min.'),
    ],
    [
      'a number in the next cell of the row',
      RFC,
      swap('\n## 2.', '\n| Gain | By how much |\n| --- | --- |\n| Better freshness | 89 min |\n\n## 2.'),
    ],
    ['three vague words in a long text', BRIEF, (text) => `${text}\nSeveral came, many left.\n`],
    [
      'the date format of a Gantt chart',
      GANTT,
      (text) => text.replace(/dateFormat .*/, 'dateFormat YYYY-MM-DD'),
    ],
    ['a hexagon of a flowchart', FLOW, swap('chk["checkout-service"]', 'chk{{"checkout-service"}}')],
    [
      'a time in a column of UTC',
      MACRO,
      (text) => `${text}\n## When\n\n| UTC | What |\n| --- | --- |\n| 14:20 | asked |\n`,
    ],
    [
      'a time that says Z',
      GAP,
      swap('315 min passed in silence', '315 min, from 09:05Z on, passed in silence'),
    ],
    ['an abbreviation of always', BRIEF, swap('Five sources,', 'Five sources, watched 24/7/365,')],
    ['a bare figure among many that have a source', BRIEF, (text) => `${text}\nAnother $5.\n`],
    [
      'a figure with its source in a column',
      SUMMARY,
      (text) => `${text}\n${'| Cost | Source |\n| --- | --- |\n'}${'| $5 | the invoice |\n'.repeat(40)}`,
    ],
  ])('%s', (_, path, change) => {
    const { findings } = mutate(path, change);
    expect(findings.filter((finding) => finding.id.startsWith('GEN-'))).toEqual([]);
  });
});

it('every worked file meets every universal criterion', () => {
  const open = kitPaths().flatMap((path) => {
    const report = kitReport(path);
    if (report.counterExample || report.kind === null) return [];
    const universal = report.criteria.filter(({ id }) => id.startsWith('GEN-'));
    expect(universal).toHaveLength(UNIVERSAL_CRITERIA.length);
    return universal
      .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
      .map(({ id, verdict }) => `${path} ${id} ${verdict}`);
  });
  expect(open).toEqual([]);
});
