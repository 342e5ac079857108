import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { reviewAgenda } from '.';

const FILE = 'examples/part3-architecture-review/review-agenda.md';

describeWorkedExample(FILE, reviewAgenda, [
  [
    'AG-01',
    swap('| 14:20 | 10 | Clarifying', '| 14:22 | 10 | Clarifying'),
    ['14:22', '14:30'],
    { also: ['X-24'] },
  ],
  ['AG-02', swap('decision_rule: captain', 'decision_rule: mood'), ['mood']],
  ['AG-03', swap('facilitator: Noor Halloran', 'facilitator: Ines Okonkwo-Vale'), ['Ines Okonkwo-Vale']],
  ['AG-04', swap('question read aloud once', 'question'), ['question']],
  [
    'AG-05',
    swapAll(/[Ss]ilent read|[Cc]larifying/g, 'Opening'),
    [
      "| 15:05 | 15 | Structured dissent round | Noor Halloran | every voter in turn, lowest score first | dissents in their authors' words |",
    ],
    { also: ['X-24'] },
  ],
  [
    'AG-06',
    swap('Structured dissent round', 'Round of the table'),
    ['## Agenda (all times UTC)'],
    { also: ['X-24'] },
  ],
  ['AG-07', swap('pre_read_sent: "2023-11-02"', 'pre_read_sent: "2023-11-06"'), ['2023-11-06']],
  [
    'AG-08',
    all(
      swap('| 14:00 | 5 |', '| 14:00 | 1 |'),
      swap('| 14:05 | 15 | Silent', '| 14:01 | 30 | Silent'),
      swap('| 14:20 | 10 |', '| 14:31 | 1 |'),
      swap('| 14:30 | 15 |', '| 14:32 | 13 |'),
    ),
    ['30'],
    { also: ['X-24'] },
  ],
  [
    'AG-09',
    swap('[escalation playbook](escalation-playbook.md)', 'escalation playbook'),
    ['## Decision rule and fallback'],
  ],
  [
    'AG-10',
    swap('Actions and close', 'Thanks'),
    ['| 15:27 | 3 | Thanks | Jasper Oyelaran | read back aloud | actions with owner and date |'],
    { also: ['X-24'] },
  ],
]);
