import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { fishbone } from '.';

const HEAD = 'head["5,367,722 events dropped in 365 min on 2024-03-12"]';
const more = (from: number, count: number, label: string) =>
  Array.from({ length: count }, (_, i) => `      x${from + i}["${label}"]\n`).join('');

describeWorkedExample('examples/part4-postmortem/diagrams/fishbone.mmd', fishbone, [
  [
    'FB-01',
    swapAll(/ {6}cf07\[.*\n/g, ''),
    ['architecture["Architecture and dependencies"]'],
    { rules: [['X-36', HEAD]] },
  ],
  [
    'FB-01',
    swapAll(/ {6}(?:cf0[2489]|h[12])\[.*\n/g, ''),
    [HEAD, 'environment["Environment and timing"]'],
    { rules: [['X-36', HEAD]] },
  ],
  [
    'FB-02',
    swap('5,367,722 events dropped in 365 min on 2024-03-12', 'Events dropped on 2024-03-12'),
    ['head["Events dropped on 2024-03-12"]'],
  ],
  ['FB-03', swap('H: broker patch', 'Broker patch'), ['h1["Broker patch delayed diagnosis"]']],
  [
    'FB-04',
    swap('Organisation and communication', 'People and communication'),
    ['organisation["People and communication"]'],
  ],
  [
    'FB-05',
    all(swap('CF-05:', 'H:'), swap('CF-09:', 'H:')),
    [
      'cf05["H: rollout judged on producer metrics, change classed additive by rule"]',
      'h2["H: maintenance noise trained people to ignore warehouse alerts"]',
      'cf09["H: end of a promotion made low numbers plausible"]',
      'h1["H: broker patch delayed diagnosis"]',
    ],
    { rules: [['X-36', HEAD]] },
  ],
  ['FB-06', (text) => `${text}${more(0, 13, 'CF-09: again')}`, ['x12["CF-09: again"]']],
]);
