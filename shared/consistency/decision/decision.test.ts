import { describe } from 'vitest';
import { all, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { decisionIsTheWinner } from './x-01-decision-is-the-winner';
import { sameOptions } from './x-02-same-options';
import { scoreTable } from './x-03-score-table';
import { oneDecision } from './x-04-one-decision';
import { scorecardEqualsMatrix } from './x-05-scorecard';

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const MATRIX = 'examples/part1-design-doc/tradeoff-matrix.yaml';
const ADR_1 = 'examples/part2-adr-catalog/adr-001-kafka.md';
const CARD_1 = 'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml';
const CONSENSUS = 'examples/part3-architecture-review/consensus-doc.md';

/** An override in writing, long enough for TM-04. */
const OVERRIDE = `override:\n  reason: "${'The team knows this option and runs it today without a page. '.repeat(4)}"\n`;
const RECOMMENDS_KINESIS = swap('recommendation: kafka-msk', 'recommendation: kinesis');
const DECIDES_KINESIS = swap('Kafka on Amazon MSK (`kafka-msk`)', 'Kinesis (`kinesis`)', '## 11. Decision');

describe('X-01 to X-05 over the worked kit', () => {
  describeRule(decisionIsTheWinner, [
    {
      name: 'the RFC decides for another option',
      change: { [RFC]: DECIDES_KINESIS },
      at: [[RFC, '`kinesis`']],
      related: [[MATRIX, 'kafka-msk']],
      also: ['X-04', 'examples/part1-design-doc/RFC-042-streaming-migration.md RFC-07'],
    },
    {
      name: 'the matrix recommends another option',
      change: { [MATRIX]: RECOMMENDS_KINESIS },
      at: [[RFC, '`kafka-msk`']],
      related: [[MATRIX, 'kinesis']],
      also: ['examples/part1-design-doc/tradeoff-matrix.yaml TM-04'],
    },
    {
      name: 'both change to an option that scores less, and only the matrix says why (RFC-07 tells)',
      change: {
        [RFC]: DECIDES_KINESIS,
        [MATRIX]: swap('recommendation: kafka-msk', `${OVERRIDE}recommendation: kinesis`),
      },
      at: [],
      also: ['X-04', 'examples/part1-design-doc/RFC-042-streaming-migration.md RFC-07'],
    },
    {
      name: 'both change to an option that scores less, and the RFC has no totals that would show it',
      change: {
        [RFC]: all(
          DECIDES_KINESIS,
          swap('C7 delivery risk (10) | Total |', 'C7 delivery risk (10) | Place |'),
          swap('| 3 | 4.40 |', '| 3 | first |'),
          swap('| 4 | 4.05 |', '| 4 | second |'),
          swap('| 5 | 2.95 |', '| 5 | third |'),
        ),
        [MATRIX]: swap('recommendation: kafka-msk', `${OVERRIDE}recommendation: kinesis`),
      },
      at: [[RFC, '`kinesis`']],
      related: [[MATRIX, 'kinesis']],
      also: ['X-03 not-evaluated', 'X-04', 'examples/part1-design-doc/RFC-042-streaming-migration.md RFC-07'],
    },
    {
      name: 'both change to an option that scores less, without a word (TM-04 tells)',
      change: { [RFC]: DECIDES_KINESIS, [MATRIX]: RECOMMENDS_KINESIS },
      at: [],
      also: [
        'X-04',
        'examples/part1-design-doc/RFC-042-streaming-migration.md RFC-07',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-04',
      ],
    },
  ]);

  describeRule(sameOptions, [
    {
      name: 'the RFC argues an option that the matrix does not score',
      change: {
        [RFC]: swap(
          '### Status quo, hourly batch (`batch`)',
          '### Pulsar, hosted (`pulsar`)\n\nNot scored.\n\n### Status quo, hourly batch (`batch`)',
        ),
      },
      at: [[RFC, '### Pulsar, hosted (`pulsar`)']],
      also: ['examples/part1-design-doc/RFC-042-streaming-migration.md RFC-06'],
    },
    {
      name: 'the matrix scores an option that the RFC does not argue',
      change: {
        [MATRIX]: swap(
          'recommendation: kafka-msk',
          '  - {id: pulsar, name: Pulsar, hosted: true}\nrecommendation: kafka-msk',
        ),
      },
      at: [[MATRIX, 'pulsar']],
      also: [
        'X-05',
        'X-07',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-02',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-03 not-evaluated',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-04 not-evaluated',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-08 not-evaluated',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-12 not-evaluated',
      ],
    },
    {
      name: 'one option has two names',
      change: {
        [MATRIX]: all(
          swap('- id: batch', '- id: spark-hourly'),
          swap('"Status quo: hourly batch on Spark"', '"As it is"'),
        ),
      },
      at: [
        [RFC, 'Status quo, hourly batch (`batch`)'],
        [MATRIX, 'spark-hourly'],
      ],
      also: ['X-05', 'X-07'],
    },
  ]);

  describeRule(scoreTable, [
    {
      name: 'a total in the RFC',
      change: { [RFC]: swap('| 4.05 |', '| 4.15 |') },
      at: [[RFC, '4.15']],
      related: [[MATRIX, '4.05']],
    },
    {
      name: 'a total in the matrix is wrong, and the RFC quotes what its scores give (TM-03 tells)',
      change: {
        [RFC]: swap('| 4.40 |', '| 4.41 |'),
        [MATRIX]: swap('weighted_total: 4.40', 'weighted_total: 4.43'),
      },
      at: [[RFC, '4.41']],
      related: [[MATRIX, '4.43']],
      also: ['examples/part1-design-doc/tradeoff-matrix.yaml TM-03'],
    },
    {
      name: 'a score in the RFC',
      change: { [RFC]: swap('| 5 | 4 | 4 | 5 | 3 | 2 | 4 |', '| 5 | 4 | 4 | 4 | 3 | 2 | 4 |') },
      at: [[RFC, '4']],
      related: [[MATRIX, '5']],
    },
    {
      name: 'a weight in the head of a column',
      change: { [RFC]: swap('C3 five-year TCO (20)', 'C3 five-year TCO (25)') },
      at: [[RFC, 'C3 five-year TCO (25)']],
      related: [[MATRIX, '20']],
    },
  ]);

  describeRule(oneDecision, [
    {
      name: 'the ADR chooses another option',
      change: {
        [ADR_1]: swap('Chosen option: Kafka on MSK (`kafka-msk`)', 'Chosen option: Kinesis (`kinesis`)'),
      },
      at: [[ADR_1, 'Kinesis (`kinesis`)']],
      related: [[RFC, '`kafka-msk`']],
    },
    {
      name: 'the consensus adopts another option',
      change: { [CONSENSUS]: swap('We adopt Kafka on MSK (`kafka-msk`)', 'We adopt Kinesis (`kinesis`)') },
      at: [[CONSENSUS, '`kinesis`']],
      related: [[RFC, '`kafka-msk`']],
    },
    {
      name: 'the RFC strays from both and from its matrix (X-01 tells)',
      change: { [RFC]: DECIDES_KINESIS },
      at: [],
      also: ['X-01', 'examples/part1-design-doc/RFC-042-streaming-migration.md RFC-07'],
    },
    {
      name: 'RFC and matrix agree against ADR and consensus',
      change: {
        [RFC]: DECIDES_KINESIS,
        [MATRIX]: swap('recommendation: kafka-msk', `${OVERRIDE}recommendation: kinesis`),
      },
      at: [[RFC, '`kinesis`']],
      related: [[ADR_1, 'Kafka on MSK (`kafka-msk`)']],
      also: ['X-01', 'examples/part1-design-doc/RFC-042-streaming-migration.md RFC-07'],
    },
  ]);

  describeRule(scorecardEqualsMatrix, [
    {
      name: 'a score of the card',
      change: { [CARD_1]: swap('score: 4', 'score: 3', '- id: kinesis') },
      at: [[CARD_1, '3']],
      related: [[MATRIX, '4']],
      also: [
        'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml TM-03',
        'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml TM-08',
      ],
    },
    {
      name: 'a weight of the card',
      change: { [CARD_1]: swap('weight: 15', 'weight: 14') },
      at: [[CARD_1, '14']],
      related: [[MATRIX, '15']],
      also: [
        'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml TM-01',
        'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml TM-03 not-evaluated',
        'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml TM-04 not-evaluated',
        'examples/part2-adr-catalog/scorecards/adr-001-scorecard.yaml TM-08 not-evaluated',
      ],
    },
    {
      name: 'the name of a criterion',
      change: { [CARD_1]: swap('name: "Operations load"', 'name: "Toil"') },
      at: [[CARD_1, 'Toil']],
      related: [[MATRIX, 'Operations load']],
    },
    {
      name: 'the matrix changes and the card does not',
      change: { [MATRIX]: swap('score: 3', 'score: 2', '- id: batch') },
      at: [[CARD_1, '3']],
      related: [[MATRIX, '2']],
      also: ['X-03', 'X-06', 'examples/part1-design-doc/tradeoff-matrix.yaml TM-03'],
    },
    {
      name: 'a score in the table of the ADR',
      change: { [ADR_1]: swap('| `batch` | 1 |', '| `batch` | 2 |') },
      at: [[ADR_1, '2']],
      related: [[CARD_1, '1']],
    },
    {
      name: 'the card scores another set of options than the matrix it cites by id',
      change: {
        [CARD_1]: all(
          swap('x-cites: RFC-042', 'x-cites: TM-RFC-042'),
          swap('- id: batch', '- id: noria'),
          swap('"Status quo: hourly batch on Spark"', 'Noria'),
        ),
      },
      at: [
        [CARD_1, 'SC-ADR-001'],
        [CARD_1, 'noria'],
      ],
      also: ['X-06'],
    },
  ]);
});
