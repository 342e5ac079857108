import { describe } from 'vitest';
import { swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { timesFromRecord } from './x-31-times-from-record';
import { countsEqualCounters } from './x-32-counts-equal-counters';
import { durationsComputed } from './x-33-durations-computed';

const P4 = 'examples/part4-postmortem';
const POSTMORTEM = `${P4}/INC-2024-0312-postmortem.md`;
const TIMELINE = `${P4}/timeline.yaml`;
const IMPACT = `${P4}/impact-assessment.yaml`;
const SLIDES = `${P4}/executive-summary.md`;
const GAPS = `${P4}/detection-gap-analysis.md`;
const SCENARIO = 'scenarios/incident_scenario.json';

describe('X-31', () =>
  describeRule(timesFromRecord, [
    {
      name: 'a row of the postmortem is three minutes off',
      change: { [POSTMORTEM]: swap('| 2024-03-12T14:49Z', '| 2024-03-12T14:52Z') },
      at: [[POSTMORTEM, '2024-03-12T14:52Z']],
      related: [[TIMELINE, '2024-03-12T14:49Z']],
    },
    {
      name: 'a row cites another record than the timeline',
      change: { [POSTMORTEM]: swap('| signal | LOG-prm-03', '| signal | LOG-prm-04') },
      at: [[POSTMORTEM, 'LOG-prm-04']],
      related: [[TIMELINE, 'LOG-prm-03']],
    },
    {
      name: 'a row is on no record',
      change: {
        [POSTMORTEM]: swap(
          '| 2024-03-12T14:34Z | Incident declared at SEV-2 | declaration | CHAT-18 |',
          '| 2024-03-12T14:30Z | A manager joins the call | action | CHAT-99 |\n| 2024-03-12T14:34Z | Incident declared at SEV-2 | declaration | CHAT-18 |',
        ),
      },
      at: [[POSTMORTEM, 'A manager joins the call']],
    },
    {
      name: 'the header says another minute than the timeline',
      change: { [POSTMORTEM]: swap('detected: "2024-03-12T14:20Z"', 'detected: "2024-03-12T14:12Z"') },
      at: [[POSTMORTEM, '2024-03-12T14:12Z']],
      related: [[TIMELINE, '2024-03-12T14:20Z']],
      also: ['examples/part4-postmortem/INC-2024-0312-postmortem.md PM-06'],
    },
    {
      name: 'a record of the scenario moves, and the postmortem with it not',
      change: {
        [TIMELINE]: swap('- t: "2024-03-12T15:41Z"', '- t: "2024-03-12T15:44Z"'),
        [SCENARIO]: (text) => text.replace('"t": "2024-03-12T15:41', '"t": "2024-03-12T15:44'),
        [POSTMORTEM]: (text) => `${text}\n`,
      },
      at: [[POSTMORTEM, '2024-03-12T15:41Z']],
      related: [[TIMELINE, '2024-03-12T15:44Z']],
    },
  ]));

describe('X-32', () =>
  describeRule(countsEqualCounters, [
    {
      name: 'the assessment counts one event less than the counters',
      change: { [IMPACT]: swap('value: 5367722', 'value: 5367721') },
      at: [[IMPACT, '5367721']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'the impact of the timeline ends one window earlier',
      change: {
        [TIMELINE]: swap(
          't: "2024-03-12T15:10Z"\n    kind: mitigation',
          't: "2024-03-12T15:05Z"\n    kind: mitigation',
        ),
      },
      at: [
        [POSTMORTEM, '14,133,338'],
        [IMPACT, '5367722'],
        [IMPACT, '14,133,338'],
      ],
      also: [
        'X-31 not-evaluated',
        'X-33',
        'examples/part4-postmortem/impact-assessment.yaml DAT-03',
        'examples/part4-postmortem/timeline.yaml TL-03',
        'examples/part4-postmortem/timeline.yaml TL-04',
      ],
    },
    {
      name: 'a counter of the scenario changes',
      change: {
        [SCENARIO]: swap('"records_filtered": 74260', '"records_filtered": 74261'),
      },
      at: [[IMPACT, '5367722']],
      also: [
        'examples/part4-postmortem/impact-assessment.yaml DAT-03',
        'scenarios/incident_scenario.json SC-04',
      ],
    },
    {
      name: 'the method takes off another baseline than the counters show',
      change: { [IMPACT]: swap('baseline of 60', 'baseline of 50') },
      at: [[IMPACT, '50']],
      related: [[SCENARIO, '"CNT-0800"']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'the share is computed wrongly',
      change: { [IMPACT]: swap('value: 37.98', 'value: 38.97') },
      at: [[IMPACT, '38.97']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'lines are rounded down',
      change: { [IMPACT]: swap('value: 35469', 'value: 35468') },
      at: [[IMPACT, '35468']],
      related: [[IMPACT, '295571']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'dollars are computed with another value per line than the method states',
      change: { [IMPACT]: swap('value: 3542695.20', 'value: 3811081.20') },
      at: [[IMPACT, '3811081.20']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'the direct cost leaves out a cent',
      change: { [IMPACT]: swap('value: 98600.00', 'value: 98599.99') },
      at: [[IMPACT, '98599.99']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'a method counts other accepted events than the counters',
      change: { [IMPACT]: swap('14,133,338', '14,137,718') },
      at: [[IMPACT, '14,137,718']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'a method counts other events before the cut-off than the counters',
      change: { [IMPACT]: swap('2,955,706', '2,959,306') },
      at: [[IMPACT, '2,959,306']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'the breakdown by step does not add up',
      change: { [IMPACT]: swap('66,915', '66,951') },
      at: [[IMPACT, '6,357 + 32,624 + 66,951 + 5,261,826']],
      related: [[IMPACT, '5367722']],
      also: ['examples/part4-postmortem/impact-assessment.yaml DAT-03'],
    },
    {
      name: 'the table of the postmortem gives another count than the assessment',
      change: { [POSTMORTEM]: swap('| 536,772 lines', '| 536,727 lines') },
      at: [[POSTMORTEM, '536,727 lines']],
      related: [[IMPACT, '536772']],
    },
    {
      name: 'the table of the postmortem gives other money than the assessment',
      change: { [POSTMORTEM]: swap('| $98,600.00 |', '| $96,800.00 |') },
      at: [[POSTMORTEM, '$96,800.00']],
    },
    {
      name: 'the table of the postmortem explains a row with another count',
      change: { [POSTMORTEM]: swap('2,955,706 events dropped before', '2,955,760 events dropped before') },
      at: [[POSTMORTEM, '2,955,760']],
    },
  ]));

describe('X-33', () =>
  describeRule(durationsComputed, [
    {
      name: 'the table of the postmortem gives a wrong time to recover',
      change: { [POSTMORTEM]: swap('| 405 min', '| 450 min') },
      at: [[POSTMORTEM, '450 min']],
    },
    {
      name: 'a row of the table counts from a minute that is no entry of the timeline',
      change: { [POSTMORTEM]: swap('| 09:05 first drop | 14:20', '| 09:06 first drop | 14:20') },
      at: [[POSTMORTEM, '09:06 first drop']],
    },
    {
      name: 'a sentence of the postmortem between two times',
      change: { [POSTMORTEM]: swap('the 135 min from', 'the 155 min from') },
      at: [[POSTMORTEM, '155 min']],
    },
    {
      name: 'a sentence counts from the first drop to a time of the next day',
      change: { [POSTMORTEM]: swap('17 h 25 min after', '16 h 25 min after') },
      at: [[POSTMORTEM, '16 h 25 min']],
      related: [[TIMELINE, '2024-03-12T09:05Z']],
    },
    {
      name: 'a sentence counts from detection to a time',
      change: { [POSTMORTEM]: swap('15:25, 65 min after', '15:25, 60 min after') },
      at: [[POSTMORTEM, '60 min']],
      related: [[TIMELINE, '2024-03-12T14:20Z']],
    },
    {
      name: 'a summary of the postmortem names the silence',
      change: { [POSTMORTEM]: swap('silence** of 315 min', 'silence** of 351 min') },
      at: [[POSTMORTEM, '351 min']],
    },
    {
      name: 'the headline of the slides gives another impact',
      change: { [SLIDES]: swap('silently for 365 minutes', 'silently for 6 h 15') },
      at: [[SLIDES, '6 h 15']],
      related: [
        [TIMELINE, '2024-03-12T09:05Z'],
        [TIMELINE, '2024-03-12T15:10Z'],
      ],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'a bullet of the slides gives another time to detect and to mitigate',
      change: {
        [SLIDES]: swap(
          'after 315 min, and it was stopped 50 min',
          'after 305 min, and it was stopped 60 min',
        ),
      },
      at: [
        [SLIDES, '305 min'],
        [SLIDES, '60 min'],
      ],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'a method of the impact assessment counts wrongly between two times',
      change: { [IMPACT]: swap('285 min', '258 min') },
      at: [[IMPACT, '258 min']],
    },
    {
      name: 'the analysis of the gap counts wrongly between two times',
      change: { [GAPS]: swap('is 195 min', 'is 3 h 20') },
      at: [[GAPS, '3 h 20']],
    },
    {
      name: 'the analysis of the gap opens with another silence',
      change: { [GAPS]: swap('why 315 min passed', 'why 300 min passed') },
      at: [[GAPS, '300 min']],
    },
  ]));
