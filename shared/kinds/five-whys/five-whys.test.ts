import { swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll, without } from '../worked-example.test-support';
import { fiveWhys } from '.';

const TITLE = '# Five whys for INC-2024-0312, three chains';
const FACTORS = 'examples/part4-postmortem/contributing-factors.yaml';

describeWorkedExample('examples/part4-postmortem/five-whys.md', fiveWhys, [
  ['FW-01', swapAll(/- Why 4: With no instrument .*\n/g, ''), ['## Chain B: the silence']],
  [
    'FW-02',
    swap('What made BACKWARD the mode', 'What made Odalys Petrov choose the mode'),
    ['Odalys Petrov'],
  ],
  [
    'FW-02',
    swap('is 4 h and no replayable', 'is 4 h through human error and no replayable'),
    ['human error'],
  ],
  [
    'FW-03',
    swap('Evidence: QRY-06, CHAT-45', 'Evidence: the review agreed'),
    ['Evidence: the review agreed'],
  ],
  [
    'FW-04',
    swap('Actionable at: CF-07, CF-06', 'Actionable at: once'),
    ['Actionable at: once'],
    { also: ['X-36 not-evaluated'] },
  ],
  [
    'FW-04',
    swap('Actionable at: CF-03, CF-04', 'Actionable at: CF-03, CF-44'),
    ['CF-44'],
    { also: ['X-36 not-evaluated'] },
  ],
  [
    'FW-04',
    swap('id: CF-06', 'id: CF-16'),
    ['CF-06'],
    {
      also: [
        'X-34 not-evaluated',
        'X-36',
        'examples/part4-postmortem/action-items.yaml ACT-04',
        'examples/part4-postmortem/action-items.yaml ACT-08',
      ],
      in: FACTORS,
    },
  ],
  [
    'FW-05',
    swap(
      'What made BACKWARD the mode for commerce topics? — because ADR-004 assumed that consumers upgrade first, the one order in which that mode is safe',
      'Who paid for lunch? — because consumers upgrade first, an assumption',
    ),
    ['Why 4: Who paid for lunch? — because consumers upgrade first, an assumption'],
  ],
  [
    'FW-06',
    swapAll(/- Broker 3 patch: ruled out because .*/g, '- Broker 3 patch: not it.'),
    ['Broker 3 patch: not it.'],
  ],
  ['FW-06', without('Branches considered'), [TITLE]],
  ['FW-07', without('Limits of this method'), [TITLE]],
]);
