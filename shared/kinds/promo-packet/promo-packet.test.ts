import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestIsTrue } from '../../consistency/packet/x-43-manifest-is-true';
import { describeRule } from '../../consistency/rule-mutations.test-support';
import { addToKit, all, gaps, kitReport, kitRule, mutate, swap } from '../kit-fixture.test-support';
import { type Breaking, describeWorkedExample, without } from '../worked-example.test-support';
import { promoPacket } from '.';

/** What the author of the worked kit would hand in with it. The app assembles such a file; the kit itself has none. */
const PATH = 'examples/promo-packet.md';
addToKit(PATH, readFileSync(new URL('test-fixture/promo-packet.md', import.meta.url), 'utf8'));

const BREAKING: readonly Breaking[] = [
  ['PP-01', swap('path: part2-adr-catalog/adr-001-kafka.md', 'path: adr-001-kafka.md'), ['adr-001-kafka.md']],
  [
    'PP-01',
    swap(
      '  - path: part3-architecture-review/pre-read.md\n    kind: support-doc\n    one_line: "What fourteen voters read before they met"\n    my_role: author\n',
      '',
    ),
    ['manifest'],
  ],
  ['PP-02', swap('my_role: facilitator', 'my_role: helped'), ['helped']],
  ['PP-02', swap('my_role: facilitator', 'my_role: author'), ['manifest']],
  [
    'PP-03',
    all(
      swap('people of 14 teams in', 'people of many teams in'),
      swap('Time: 6 months, from', 'Time: from'),
      swap('6,340 grocers read', 'All grocers read'),
    ),
    ['## Scope and reach'],
  ],
  ['PP-03', without('Scope and reach'), ['## Evidence by competency']],
  [
    'PP-04',
    swap('replay gave back 5,367,722 events on 2024-03-12', 'replay will give back each event'),
    ['Priced the exit before the entry; replay will give back each event', 'will'],
  ],
  [
    'PP-05',
    all(
      swap('| FinOps |', '| Data Platform |'),
      swap('| Streaming Platform |', '| none |'),
      swap('| Analytics Engineering |', '| – |'),
    ),
    ['| Competency | Artifact | My role | Outcome | Who else gained |'],
  ],
  [
    'PP-06',
    swap(
      /* the cost */ '[INC-2024-0312](part4-postmortem/INC-2024-0312-postmortem.md) cost $98,600 directly (IM-10)',
      'it cost $98,600 directly (IM-10)',
      'They did, after 315 min, and ',
    ),
    ['## What I would do differently'],
  ],
  ['PP-06', without('What I would do differently'), ['## Who can speak to it']],
  [
    'PP-07',
    swap('RFC-042-streaming-migration.md#3-problem-quantified', 'RFC-042-streaming-migration.md'),
    [
      '| 15 min | RFC-042, sections [1](part1-design-doc/RFC-042-streaming-migration.md#1-summary-and-ask), [3](part1-design-doc/RFC-042-streaming-migration.md) and [11](part1-design-doc/RFC-042-streaming-migration.md#11-decision-and-tripwires), then the [five slides](part4-postmortem/executive-summary.md) | under 3,300 |',
    ],
  ],
  ['PP-07', without('Reading guide'), ['## Who can speak to it']],
];

describeWorkedExample(PATH, promoPacket, BREAKING);

it('a path of the manifest that leads nowhere is told once, by the links', () => {
  const change = swap('path: part2-adr-catalog/adr-001-kafka.md', 'path: part2-adr-catalog/adr-001.md');
  const { findings, failing } = mutate(PATH, change);
  expect(findings.map((f) => [f.id, f.text])).toEqual([['GEN-03', 'part2-adr-catalog/adr-001.md']]);
  expect(failing).toEqual(['GEN-03', 'PP-01']);
});

describe('the manifest and the files (X-43)', () => {
  it('agree in six places', () => expect(kitRule('X-43').evidence).toHaveLength(6));

  describeRule(manifestIsTrue, [
    {
      name: 'an authorship that the file gives to somebody else',
      change: { [PATH]: swap('my_role: reviewer', 'my_role: author') },
      at: [[PATH, 'author']],
    },
    {
      name: 'a facilitation that was another person’s',
      change: {
        [PATH]: all(
          swap('part3-architecture-review/pre-read.md', 'part3-architecture-review/review-agenda.md'),
          swap('my_role: author', 'my_role: facilitator', 'review-agenda.md'),
        ),
      },
      at: [[PATH, 'facilitator']],
    },
    {
      name: 'a review by somebody who was not asked',
      change: {
        [PATH]: swap(
          'part2-adr-catalog/adr-004-schema-registry-backward.md',
          'part2-adr-catalog/adr-007-at-least-once-idempotent-sink.md',
        ),
      },
      at: [[PATH, 'reviewer']],
    },
    {
      name: 'a file that changes its owner',
      change: {
        'examples/part3-architecture-review/pre-read.md': swap(
          'owner: Ines Okonkwo-Vale',
          'owner: Noor Halloran',
        ),
      },
      at: [[PATH, 'author']],
    },
  ]);
});

it('an empty packet says what is missing once', () => {
  const { findings } = mutate(PATH, (text) => `${text.slice(0, text.indexOf('\n## Claim'))}\n`);
  expect(findings.map((f) => f.id)).toEqual(['PP-03', 'PP-04', 'PP-06', 'PP-07']);
});

it('knows its own people and numbers', () => {
  expect(gaps(PATH)).toEqual([]);
  expect(kitReport(PATH).findings.filter((f) => f.severity === 'could')).toEqual([]);
});
