import { swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { decisionLog } from '.';

const FILE = 'examples/part2-adr-catalog/decision-log.md';
const TABLE =
  '| ID | Title | Status | Type | Date | Decider | Confidence | Supersedes | Superseded by | Revisit |';

describeWorkedExample(
  FILE,
  decisionLog,
  [
    ['DL-01', swapAll(/\| \[ADR-003\].*\n/g, ''), [TABLE], { also: ['X-19'] }],
    [
      'DL-02',
      swap('| accepted | Type 2 | 2023-11-13 |', '| proposed | Type 2 | 2023-11-14 |'),
      ['proposed', '2023-11-14'],
      { also: ['X-19'] },
    ],
    [
      'DL-03',
      swap('| Type 2 | 2023-11-13 | Dmitri Castellane |', '| Type 3 | 2023-11-13 | Dmitri Castellan |'),
      ['Type 3', 'Dmitri Castellan'],
      { also: ['X-22'] },
    ],
    [
      'DL-04',
      (text) =>
        text
          .slice(0, text.indexOf('## Reversed'))
          .concat('## Reversed or superseded\n\nADR-004 and ADR-011 were turned round.\n'),
      ['## Reversed or superseded'],
    ],
    ['DL-05', swap('due 2024-05-17', 'due 2024-03-17'), ['2024-03-17']],
    [
      'DL-06',
      swapAll(/\| medium \| \| \| 2024-11-08 \|/g, '| low | | | |'),
      ['[ADR-003](adr-003-flink-stream-processing.md)'],
      {
        rules: [
          ['X-19', '[ADR-003](adr-003-flink-stream-processing.md)'],
          ['X-19', 'low'],
        ],
      },
    ],
  ],
  ['DL-06'],
);
