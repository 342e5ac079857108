import { swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { dissentRegister } from '.';

const FILE = 'examples/part3-architecture-review/dissent-register.yaml';

describeWorkedExample(FILE, dissentRegister, [
  ['DIS-01', swap('person: LF', 'person: LX'), ['LX']],
  [
    'DIS-02',
    swapAll(
      /predicted_failure: MSK operations effort.*/g,
      'predicted_failure: It will all end badly for everybody in this room',
    ),
    ['It will all end badly for everybody in this room'],
  ],
  ['DIS-03', swap('threshold: "> 2.15 FTE"', 'threshold: "too much"'), ['too much']],
  [
    'DIS-04',
    swapAll(/response: The staffing point.*/g, 'response: Noted with thanks'),
    ['Noted with thanks'],
  ],
  ['DIS-05', swap('    outcome_date: "2024-03-12"\n', ''), ['vindicated']],
  ['DIS-06', swap('    alert_id: ALR-pii-scan-raw\n', ''), ['TW-03']],
]);
