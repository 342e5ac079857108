import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll, without } from '../worked-example.test-support';
import { escalationPlaybook } from '.';

const HEADER = '| Level | Decider | Entry condition | Acknowledge within | Decide within | Output | Appeal |';
const L3 = '| L3 | Marisol Hartwell with Halvard Osei | L2 clock';

describeWorkedExample('examples/part3-architecture-review/escalation-playbook.md', escalationPlaybook, [
  ['ESC-01', swap('| L2 | Dmitri Castellane |', '| L2 | senior leadership |'), ['senior leadership']],
  ['ESC-01', all(swap('\n| L2 | Dmitri', '\n\n| L2 | Dmitri')), [HEADER], { also: ['X-28'] }],
  [
    'ESC-01',
    swap(HEADER, HEADER.replace('Decider', 'Room')),
    ['## Ladder'],
    { also: ['X-28 not-evaluated'], because: ['ESC-02', 'ESC-05', 'ESC-06'] },
  ],
  ['ESC-02', swap('| 1 day | 3 days | final', '| soon | 3 days | final'), ['soon']],
  ['ESC-02', swap(L3, '| L3 | Kofi Darrow | L2 clock'), ['Kofi Darrow'], { also: ['X-28'] }],
  ['ESC-03', swapAll(/- Default at .*\n/g, ''), ['## Clock rules']],
  [
    'ESC-03',
    all(
      swapAll(/- Default at L0 .*\n/g, ''),
      swap(
        'if no decision stands after 3 days, the status quo stays, the facilitator records it, and',
        'after 3 days',
      ),
      swap('the proposal may come back only with new evidence', 'all is settled'),
    ),
    ['Default at L3: after 3 days all is settled.'],
  ],
  [
    'ESC-04',
    swap('5. Cost of delay: what waits, who waits, what one more week costs.', '5. Slides.'),
    ['## How to write it'],
  ],
  [
    'ESC-05',
    swap('two rounds of written comments, objection still open', 'objection still open'),
    ['objection still open'],
  ],
  ['ESC-06', swap('| 1 day | 3 days | final', '| 1 day | 6 days | final'), ['6 days'], { also: ['X-28'] }],
  ['ESC-07', swapAll(/2023-10-(?:1[789]|2[34])(?:T\d\d:\d\dZ)?(?= \|)/g, 'one day'), ['## Worked example']],
  ['ESC-08', swapAll(/- (?:Hallway reversal|Forum shopping|Silent veto): .*\n/g, ''), ['## Anti-patterns']],
  ['ESC-08', without('Anti-patterns'), ['# Escalation playbook']],
  [
    'ESC-09',
    swapAll('[diagrams/escalation-ladder.mmd](diagrams/escalation-ladder.mmd)', 'the folder'),
    ['## Ladder'],
    { also: ['X-15', 'examples/part3-architecture-review/diagrams/escalation-ladder.mmd DG-06'] },
  ],
]);
