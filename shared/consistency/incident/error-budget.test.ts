import { describe } from 'vitest';
import { swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { errorBudget } from './x-35-error-budget';

const P4 = 'examples/part4-postmortem';
const POSTMORTEM = `${P4}/INC-2024-0312-postmortem.md`;
const POLICY = `${P4}/error-budget-policy.md`;
const SLOS = `${P4}/slo-definitions.yaml`;
const SLIDES = `${P4}/executive-summary.md`;

describe('X-35', () =>
  describeRule(errorBudget, [
    {
      name: 'the policy promises another target than the definition',
      change: { [POLICY]: swap('completeness 99.95 %', 'completeness 99.90 %') },
      at: [[POLICY, '99.90']],
      related: [[SLOS, '0.9995']],
    },
    {
      name: 'the definition is tightened and nothing follows',
      change: { [SLOS]: swap('target: 0.995', 'target: 0.997', 'attribution-coverage-ratio') },
      at: [
        [POSTMORTEM, '99.5'],
        [POLICY, '99.5'],
      ],
    },
    {
      name: 'the policy counts other valid events than the report',
      change: { [POLICY]: swap('104,663,216 lines | 523,316', '104,663,261 lines | 523,316') },
      at: [[POLICY, '104,663,261']],
    },
    {
      name: 'the report gives a budget that does not follow',
      change: { [POSTMORTEM]: swap('of that, 523,316 events', 'of that, 532,316 events') },
      at: [[POSTMORTEM, '532,316']],
    },
    {
      name: 'the policy rounds a budget up to a window that nobody may lose',
      change: { [POLICY]: swap('| 80 windows', '| 82 windows') },
      at: [[POLICY, '82']],
      related: [[SLOS, '8,064']],
    },
    {
      name: 'the report gives another multiple',
      change: { [POSTMORTEM]: swap('10.26× the budget', '10.62× the budget') },
      at: [[POSTMORTEM, '10.62']],
    },
    {
      name: 'the policy gives another share',
      change: { [POLICY]: swap('| 100 %, SLO-01 | 1,026 %', '| 100 %, SLO-01 | 1,062 %') },
      at: [[POLICY, '1,062']],
    },
    {
      name: 'the slides give another share than the report',
      change: { [SLIDES]: swap('consumed 1,026 %', 'consumed 1,260 %') },
      at: [[SLIDES, '1,260']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'the policy counts other bad events than the report',
      change: { [POLICY]: swap('dropped 5,367,722 events', 'dropped 5,376,722 events') },
      at: [[POLICY, '5,376,722']],
      related: [[POSTMORTEM, '5,367,722']],
    },
  ]));
