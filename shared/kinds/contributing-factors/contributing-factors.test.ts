import { all, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { contributingFactors } from '.';

describeWorkedExample(
  'examples/part4-postmortem/contributing-factors.yaml',
  contributingFactors,
  [
    ['CTF-01', swapAll('kind: detection', 'kind: mitigation'), ['factors']],
    [
      'CTF-01',
      swapAll(/category: ".*"/g, 'category: "Measurement"'),
      ['factors'],
      { also: ['examples/part4-postmortem/INC-2024-0312-postmortem.md PM-07'] },
    ],
    ['CTF-02', swap('LOG-enr-02, ADR-004]', 'LOG-enr-02, ADR-044]'), ['ADR-044']],
    [
      'CTF-02',
      swap('evidence: [LOG-enr-03, QRY-05, MET-04]', 'evidence: [incident-notes.md]'),
      ['incident-notes.md'],
    ],
    ['CTF-03', swap('actions: [AI-09]', 'actions: []'), ['[]'], { also: ['X-34 not-evaluated'] }],
    [
      'CTF-04',
      swap('"Two consumers of order-line', '"Odalys Petrov kept two consumers of order-line'),
      ['Odalys Petrov'],
    ],
    [
      'CTF-04',
      swap('It increments one counter', 'It should have paged; it increments one counter'),
      ['should have'],
    ],
    ['CTF-05', swapAll(/ {6}events_avoided: .*\n/g, ''), ['factors']],
    [
      'CTF-06',
      swap('where: "R-03, scored 15 and critical, in risk-register.json"', 'where: "It was talked about"'),
      ['It was talked about'],
    ],
    [
      'CTF-07',
      all(
        swap('title: "Compatibility direction', 'title: "No compatibility direction'),
        swap('title: "A null amount', 'title: "Lack of a null amount'),
        swap('title: "Alerts follow', 'title: "Missing alerts follow'),
        swap('title: "The trigger', 'title: "No trigger'),
        swap('title: "Two consumers of order-line facts were on no list"', 'title: "Absence of a list"'),
      ),
      [
        'No compatibility direction protects new readers, while running readers meet new data',
        'Lack of a null amount means cart preview, and the filter keeps no account',
        'Missing alerts follow lag, freshness and errors, and none follows completeness',
        'No trigger of R-03 is a sentence in a register',
        'Absence of a list',
      ],
    ],
  ],
  // Records of the scenario can be looked up once its kind states them.
  ['CTF-02'],
);
