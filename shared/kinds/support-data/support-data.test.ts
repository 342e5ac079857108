import { expect, it } from 'vitest';
import { expectBreaks } from '../broken-criterion.test-support';
import { all, kitBlocks, swap } from '../kit-fixture.test-support';
import { describeWorkedFiles, swapAll } from '../worked-example.test-support';
import { supportData } from '.';

const CAPACITY = 'examples/part1-design-doc/capacity-plan.yaml';
const STANCES = 'examples/part1-design-doc/stakeholder-map.yaml';
const COMMENTS = 'examples/part1-design-doc/review-comments.yaml';
const ACTIONS = 'examples/part3-architecture-review/review-action-items.yaml';
const IMPACT = 'examples/part4-postmortem/impact-assessment.yaml';
const RACI = 'examples/part3-architecture-review/raci-matrix.yaml';
const PLAN = 'examples/part1-design-doc/rollout-plan.yaml';

describeWorkedFiles(
  supportData,
  {
    [CAPACITY]: [
      ['DAT-01', swap('partitions: 96', 'partitions: "96"'), ['96']],
      ['DAT-01', swap('  - 15\n', ''), ['- 6\n  - 9\n  - 9\n  - 12']],
      ['DAT-01', swap('headroom_pct: 120', 'headroom: 120'), ['id', 'headroom']],
      [
        'DAT-02',
        swap('owner: "Yuki Brannigan"', 'owner: "Yuki Branigan"'),
        ['Yuki Branigan'],
        { also: ['X-22'] },
      ],
    ],
    [STANCES]: [
      ['DAT-01', swap('frame: CTO', 'frame: CFO'), ['CFO']],
      ['DAT-02', swap('key: KD', 'key: KX'), ['KX']],
      ['DAT-02', swap('condition C-4', 'condition C-9'), ['C-9']],
      [
        'DAT-06',
        all(
          swapAll('stance: -3', 'stance: 5'),
          swapAll('stance: -4', 'stance: 4'),
          swapAll('stance: 2', 'stance: 4'),
          swapAll('stance: 3', 'stance: 4'),
        ),
        ['people'],
        {
          // The stances are the scores of the RFC and of the record too.
          rules: [
            ['X-27', '5'],
            ['X-27', '4'],
            ['X-27', '4'],
            ['X-27', '4'],
          ],
        },
      ],
    ],
    [COMMENTS]: [
      ['DAT-01', swap('- id: RC-02', '- id: RC-01'), ['RC-01']],
      ['DAT-02', swap('by: "Kofi Darrow"', 'by: "Kofi Darow"'), ['Kofi Darow'], { also: ['X-22'] }],
      ['DAT-02', swap('the worst day is R-03', 'the worst day is R-43'), ['R-43']],
      [
        'DAT-04',
        swap(
          '"Agreed; counts are set for year 5 and the reason is already given in section 6."',
          '"Agreed."',
        ),
        ['Agreed.'],
      ],
      ['DAT-04', swapAll('changed_doc: true', 'changed_doc: false'), ['items']],
    ],
    [ACTIONS]: [
      ['DAT-01', swap('gate: P3', 'gate: Phase 3'), ['Phase 3']],
      ['DAT-02', swap('gate: P3', 'gate: P7'), ['P7']],
      ['DAT-02', swap('- id: P3\n', '- id: P5\n'), ['P3', 'P3'], { also: ['X-14', 'X-30'], in: PLAN }],
      [
        'DAT-02',
        swapAll('Baptiste Nwosu', 'Baptiste Nwosa'),
        ['Baptiste Nwosu'],
        {
          also: [
            'X-22',
            'X-23',
            'examples/part1-design-doc/review-comments.yaml DAT-02',
            'examples/part1-design-doc/risk-register.json RR-02',
            'examples/part2-adr-catalog/decision-log.md DL-05',
            'examples/part2-adr-catalog/tco-summary.md DOC-03',
            'examples/part3-architecture-review/consensus-doc.md CON-07',
          ],
          in: RACI,
        },
      ],
    ],
    [IMPACT]: [
      ['DAT-01', swap('value: 37.98', 'value: "37.98"'), ['37.98']],
      ['DAT-01', swap('permanence: n/a', 'permanence: none'), ['none']],
      ['DAT-02', swap('"QRY-06, replayed_without_session', '"QRY-16, replayed_without_session'), ['QRY-16']],
      ['DAT-02', swap('CNT-0905 to CNT-1505', 'CNT-0905 to CNT-2505'), ['CNT-2505']],
      [
        'DAT-05',
        swap('method: "IM-07 + IM-08 + IM-09 = 39,015.90 + 58,300.00 + 1,284.10"', 'method: "Sum of three"'),
        ['Sum of three'],
      ],
    ],
  },
  ['DAT-03'],
);

it('a count that is not that of the counters fails the assessment because of the rule', () => {
  const change = swap('value: 5367722', 'value: 5367723');
  const { report } = expectBreaks({ id: 'DAT-03', path: IMPACT, change, at: ['5367723'], by: 'X-32' });
  expect(report.criteria.find((c) => c.id === 'DAT-03')).toMatchObject({ verdict: 'fail', because: 'X-32' });
});

it.each([
  [CAPACITY, ['12 topics in year 1; headroom 120 %', 'Assumptions']],
  [STANCES, ['Stakeholders, from the most to the least convinced']],
  [COMMENTS, ['24 comments, 9 of which changed the document']],
  [ACTIONS, ['Actions from the review']],
  [IMPACT, ['Measures of impact']],
])('%s is shown as tables', (path, captions) => {
  const tables = kitBlocks(path).flatMap((block) => (block.kind === 'table' ? [block.caption] : []));
  expect(tables).toEqual(captions);
});
