import { expect, it } from 'vitest';
import { kitBlocks, mutate, remove, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { incidentTimeline } from '.';

const FILE = 'examples/part4-postmortem/timeline.yaml';
const SCENARIO = 'scenarios/incident_scenario.json';

/** The entry of 09:25 stands above the one of 09:20. */
const exchanged = (text: string) =>
  text.replace(
    /( {2}- t: "2024-03-12T09:20Z"[\s\S]*?)( {2}- t: "2024-03-12T09:25Z"[\s\S]*?)(?= {2}- t:)/,
    '$2$1',
  );

describeWorkedExample(FILE, incidentTimeline, [
  ['TL-01', exchanged, ['2024-03-12T09:20Z']],
  ['TL-01', swap('t: "2024-03-12T11:48Z"', 't: "11:48Z"'), ['11:48Z'], { also: ['X-31 not-evaluated'] }],
  [
    'TL-01',
    swap(
      'order-enricher filters the first record whose amount reads as null',
      'checkout-service 4.18.0 takes 5 % of traffic and its instances write v8',
    ),
    ['checkout-service 4.18.0 takes 5 % of traffic and its instances write v8'],
  ],
  ['TL-02', swap('kind: declaration', 'kind: action'), ['entries']],
  ['TL-02', swap('kind: comms', 'kind: resolution'), ['resolution']],
  ['TL-03', swap('impact_min: 365', 'impact_min: 360'), ['360']],
  ['TL-03', swap('  time_to_recover_min: 405\n', ''), ['derived']],
  [
    'TL-04',
    swap('scenario_ref: "TKT-01"', 'scenario_ref: "TKT-02"'),
    ['TKT-02'],
    { also: ['X-31 not-evaluated'] },
  ],
  [
    'TL-04',
    swap('scenario_ref: "LOG-enr-03"', 'scenario_ref: "LOG-enr-99"'),
    ['LOG-enr-99'],
    { also: ['X-31 not-evaluated'] },
  ],
  [
    'TL-04',
    swap('"ref": "TKT-01"', '"ref": "TKT-99"'),
    ['TKT-01'],
    { also: ['X-31 not-evaluated', 'examples/part4-postmortem/impact-assessment.yaml DAT-02'], in: SCENARIO },
  ],
  ['TL-05', swapAll(/kind: (?:signal|belief)/g, 'kind: change'), ['detection']],
  ['TL-06', swapAll('kind: red-herring', 'kind: change'), ['entries']],
]);

it('a wrong duration comes with the right one and the two moments', () => {
  const { report } = mutate(FILE, swap('time_to_resolve_min: 855', 'time_to_resolve_min: 850'));
  const finding = report.findings.find((f) => f.id === 'TL-03');
  expect(finding?.fix?.edits.map((edit) => edit.insert)).toEqual(['855']);
  expect(finding?.related.map((place) => place.message)).toEqual(['impact-start', 'resolution']);
});

it('an entry that cites the wrong record is offered those of its minute', () => {
  const { report } = mutate(FILE, swap('scenario_ref: "TKT-01"', 'scenario_ref: "TKT-02"'));
  expect(report.findings.find((f) => f.id === 'TL-04')?.hint).toContain('TKT-01');
});

it('without a scenario nobody can look the records up', () => {
  const { report } = remove(SCENARIO, FILE);
  expect(report.criteria.find((c) => c.id === 'TL-04')?.verdict).toBe('not-evaluated');
});

it('the preview tells the durations, the two days and the responders', () => {
  const captions = kitBlocks(FILE).flatMap((block) => (block.kind === 'table' ? (block.caption ?? '') : []));
  expect(captions).toEqual([
    'How long it took, in minutes',
    '2024-03-11, times in UTC',
    '2024-03-12, times in UTC',
    'Responders',
  ]);
});
