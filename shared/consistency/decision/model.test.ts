import { describe, expect, it } from 'vitest';
import { all, kitRule, mutateForRule, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { costScore } from './x-06-cost-score';
import { optionsModelled } from './x-07-options-modelled';
import { modelRecomputes } from './x-08-model-recomputes';
import { quotedMoney } from './x-09-quoted-money';
import { tripwiresAtBreakEven } from './x-10-tripwires';

const MATRIX = 'examples/part1-design-doc/tradeoff-matrix.yaml';
const CARD_2 = 'examples/part2-adr-catalog/scorecards/adr-002-scorecard.yaml';
const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const ONE_PAGER = 'examples/part1-design-doc/RFC-042-one-pager.md';
const MODEL = 'examples/part2-adr-catalog/tco-5yr-model.yaml';
const SUMMARY = 'examples/part2-adr-catalog/tco-summary.md';
const PLAYBOOK = 'examples/part2-adr-catalog/objection-playbook.md';
const ADR_1 = 'examples/part2-adr-catalog/adr-001-kafka.md';
const ADR_2 = 'examples/part2-adr-catalog/adr-002-managed-kafka-msk.md';
const ADR_5 = 'examples/part2-adr-catalog/adr-005-retention-and-archive-tiers.md';
const ADR_8 = 'examples/part2-adr-catalog/adr-008-dual-run-phased-cutover.md';
const PRE_READ = 'examples/part3-architecture-review/pre-read.md';
const CONSENSUS = 'examples/part3-architecture-review/consensus-doc.md';
const REGISTER = 'examples/part3-architecture-review/dissent-register.yaml';

describe('the model over the worked kit', () => {
  describeRule(costScore, [
    {
      name: 'a score above its band',
      change: { [MATRIX]: swap('score: 4', 'score: 5', 'read limits') },
      at: [[MATRIX, '5']],
      also: [
        'X-03',
        'X-05',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-03',
        'examples/part1-design-doc/tradeoff-matrix.yaml TM-08',
      ],
    },
    {
      name: 'a score below its band',
      change: { [MATRIX]: swap('score: 3', 'score: 2', 'Landing-zone') },
      at: [[MATRIX, '2']],
      also: ['X-03', 'X-05', 'examples/part1-design-doc/tradeoff-matrix.yaml TM-03'],
    },
    {
      name: 'bands of the anchor note that the scores do not follow',
      change: { [MATRIX]: swap('≤ 7.5 % → 4', '≤ 3.5 % → 4') },
      at: [[MATRIX, '4']],
    },
    {
      name: 'an option without a price, and not a word about it',
      change: { [CARD_2]: swap('Not modelled; its bill is small', 'Its bill is small') },
      at: [[CARD_2, 'Its bill is small today and would rise once it carried 24 MB/s']],
    },
  ]);

  describeRule(optionsModelled, [
    {
      name: 'a scored option has no price',
      change: {
        [MODEL]: all(
          swap('- id: batch\n', '- id: nightly\n'),
          swap('name: "Hourly Spark batch (status quo)"', 'name: "Old jobs"'),
        ),
      },
      at: [
        [MATRIX, 'batch'],
        [MODEL, 'nightly'],
      ],
      also: [
        'X-06',
        'X-09',
        'examples/part2-adr-catalog/objection-playbook.md OP-05',
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-05',
      ],
    },
    {
      name: 'a priced option that no ADR names',
      change: {
        [MODEL]: all(
          swap('- id: kafka-self-managed', '- id: redpanda'),
          swap('name: "Kafka on our own EC2"', 'name: "Redpanda"'),
        ),
      },
      at: [[MODEL, 'redpanda']],
    },
  ]);

  describeRule(modelRecomputes, [
    {
      name: 'an NPV of a sensitivity row',
      change: { [MODEL]: swap('kinesis: 4906501', 'kinesis: 4906503') },
      at: [[MODEL, '4906503']],
      also: ['X-09', 'examples/part2-adr-catalog/objection-playbook.md OP-05'],
    },
    {
      name: 'the winner at one end',
      change: { [MODEL]: swap('winner_low: kinesis', 'winner_low: batch') },
      at: [[MODEL, 'batch']],
    },
    {
      name: 'the base of a row is not the one of the model',
      change: { [MODEL]: swap('base: 0.4', 'base: 0.5', 'compression ratio (a_comp)') },
      at: [[MODEL, '0.5']],
    },
    {
      name: 'a row that turns nothing of the model',
      change: { [MODEL]: swap('"discount rate (meta.discount_rate)"', '"discount rate"') },
      at: [[MODEL, 'discount rate']],
    },
    {
      name: 'a switch that the row was computed with',
      change: { [MODEL]: swap('x-with: {a_tiered: 1}', 'x-with: {a_tiered: 0}') },
      at: [[MODEL, '4105367']],
    },
    {
      name: 'a cell (TCO-04 tells)',
      change: { [MODEL]: swap('[44150, 66226', '[44150, 66236') },
      at: [],
      also: [
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-02',
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-04',
      ],
    },
    {
      name: 'a total (TCO-02 tells)',
      change: { [MODEL]: swap('[1624461, 749299', '[1624461, 749399') },
      at: [],
      also: [
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-02',
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-03',
      ],
    },
    {
      name: 'an NPV (TCO-03 tells)',
      change: { [MODEL]: swap('npv: 4182509', 'npv: 4182905') },
      at: [],
      also: ['examples/part2-adr-catalog/tco-5yr-model.yaml TCO-03'],
    },
    {
      name: 'a break-even (TCO-07 tells)',
      change: { [MODEL]: swap('value: 13\n', 'value: 20\n') },
      at: [],
      also: ['examples/part2-adr-catalog/tco-5yr-model.yaml TCO-07'],
    },
    {
      name: 'an assumption that all rests on (TCO-04 tells)',
      change: { [MODEL]: swap('value: 0.3', 'value: 0.2') },
      at: [],
      also: [
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-04',
        'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-07',
      ],
    },
  ]);

  describeRule(quotedMoney, [
    {
      name: 'digits that changed places in a table',
      change: { [RFC]: swap('| $5,155,727 | $4,182,509 |', '| $5,155,727 | $4,182,059 |') },
      at: [[RFC, '$4,182,059']],
      related: [[MODEL, '4182509']],
    },
    {
      name: 'total and NPV exchanged in a row',
      change: { [ADR_1]: swap('| $5,404,854 | $4,337,069 |', '| $4,337,069 | $5,404,854 |') },
      at: [
        [ADR_1, '$4,337,069'],
        [ADR_1, '$5,404,854'],
      ],
      related: [[MODEL, '5404854']],
    },
    {
      name: 'two years exchanged in a row',
      change: { [RFC]: swap('| $942,786 | $1,470,480 |', '| $1,470,480 | $942,786 |') },
      at: [
        [RFC, '$1,470,480'],
        [RFC, '$942,786'],
      ],
    },
    {
      name: 'the NPV of another option in a table',
      change: { [CONSENSUS]: swap('| 4.05 | $4,337,069 |', '| 4.05 | $4,628,249 |') },
      at: [[CONSENSUS, '$4,628,249']],
      related: [[MODEL, '4337069']],
    },
    {
      name: 'the migration of another option in a table',
      change: { [PRE_READ]: swap('$827,163', '$952,563') },
      at: [[PRE_READ, '$952,563']],
      related: [[MODEL, '827163']],
    },
    {
      name: 'a rounding that does not hold',
      change: { [ONE_PAGER]: swap('| $952,563 | $5,155,727 |', '| $0.96M | $5.16M |') },
      at: [[ONE_PAGER, '$0.96M']],
    },
    {
      name: 'a number without a sign in a table of totals',
      change: { [SUMMARY]: swap('| 749,299 | 816,718 |', '| 749,299 | 816,728 |') },
      at: [[SUMMARY, '816,728']],
      related: [[MODEL, '816718']],
    },
    {
      name: 'a difference in prose',
      change: { [PLAYBOOK]: swap('$154,560', '$154,660') },
      at: [[PLAYBOOK, '$154,660']],
      also: ['examples/part2-adr-catalog/objection-playbook.md OP-05'],
    },
    {
      name: 'a case of the sensitivity block in prose',
      change: { [ADR_5]: swap('$4,384,001', '$4,348,001') },
      at: [[ADR_5, '$4,348,001']],
      related: [[MODEL, '4384001']],
    },
    {
      name: 'a line in prose',
      change: { [ADR_2]: swap('$44,150', '$44,550') },
      at: [[ADR_2, '$44,550']],
      related: [[MODEL, '44150']],
    },
    {
      name: 'the NPV of another option right beside one in prose',
      change: { [PLAYBOOK]: swap('batch is at $5,100,071', 'batch is at $4,906,501') },
      at: [[PLAYBOOK, '$4,906,501']],
      also: ['examples/part2-adr-catalog/objection-playbook.md OP-05'],
    },
    {
      name: 'a sum that the model works out beside',
      change: { [MODEL]: swap('total: 35333', 'total: 36333') },
      at: [
        [ADR_8, '$35,333'],
        [ADR_8, '$35,333'],
      ],
      related: [[MODEL, '36000']],
    },
  ]);

  describeRule(tripwiresAtBreakEven, [
    {
      name: 'the break-even moves',
      change: { [MODEL]: swap('value: 2.15', 'value: 2.14') },
      at: [[CONSENSUS, 'TW-02']],
      also: ['X-08', 'examples/part2-adr-catalog/tco-5yr-model.yaml TCO-07'],
    },
    {
      name: 'the threshold of the RFC',
      change: { [RFC]: swap('| > 2.15 FTE |', '| > 2.25 FTE |') },
      at: [[RFC, 'TW-02']],
    },
    {
      name: 'the threshold of the consensus',
      change: { [CONSENSUS]: swap('| > 2.15 FTE |', '| > 2.3 FTE |') },
      at: [[CONSENSUS, 'TW-02']],
      related: [[MODEL, '2.15']],
    },
    {
      name: 'the threshold of the register',
      change: { [REGISTER]: swap('"> 2.15 FTE"', '"> 2.5 FTE"') },
      at: [[REGISTER, 'TW-02']],
    },
    {
      name: 'the threshold in the text of an ADR',
      change: { [ADR_1]: swap('`> 2.15 FTE`', '`> 2.3 FTE`') },
      at: [[ADR_1, '2.3 FTE']],
    },
    {
      name: 'only the ADR still calls it a break-even',
      change: {
        [MODEL]: swap('the number behind TW-02; MSK', 'MSK'),
        [ADR_2]: swap('`> 2.15 FTE`', '`> 2.3 FTE`'),
      },
      at: [[ADR_2, '2.3 FTE']],
    },
  ]);
});

it('judges most of the money of the kit', () => {
  expect(kitRule('X-09').evidence.length).toBeGreaterThan(150);
});

it('a figure that the model states wrongly is the model’s own finding: text that quotes the right one is left alone', () => {
  const { failing } = mutateForRule('X-09', { [MODEL]: swap('npv: 4182509', 'npv: 4182905') });
  expect(failing).not.toContain('X-09');
  expect(failing).toContain(`${MODEL} TCO-03`);
});
