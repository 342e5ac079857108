import { describe, expect, it } from 'vitest';
import { gaps, kitPaths, kitReport, swap } from '../kit-fixture.test-support';
import { describeWorkedFiles, swapAll, without } from '../worked-example.test-support';
import { supportDoc } from '.';

const PART1 = 'examples/part1-design-doc';
const PART2 = 'examples/part2-adr-catalog';
const PART3 = 'examples/part3-architecture-review';
const PART4 = 'examples/part4-postmortem';

const words = (count: number) => (text: string) => `${text}\n${'Word '.repeat(count).trim()}.\n`;

describeWorkedFiles(supportDoc, {
  [`${PART1}/RFC-042-one-pager.md`]: [
    ['DOC-01', without('Why now'), ['## Options and scores']],
    ['DOC-03', swap('owner: "Ines Okonkwo-Vale"', 'owner: "Data Platform team"'), ['Data Platform team']],
  ],
  [`${PART1}/problem-brief.md`]: [
    ['DOC-01', swap('## Limits of the data', '## Caveats'), ['## Annual cost']],
    [
      'DOC-02',
      swap('It is written for the VP Engineering, the FinOps Lead and whoever', 'It is written for whoever'),
      [
        'Use this brief to check any number in section 3 of [RFC-042](RFC-042-streaming-migration.md) before you argue about the remedy. It is written for whoever inherits these figures, so each one comes with its count, its period and its weak spot. The period is 2023-07-01 to 2023-09-30 throughout.',
      ],
    ],
  ],
  [`${PART1}/rollback-runbook.md`]: [
    ['DOC-01', swap('## Preconditions', '## Notes'), ['## Steps to revert consumers to batch in 45 min']],
    [
      'DOC-05',
      swap(
        '| Step | Action | Expected result | Stop condition | Minutes |',
        '| Step | Action | Expected result | Remark | Minutes |',
      ),
      ['| Step | Action | Expected result | Remark | Minutes |'],
    ],
    [
      'DOC-05',
      swap('| Three services show "held" |', '| |'),
      [
        '| 2 | Pause deploys of order-enricher, lakehouse-sink and warehouse-loader in deploy-controller | | A deploy is past 50 %: let it end first | 2 |',
      ],
    ],
  ],
  [`${PART2}/tco-summary.md`]: [
    ['DOC-01', without('Where we lose'), ['## Sources and dates']],
    ['DOC-03', swap('date: "2023-11-10"', 'date: "2023-11-31"'), ['2023-11-31']],
  ],
  [`${PART3}/pre-read.md`]: [['DOC-01', without('Questions for you'), ['## Where we disagree']]],
  [`${PART3}/review-minutes.md`]: [
    ['DOC-01', swap('## Arguments in order', '## What was said'), ['## Decisions']],
  ],
  [`${PART3}/facilitation-guide.md`]: [
    ['DOC-04', swapAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'), ['# Facilitating a review that has to decide']],
    ['DOC-06', words(600), ['## Checklist']],
  ],
  [`${PART3}/review-retrospective.md`]: [
    ['DOC-01', swap('## What it missed (P2 gate)', '## The gate'), ['## Changes for next review']],
  ],
  [`${PART4}/error-budget-policy.md`]: [
    [
      'DOC-04',
      swapAll('](error-budget-policy.md)', '](slo-definitions.yaml)'),
      ['# Error budget policy for order-line data'],
      { in: `${PART4}/INC-2024-0312-postmortem.md` },
    ],
    ['DOC-01', without('Scope'), ['## Budgets']],
  ],
  [`${PART4}/detection-gap-analysis.md`]: [
    [
      'DOC-01',
      swap('## Residual blind spots', '## The rest'),
      ['## Effect of a completeness alert (counterfactual, times in UTC)'],
    ],
  ],
  [`${PART4}/replay-runbook.md`]: [['DOC-05', swap('| 10 min |\n| 7 |', '| soon |\n| 7 |'), ['soon']]],
  [`${PART4}/customer-communication.md`]: [['DOC-01', without('Support macro'), ['## What we do not say']]],
});

describe('every support document of the kit', () => {
  const paths = kitPaths().filter(
    (path) => kitReport(path).kind === supportDoc.id && !path.includes('/senior-grade/'),
  );

  it.each(paths.map((path) => [path]))('%s has no gap', (path) => {
    expect(gaps(path)).toEqual([]);
  });

  it('has its sections prescribed, where it is a working paper of the case', () => {
    const open = paths.filter(
      (path) =>
        path.startsWith('examples/') &&
        kitReport(path).criteria.find((c) => c.id === 'DOC-01')?.verdict !== 'pass',
    );
    expect(paths.length).toBeGreaterThan(12);
    expect(open).toEqual([]);
  });
});
