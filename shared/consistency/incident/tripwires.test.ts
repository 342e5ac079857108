import { describe } from 'vitest';
import { all, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { tripwiresFired } from './x-41-tripwires-fired';

const REGISTER = 'examples/part3-architecture-review/dissent-register.yaml';
const POSTMORTEM = 'examples/part4-postmortem/INC-2024-0312-postmortem.md';
const IMPACT = 'examples/part4-postmortem/impact-assessment.yaml';
const ADR_010 = 'examples/part2-adr-catalog/adr-010-full-transitive-compatibility.md';
const PLAN = 'examples/part1-design-doc/rollout-plan.yaml';
const SCENARIO = 'scenarios/incident_scenario.json';
const ACTION = 'Pause the cutover within 1 business day and revisit ADR-004 within 10 business days';

describe('X-41', () =>
  describeRule(tripwiresFired, [
    {
      name: 'a tripwire that was crossed is still armed',
      change: {
        [REGISTER]: all(swap('state: tripped', 'state: armed'), swap('\n    tripped_by: INC-2024-0312', '')),
      },
      at: [[REGISTER, 'armed']],
      related: [[SCENARIO, '"CNT-0905"']],
    },
    {
      name: 'the same without counters, by the share that the assessment states',
      change: { [REGISTER]: swap('state: tripped', 'state: armed'), [SCENARIO]: null },
      at: [[REGISTER, 'armed']],
      related: [[IMPACT, '37.98']],
      also: [
        'X-16 not-evaluated',
        'X-31 not-evaluated',
        'X-32 not-evaluated',
        'examples/part4-postmortem/contributing-factors.yaml CTF-02 not-evaluated',
        'examples/part4-postmortem/impact-assessment.yaml DAT-03 not-evaluated',
        'examples/part4-postmortem/timeline.yaml TL-04 not-evaluated',
      ],
    },
    {
      name: 'a tripwire on a metric series is armed although the series crossed it',
      change: {
        [REGISTER]: swap(
          'metric: MSK operations effort\n    threshold: "> 2.15 FTE"\n    window: two quarters running',
          'metric: freshness p95\n    threshold: "> 3 min"\n    window: 30 min',
        ),
      },
      at: [[REGISTER, 'armed']],
      related: [[SCENARIO, '202']],
    },
    {
      name: 'a tripped tripwire does not say what tripped it',
      change: { [REGISTER]: swap('\n    tripped_by: INC-2024-0312', '') },
      at: [[REGISTER, 'tripped']],
    },
    {
      name: 'a tripped tripwire names another incident',
      change: { [REGISTER]: swap('tripped_by: INC-2024-0312', 'tripped_by: INC-2023-1103') },
      at: [[REGISTER, 'INC-2023-1103']],
    },
    {
      name: 'the decision to revisit comes a business day late',
      change: { [ADR_010]: swap('date: "2024-03-26"', 'date: "2024-03-27"') },
      at: [[REGISTER, ACTION]],
      related: [[ADR_010, 'ADR-010']],
      also: ['X-19', 'examples/part2-adr-catalog/decision-log.md DL-02'],
    },
    {
      name: 'no decision takes up the one to revisit',
      change: { [ADR_010]: swap('supersedes: [ADR-004]', 'supersedes: [ADR-003]') },
      at: [[REGISTER, ACTION]],
      also: [
        'X-18',
        'X-19',
        'examples/part2-adr-catalog/adr-003-flink-stream-processing.md AD-07',
        'examples/part2-adr-catalog/adr-004-schema-registry-backward.md AD-07',
      ],
    },
    {
      name: 'the plan stands still two business days after the incident',
      change: { [PLAN]: swap('start: "2024-03-13"', 'start: "2024-03-14"') },
      at: [[REGISTER, ACTION]],
      related: [[PLAN, '2024-03-14']],
    },
    {
      name: 'the postmortem passes over the tripwire',
      change: {
        [POSTMORTEM]: (text) =>
          text.replace(/\*\*TW-01 had no alert\.\*\*/, '**The tripwire had no alert.**'),
      },
      at: [[POSTMORTEM, '## What we knew beforehand']],
      related: [[REGISTER, 'TW-01']],
    },
  ]));
