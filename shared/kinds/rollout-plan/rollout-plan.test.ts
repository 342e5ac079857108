import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { rolloutPlan } from '.';

const FILE = 'examples/part1-design-doc/rollout-plan.yaml';

describeWorkedExample(FILE, rolloutPlan, [
  [
    'RO-01',
    swap('start: "2024-01-22"', 'start: "2024-01-19"'),
    ['2024-01-19'],
    { rules: [['X-14', '2024-01-19']] },
  ],
  ['RO-02', swap('threshold: "72 MB/s"', 'threshold: "as agreed"'), ['as agreed']],
  [
    'RO-03',
    (text) => text.replaceAll(/[Dd]ecommission|[Rr]etire\w*|[Ss]unset/g, 'tidy'),
    ['tidy batch'],
    { rules: [['X-14', 'tidy batch']] },
  ],
  ['RO-04', swap('    rollback_minutes: 30\n', ''), ['P0']],
  ['RO-05', swap('      - R-12\n', '      - R-21\n'), ['R-21'], { also: ['X-11'] }],
  [
    'RO-06',
    all(
      swapAll(/[Cc]ompleteness alert/g, 'gap alert'),
      swapAll(/order-line completeness burn rate/g, 'order-line burn rate'),
    ),
    ['order-line facts'],
  ],
  ['RO-07', swapAll(/new_end: "2024-05-31"/g, 'new_end: "2024-05-30"'), ['2024-05-31']],
]);
