import { swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { qualityScenarios } from '.';

describeWorkedExample(
  'examples/part3-architecture-review/quality-attribute-scenarios.yaml',
  qualityScenarios,
  [
    [
      'QA-C1',
      swap('measure: 24 h of order-line replayed in at most 24 h', 'measure: The replay is quick enough'),
      ['The replay is quick enough'],
    ],
    ['QA-C1', swap('    environment: Steady state from year 2, migration paid for\n', ''), ['QA-05']],
    ['QA-C2', swap('difficulty: H', 'difficulty: M', 'id: QA-04'), ['scenarios']],
    [
      'QA-C2',
      swapAll(
        /attribute: (?:availability|operability|security|cost|modifiability)\n/g,
        'attribute: performance\n',
      ),
      ['scenarios'],
    ],
    ['QA-C3', swap('risk: R-03\n', 'risk: R-77\n'), ['R-77']],
    ['QA-C3', swap('    verdict: risk\n', '', 'id: QA-04'), ['QA-04']],
    [
      'QA-C4',
      swap('performance against cost: a shorter', 'freshness against money: a shorter'),
      [
        'freshness against money: a shorter buffering window is fresher and writes more, smaller files that cost more to keep and to query',
      ],
    ],
    ['QA-C4', swapAll(/ {4}sensitivity_point: (?:Compat|Reten).*\n/g, ''), ['scenarios']],
    [
      'QA-C5',
      swapAll(/stimulus: (?:A producer schema|The same order).*/g, 'stimulus: Something changes'),
      ['scenarios'],
    ],
    ['QA-C6', swap('      - QA-04\n      - QA-06', '      - QA-04'), ['scenarios']],
    ['QA-C6', swap('      - QA-06', '      - QA-66'), ['QA-66']],
  ],
);
