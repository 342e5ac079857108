import { describe } from 'vitest';
import { all, kitText, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { adrNumbers } from './x-17-adr-numbers';
import { supersession } from './x-18-supersession';
import { logComplete } from './x-19-log-complete';
import { type1Reviewed } from './x-20-type-1-reviewed';
import { triggersExist } from './x-21-triggers-exist';

const CATALOG = 'examples/part2-adr-catalog';
const ADR_001 = `${CATALOG}/adr-001-kafka.md`;
const ADR_002 = `${CATALOG}/adr-002-managed-kafka-msk.md`;
const ADR_003 = `${CATALOG}/adr-003-flink-stream-processing.md`;
const ADR_004 = `${CATALOG}/adr-004-schema-registry-backward.md`;
const ADR_005 = `${CATALOG}/adr-005-retention-and-archive-tiers.md`;
const ADR_006 = `${CATALOG}/adr-006-topic-taxonomy-and-keys.md`;
const ADR_010 = `${CATALOG}/adr-010-full-transitive-compatibility.md`;
const LOG = `${CATALOG}/decision-log.md`;
const REGISTER = 'examples/part3-architecture-review/dissent-register.yaml';
const CONSENSUS = 'examples/part3-architecture-review/consensus-doc.md';

describe('the decision records', () => {
  describeRule(adrNumbers, [
    {
      name: 'an ADR is taken out of the series',
      change: { [ADR_005]: null },
      at: [[ADR_006, 'ADR-006']],
      related: [[ADR_004, 'ADR-004']],
      also: [
        'X-19',
        'examples/part1-design-doc/review-comments.yaml DAT-02',
        'examples/part2-adr-catalog/decision-log.md DL-01',
      ],
    },
    {
      name: 'the series does not begin with 1',
      change: { [ADR_001]: null },
      at: [[ADR_002, 'ADR-002']],
      also: ['X-19', 'examples/part2-adr-catalog/decision-log.md DL-01'],
    },
    {
      name: 'the header has the number of another ADR',
      change: { [ADR_005]: swap('id: ADR-005', 'id: ADR-006') },
      at: [[ADR_005, 'ADR-006']],
      related: [[ADR_006, 'ADR-006']],
      also: [
        'X-19',
        'examples/part1-design-doc/review-comments.yaml DAT-02',
        'examples/part2-adr-catalog/decision-log.md DL-01',
      ],
    },
    {
      name: 'the header has a number that no file has',
      change: { [ADR_005]: swap('id: ADR-005', 'id: ADR-050') },
      at: [[ADR_005, 'ADR-050']],
      also: [
        'X-19',
        'examples/part1-design-doc/review-comments.yaml DAT-02',
        'examples/part2-adr-catalog/decision-log.md DL-01',
      ],
    },
    {
      name: 'two files carry one number',
      change: { [`${CATALOG}/adr-005-second.md`]: () => kitText(ADR_005) },
      at: [[`${CATALOG}/adr-005-second.md`, 'ADR-005']],
      related: [[ADR_005, 'ADR-005']],
    },
  ]);

  describeRule(supersession, [
    {
      name: 'the old ADR says nothing of its successor',
      change: {
        [ADR_004]: all(
          swap('status: superseded', 'status: accepted'),
          swap('superseded-by: [ADR-010]', 'superseded-by: []'),
        ),
      },
      at: [[ADR_004, '[]']],
      related: [[ADR_010, 'ADR-004']],
      also: [
        'X-19',
        'examples/part2-adr-catalog/adr-004-schema-registry-backward.md AD-07',
        'examples/part2-adr-catalog/decision-log.md DL-02',
      ],
    },
    {
      name: 'the old ADR names another successor',
      change: { [ADR_004]: swap('superseded-by: [ADR-010]', 'superseded-by: [ADR-009]') },
      at: [
        [ADR_004, 'ADR-009'],
        [ADR_004, '[ADR-009]'],
      ],
      also: ['X-19', 'examples/part2-adr-catalog/adr-004-schema-registry-backward.md AD-07'],
    },
    {
      name: 'the new ADR does not say what it supersedes',
      change: { [ADR_010]: swap('supersedes: [ADR-004]', 'supersedes: []') },
      at: [[ADR_004, 'ADR-010']],
      related: [[ADR_010, '[]']],
      also: [
        'X-19',
        'X-41',
        'examples/part2-adr-catalog/adr-004-schema-registry-backward.md AD-07',
        'examples/part2-adr-catalog/adr-010-full-transitive-compatibility.md AD-07 not-applicable',
      ],
    },
    {
      name: 'the new ADR supersedes one that is not there',
      change: { [ADR_010]: swap('supersedes: [ADR-004]', 'supersedes: [ADR-004, ADR-044]') },
      at: [[ADR_010, 'ADR-044']],
      also: ['X-19', 'examples/part2-adr-catalog/adr-010-full-transitive-compatibility.md AD-07'],
    },
    {
      name: 'the new ADR is older than the one it supersedes',
      change: { [ADR_010]: swap('date: "2024-03-26"', 'date: "2023-03-26"') },
      at: [[ADR_010, '2023-03-26']],
      related: [[ADR_004, '2023-11-15']],
      also: [
        'X-19',
        'X-40',
        'X-41',
        'examples/part2-adr-catalog/adr-010-full-transitive-compatibility.md AD-07',
        'examples/part2-adr-catalog/decision-log.md DL-02',
      ],
    },
    {
      name: 'the status alone says superseded, which AD-07 reports',
      change: { [ADR_003]: swap('status: accepted', 'status: superseded') },
      at: [],
      also: [
        'X-19',
        'examples/part2-adr-catalog/adr-003-flink-stream-processing.md AD-07',
        'examples/part2-adr-catalog/decision-log.md DL-02',
      ],
    },
    {
      name: 'two ADRs supersede each other',
      change: {
        [ADR_004]: swap('supersedes: []', 'supersedes: [ADR-010]'),
        [ADR_010]: all(
          swap('superseded-by: []', 'superseded-by: [ADR-004]'),
          swap('status: accepted', 'status: superseded'),
          swap('date: "2024-03-26"', 'date: "2023-11-15"'),
        ),
      },
      at: [[ADR_010, 'ADR-004']],
      related: [[ADR_004, 'ADR-010']],
      also: [
        'X-19',
        'X-40',
        'X-41',
        'examples/part2-adr-catalog/adr-010-full-transitive-compatibility.md AD-07',
        'examples/part2-adr-catalog/decision-log.md DL-02',
      ],
    },
  ]);

  describeRule(logComplete, [
    {
      name: 'the row of a superseded ADR forgets its successor',
      change: { [LOG]: swap('| medium | | ADR-010 | TW-01 |', '| medium | | | TW-01 |') },
      at: [[LOG, '[ADR-004](adr-004-schema-registry-backward.md)']],
      related: [[ADR_004, '[ADR-010]']],
    },
    {
      name: 'the row of the new ADR supersedes another one',
      change: { [LOG]: swap('| high | ADR-004 | |', '| high | ADR-003 | |') },
      at: [[LOG, 'ADR-003']],
      related: [[ADR_010, '[ADR-004]']],
    },
    {
      name: 'the row has the other type',
      change: { [LOG]: swap('| accepted | Type 1 | 2023-11-10 |', '| accepted | Type 2 | 2023-11-10 |') },
      at: [[LOG, 'Type 2']],
      related: [[ADR_001, 'type-1']],
    },
    {
      name: 'the ADR has another confidence, decider and revisit date',
      change: {
        [ADR_003]: all(
          swap('confidence: medium', 'confidence: low'),
          swap('decision-makers: [Dmitri Castellane]', 'decision-makers: [Halvard Osei]'),
          swap('revisit: ["2024-11-08"]', 'revisit: ["2024-06-01"]'),
        ),
      },
      at: [
        [LOG, 'Dmitri Castellane'],
        [LOG, 'medium'],
        [LOG, '2024-11-08'],
      ],
    },
    {
      name: 'a row is missing, which DL-01 reports',
      change: { [LOG]: (text) => text.replace(/\| \[ADR-003\].*\n/, '') },
      at: [],
      also: ['examples/part2-adr-catalog/decision-log.md DL-01'],
    },
    {
      name: 'a date differs, which DL-02 reports',
      change: { [LOG]: swap('| Type 2 | 2023-11-13 |', '| Type 2 | 2023-11-14 |') },
      at: [],
      also: ['examples/part2-adr-catalog/decision-log.md DL-02'],
    },
  ]);

  describeRule(type1Reviewed, [
    {
      name: 'the review does not list a type-1 ADR',
      change: { [CONSENSUS]: swap('  - ADR-006\n', '') },
      at: [[ADR_006, 'type-1']],
    },
    {
      name: 'an ADR becomes type-1 without a review',
      change: { [ADR_005]: swap('reversibility: type-2', 'reversibility: type-1') },
      at: [[ADR_005, 'type-1']],
      also: ['X-19', 'examples/part2-adr-catalog/adr-005-retention-and-archive-tiers.md AD-06 pass'],
    },
    {
      name: 'the captain is not among the decision-makers',
      change: { [ADR_001]: swap('decision-makers: [Dmitri Castellane]', 'decision-makers: [Halvard Osei]') },
      at: [[ADR_001, '[Halvard Osei]']],
      related: [[CONSENSUS, 'Dmitri Castellane']],
      also: ['X-19'],
    },
  ]);

  describeRule(triggersExist, [
    {
      name: 'an ADR waits for a tripwire that nobody keeps',
      change: { [ADR_003]: swap('revisit: ["2024-11-08"]', 'revisit: [TW-09]') },
      at: [[ADR_003, 'TW-09']],
      also: ['X-19'],
    },
    {
      name: 'a tripwire reopens no ADR',
      change: { [ADR_006]: swap('revisit: [TW-03]', 'revisit: ["2024-11-08"]') },
      at: [[REGISTER, 'TW-03']],
      related: [[CONSENSUS, 'TW-03']],
      also: ['X-19'],
    },
    {
      name: 'the consensus document lacks a tripwire of the register',
      change: {
        [REGISTER]: swap(
          '  - id: TW-03\n',
          '  - {id: TW-04, metric: lag, threshold: "> 5 min", window: 1 h, owner: KD, action: Stop, deadline_days: 2, state: armed}\n  - id: TW-03\n',
        ),
        [ADR_003]: swap('revisit: ["2024-11-08"]', 'revisit: [TW-04]'),
      },
      at: [[ADR_003, 'TW-04']],
      related: [[REGISTER, 'TW-04']],
      also: ['X-19', 'examples/part3-architecture-review/dissent-register.yaml DIS-06'],
    },
    {
      name: 'a row is missing that a dissent cites, which DIS-03 reports',
      change: {
        [REGISTER]: swap('  - id: TW-03\n    metric: untokenised', '  - id: TW-33\n    metric: untokenised'),
      },
      at: [[REGISTER, 'TW-33']],
      also: ['examples/part3-architecture-review/dissent-register.yaml DIS-03'],
    },
    {
      name: 'a row of the consensus document is missing, which CON-05 reports',
      change: { [CONSENSUS]: (text) => text.replace(/\| TW-03 \|.*\n/, '') },
      at: [],
      also: ['examples/part3-architecture-review/consensus-doc.md CON-05'],
    },
  ]);
});
