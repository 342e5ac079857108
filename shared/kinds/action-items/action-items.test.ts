import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { actionItems } from '.';

const FILE = 'examples/part4-postmortem/action-items.yaml';

describeWorkedExample(FILE, actionItems, [
  [
    'ACT-01',
    swap('owner: Odalys Petrov', 'owner: Odalys Petrow'),
    ['Odalys Petrow'],
    { also: ['X-22', 'X-38'] },
  ],
  ['ACT-01', swap('due: "2024-03-29"', 'due: "2024-03-12"'), ['2024-03-12'], { also: ['X-29', 'X-38'] }],
  [
    'ACT-02',
    all(swap('level: eliminate', 'level: guardrail'), swap('level: eliminate', 'level: guardrail')),
    ['items'],
    { also: ['X-38'] },
  ],
  ['ACT-03', swap('due: "2024-04-05"', 'due: "2024-05-05"'), ['2024-05-05'], { also: ['X-38'] }],
  ['ACT-04', swap('slo: SLO-03', 'slo: SLO-13'), ['SLO-13'], { also: ['X-34 not-evaluated', 'X-38'] }],
  [
    'ACT-05',
    swapAll(/verification: "Register a copy of order-line v8.*"/g, 'verification: "Odalys looks at it"'),
    ['Odalys looks at it'],
  ],
  [
    'ACT-06',
    swapAll(/expected_effect: "A registry that refuses.*"/g, 'expected_effect: "Fewer lost events"'),
    ['Fewer lost events'],
  ],
  [
    'ACT-07',
    all(
      swap('level: guardrail', 'level: document', 'AI-08'),
      swap('level: guardrail', 'level: document', 'AI-09'),
    ),
    Array.from({ length: 5 }, () => 'document'),
    { also: ['X-38'] },
  ],
  [
    'ACT-08',
    swap('contributing_factors: [CF-02]', 'contributing_factors: [CF-01]'),
    ['items'],
    { also: ['X-34', 'X-38'] },
  ],
  [
    'ACT-09',
    swap('Publish the consumer inventory', 'Remind owners of the consumer inventory'),
    ['Remind'],
    { also: ['X-38'] },
  ],
  [
    'ACT-10',
    swapAll(/owner: (?:Yuki Brannigan|Rohan Vantreight)/g, 'owner: Yuki Brannigan'),
    ['Yuki Brannigan'],
    { also: ['X-38'] },
  ],
  ['ACT-11', swap('    effort_weeks: 1\n', ''), ['AI-01']],
]);
