import { expect, it } from 'vitest';
import { all, mutate, remove, swap } from '../kit-fixture.test-support';
import { describeWorkedExample, swapAll } from '../worked-example.test-support';
import { sloDefinitions } from '.';

const FILE = 'examples/part4-postmortem/slo-definitions.yaml';
const POLICY = 'examples/part4-postmortem/error-budget-policy.md';
const LINKS = Array.from({ length: 6 }, () => 'error-budget-policy.md');

describeWorkedExample(FILE, sloDefinitions, [
  [
    'SLD-01',
    swap(
      'Order-line lifecycle events accepted by event-gateway, counted once per event id',
      'Everything that the gateway has accepted',
    ),
    ['Everything that the gateway has accepted'],
  ],
  ['SLD-02', swap('target: 0.9995', 'target: 99.95'), ['99.95']],
  ['SLD-02', swap('budgetingMethod: Occurrences', 'budgetingMethod: Minutes'), ['Minutes']],
  ['SLD-03', swap('dimension: correctness', 'dimension: coverage'), ['slos']],
  ['SLD-04', swap('short_window: "5m"', 'short_window: "30m"'), ['30m']],
  [
    'SLD-04',
    all(swap('burn_rate: 14.4', 'burn_rate: 1'), swap('budget_pct: 2.14', 'budget_pct: 0.15')),
    ['1'],
  ],
  ['SLD-05', swap('owner: Imani Rusk', 'owner: Imani Rask'), ['Imani Rask'], { also: ['X-22'] }],
  ['SLD-05', swap('      - "Ads Revenue"\n      - "Grocer Insights"\n', ''), ['consumers']],
  ['SLD-06', swap('budget_pct: 5.36', 'budget_pct: 5.63'), ['5.63']],
  ['SLD-06', swap('budget_pct: 2.14', 'budget_pct: 2.0'), ['2.0']],
  [
    'SLD-07',
    swapAll(/rationale: "A wrong amount .*"/g, 'rationale: "Wrong amounts are bad."'),
    ['Wrong amounts are bad.'],
  ],
  [
    'SLD-08',
    swap(', by the page log in Ledgerline', ', as the pager counts them'),
    ['Completeness page events acknowledged by on-call within 15 min, as the pager counts them'],
  ],
  ['SLD-09', swap('budget_policy: error-budget-policy.md', 'budget_policy: policy.md'), ['policy.md']],
  [
    'SLD-09',
    all(swapAll(/freeze|froze|halt/gi, 'talk')),
    LINKS,
    { also: ['examples/part4-postmortem/error-budget-policy.md DOC-01'], in: POLICY },
  ],
]);

it('a share that is wrong comes with the right one', () => {
  const { report } = mutate(FILE, swap('budget_pct: 2.14', 'budget_pct: 2.41'));
  const fix = report.findings.find((f) => f.id === 'SLD-06')?.fix;
  expect(fix?.edits.map((e) => e.insert)).toEqual(['2.14']);
});

it('a window without fixed length leaves the shares undecided', () => {
  const { report } = mutate(FILE, swap('duration: "28d"', 'duration: "1M"'));
  expect(report.criteria.find((c) => c.id === 'SLD-06')?.verdict).toBe('not-evaluated');
});

it('a policy that is gone is told at every objective', () => {
  const { findings } = remove(POLICY, FILE);
  expect(findings.map((f) => [f.id, f.text])).toEqual(LINKS.map((link) => ['SLD-09', link]));
});
