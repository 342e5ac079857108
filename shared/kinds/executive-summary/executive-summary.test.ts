import { describe, expect, it } from 'vitest';
import { all, kitReport, mutate, remove, swap } from '../kit-fixture.test-support';
import { type Breaking, describeWorkedExample, without } from '../worked-example.test-support';
import { executiveSummary } from '.';

const PATH = 'examples/part4-postmortem/executive-summary.md';
const POSTMORTEM = 'examples/part4-postmortem/INC-2024-0312-postmortem.md';

const BREAKING: readonly Breaking[] = [
  [
    'EX-01',
    without('Slide 2'),
    ['## Slide 3 — A change that passed every check met a filter that hid its rejects'],
    { also: ['X-37'], because: ['EX-03'] },
  ],
  [
    'EX-01',
    swap('## Slide 4 —', '## Slide 2 —'),
    [
      '## Slide 2 — Twelve actions land by 31 May; half remove or automate the hazard',
      '## Slide 5 — We ask for a Phase 2 pause at $35,333 and 6 weeks of engineering',
    ],
    { because: ['EX-09'] },
  ],
  ['EX-02', swap('ask: "Pause', 'x-ask: "Pause'), ['id']],
  [
    'EX-02',
    all(
      swap(
        '5.37 million order events were dropped silently for 365 minutes',
        'Order events were dropped silently for 365 minutes',
      ),
      swap('discarded 5,367,722 events, 37.98 % of those', 'discarded a third of the events'),
      swap('after 315 min, and it was stopped 50 min later', 'five hours in, and it was stopped at once'),
      swap('difference of 0 events', 'difference of none'),
      swap('for 295,571 order lines cannot', 'for part of them cannot'),
      swap('pause Phase 2 at $35,333 and release 6 weeks of engineering, decided', 'pause Phase 2, decided'),
    ),
    ['## Slide 1 — Order events were dropped silently for 365 minutes; all order facts are restored'],
  ],
  [
    'EX-03',
    swap('Twelve actions land by 31 May; half remove or automate the hazard', 'Actions by level and date'),
    ['Actions by level and date'],
  ],
  [
    'EX-03',
    swap(
      'met a filter that hid its rejects',
      'met a filter of another team that for its own good reasons hid its rejects',
    ),
    [
      'A change that passed every check met a filter of another team that for its own good reasons hid its rejects',
    ],
  ],
  [
    'EX-03',
    swap(
      'Direct cost is $98,600 and attribution for 295,571 order lines is lost',
      'Money is gone and attribution is lost',
    ),
    ['Money is gone and attribution is lost for good'],
  ],
  [
    'EX-04',
    swap('> Notes: Decider', '- One more thing.\n- And another.\n\n> Notes: Decider'),
    ['And another.'],
  ],
  [
    'EX-04',
    swap(
      'none compared what arrived with what was sent',
      'none compared what arrived in the warehouse of the company with what had been sent to it in the first place',
    ),
    [
      'Alerts watched delay and errors; none compared what arrived in the warehouse of the company with what had been sent to it in the first place (CF-03).',
    ],
  ],
  [
    'EX-05',
    all(
      swap('2024-03-22; decider: VP Engineering', '2024-03-22', 'Decide by '),
      swap('Decider is Marisol Hartwell. ', ''),
    ),
    ['## Slide 5 — We ask for a Phase 2 pause at $35,333 and 6 weeks of engineering'],
  ],
  [
    'EX-05',
    swap('Decide by 2024-03-22', 'Decide soon'),
    ['## Slide 5 — We ask for a Phase 2 pause at $35,333 and 6 weeks of engineering'],
  ],
  ['EX-06', swap('$58,300 of discounts', '$58,200 of discounts'), ['$58,200'], { by: 'X-37' }],
  ['EX-06', swap('or 88.8 % (CF-03)', 'or 88.7 % (CF-03)'), ['88.8 %'], { in: POSTMORTEM, by: 'X-37' }],
  ['EX-06', swap('found it after 315 min', 'found it after 318 min'), ['318 min'], { by: 'X-33' }],
  ['EX-06', swap('SLO-01 consumed 1,026 %', 'SLO-01 consumed 1,226 %'), ['1,226'], { by: 'X-35' }],
  [
    'EX-07',
    swap(
      'The schema registry (the service that decides which data formats may be published)',
      'The schema registry',
    ),
    ['schema registry'],
  ],
  ['EX-08', swap('Our stream job still read', 'The job of Yuki Brannigan still read'), ['Yuki Brannigan']],
  ['EX-08', swap('Nobody broke a rule that morning', 'Nobody was careless that morning'), ['careless']],
  [
    'EX-09',
    all(
      swap(
        '- Residual until 2024-05-17: a gap older than 4 h still loses attribution for good (AI-07).\n',
        '',
      ),
      swap('- Remaining until 2024-05-03: a bad rollout is paged but not halted by itself (AI-05).\n', ''),
      swap('with the exposure of slide 4', 'as it was'),
    ),
    ['## Slide 4 — Twelve actions land by 31 May; half remove or automate the hazard'],
  ],
];

describeWorkedExample(PATH, executiveSummary, BREAKING);

describe('a briefing that is not written', () => {
  it('fails for one reason, told once', () => {
    const { findings, failing } = mutate(PATH, (text) => `${text.slice(0, text.indexOf('\n## Slide 1'))}\n`);
    expect(findings.map((f) => [f.id, f.text])).toEqual([['EX-01', '# INC-2024-0312 in five slides']]);
    expect(failing).toEqual([
      ...['EX-01', 'EX-02', 'EX-03', 'EX-04', 'EX-05', 'EX-06 not-evaluated', 'EX-07', 'EX-08', 'EX-09'],
      ...['GEN-07 not-applicable', 'X-37 not-evaluated'],
    ]);
  });

  it('has no number to compare without a postmortem', () => {
    const { report } = remove(POSTMORTEM, PATH);
    expect(report.criteria.find((c) => c.id === 'EX-06')).toMatchObject({
      verdict: 'not-evaluated',
      reason: 'X-37: The packet has no postmortem that states numbers',
    });
  });

  it('the numbers of the worked one are found where they come from', () => {
    const { verdict, evidence } = kitReport(PATH).criteria.find((c) => c.id === 'EX-06') ?? {};
    expect(verdict).toBe('pass');
    expect(evidence?.length).toBeGreaterThan(0);
  });
});
