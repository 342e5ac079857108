import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll, without } from '../worked-example.test-support';
import { disagreeCommit } from '.';

const TITLE = '# House rules for disagreeing and committing';
const TYPE_2 =
  '| Type 2 | 3 written positions, one from a team that carries the work | comments on the ADR, no meeting | 2 days |';

describeWorkedExample('examples/part3-architecture-review/disagree-and-commit-framework.md', disagreeCommit, [
  [
    'DAC-01',
    swap(' Example: "I would rather work with Kinesis, I know its console."', ''),
    ['A **preference** says which option a person likes. It changes nothing unless it comes with a harm.'],
  ],
  ['DAC-01', without('Definitions'), [TITLE]],
  [
    'DAC-02',
    all(
      swap('Integrate, 4 min.', 'Integrate.'),
      swap('Decide, 3 min.', 'Decide.'),
      swap('Commit, 3 min.', 'Commit.'),
    ),
    [
      'Integrate. The author says which objections change the proposal or become a condition.',
      'Decide. The captain says yes, no or yes with conditions, and names the objections he decides over.',
      'Commit. Owners and dates are read back; whoever disagrees says aloud what they will do.',
    ],
  ],
  [
    'DAC-03',
    swap('- Leaves the tripwire alone.', '- Leaves the tripwire alone, in a spirit of trust.'),
    ['spirit'],
  ],
  [
    'DAC-03',
    all(
      swap('- Does the assigned work', '- Good work'),
      swap('- Explains the decision', '- Loyalty to the decision'),
      swap('- Reports a sign', '- Attention to a sign'),
    ),
    ['Good work on the agreed date, to the standard they hold for work they voted for.'],
  ],
  [
    'DAC-04',
    all(
      swap('Build a tripwire with them', 'Build a measure with them'),
      swap('Check that the tripwire can', 'Check that the measure can'),
    ),
    ['## What the captain owes dissenters'],
  ],
  [
    'DAC-05',
    swap(TYPE_2, TYPE_2.replace('| 2 days |', '| the same |')),
    [TYPE_2.replace('| 2 days |', '| the same |')],
  ],
  ['DAC-06', swapAll(/- (?:Opening a|Turning a|Facilitator, when) .*\n/g, ''), ['## Scripts']],
  ['DAC-07', without('When commit ends'), [TITLE]],
]);
