import { expect, it } from 'vitest';
import { all, kitRule, kitText, swap } from '../../kinds/kit-fixture.test-support';
import { newCheckSession } from '../../studio';
import { describeRule } from '../rule-mutations.test-support';
import { phaseDates } from './x-14-phase-dates';
import { datesForward } from './x-29-dates-forward';

const P1 = 'examples/part1-design-doc/';
const RFC = `${P1}RFC-042-streaming-migration.md`;
const PLAN = `${P1}rollout-plan.yaml`;
const GANTT = `${P1}diagrams/rollout-gantt.mmd`;
const AGENDA = 'examples/part3-architecture-review/review-agenda.md';
const CONSENSUS = 'examples/part3-architecture-review/consensus-doc.md';
const ADR = 'examples/part2-adr-catalog/adr-001-kafka.md';
const POSTMORTEM = 'examples/part4-postmortem/INC-2024-0312-postmortem.md';
const TIMELINE = 'examples/part4-postmortem/timeline.yaml';
const ACTIONS = 'examples/part4-postmortem/action-items.yaml';

describeRule(phaseDates, [
  {
    name: 'the RFC has another start than the plan before its replan',
    change: { [RFC]: swap('| P2 Analytics cutover | 2024-03-04 |', '| P2 Analytics cutover | 2024-03-11 |') },
    at: [[PLAN, '2024-03-04']],
    related: [[RFC, '2024-03-11']],
  },
  {
    name: 'a replan does not keep the end that was approved',
    change: { [PLAN]: swap('old_end: "2024-04-26"', 'old_end: "2024-04-30"') },
    at: [[PLAN, '2024-04-30']],
    related: [[RFC, '2024-04-26']],
  },
  {
    name: 'a date of the plan moves with no replan, and the chart does not follow',
    change: { [PLAN]: swap('end: "2024-01-19"', 'end: "2024-01-20"') },
    at: [
      [PLAN, '2024-01-20'],
      [GANTT, '2024-01-19'],
    ],
    related: [[RFC, '2024-01-19']],
  },
  {
    name: 'the plan renames a phase',
    change: { [PLAN]: swap('name: "Shadow"', 'name: "Mirror"') },
    at: [
      [PLAN, 'Mirror'],
      [GANTT, 'P1 Shadow'],
    ],
    related: [[RFC, 'P1 Shadow']],
  },
  {
    name: 'the RFC has a phase that the plan lacks',
    change: {
      [RFC]: swap(
        '| P4 Decommission batch | 2024-07-01',
        '| P5 Celebrate | 2024-09-02 | 2024-09-06 | a | b | c | 5 min |\n| P4 Decommission batch | 2024-07-01',
      ),
    },
    at: [[RFC, 'P5 Celebrate']],
    also: ['examples/part1-design-doc/RFC-042-streaming-migration.md RFC-09'],
  },
  {
    name: 'the chart starts a phase on another day',
    change: { [GANTT]: swap('p3, 2024-06-03', 'p3, 2024-06-04') },
    at: [[GANTT, '2024-06-04']],
    related: [[PLAN, '2024-06-03']],
  },
  {
    name: 'the chart still shows the end before the replan',
    change: { [GANTT]: swap('2024-09-27', '2024-08-30') },
    at: [[GANTT, '2024-08-30']],
    related: [[PLAN, '2024-09-27']],
  },
  {
    name: 'the chart gives a phase another name',
    change: { [GANTT]: swap('P3 Money-grade cutover', 'P3 Billing cutover') },
    at: [[GANTT, 'P3 Billing cutover']],
    related: [[PLAN, 'Money-grade cutover']],
  },
  {
    name: 'the chart leaves a phase out',
    change: { [GANTT]: swap('  P1 Shadow :done, p1, 2024-01-22, 2024-03-01\n', '') },
    at: [[GANTT, '%% title: Rollout of RFC-042, plan of 2024-04-12']],
    related: [[PLAN, 'Shadow']],
  },
  {
    name: 'the chart draws a phase that the plan lacks',
    change: { [GANTT]: (text) => `${text}  P5 Celebrate :2024-10-01, 2024-10-02\n` },
    at: [[GANTT, 'P5 Celebrate']],
  },
]);

it('X-14: its fix writes the date of the plan into the chart', () => {
  const session = newCheckSession('Kit');
  for (const path of [RFC, PLAN]) session.setFile(path, kitText(path));
  const broken = kitText(GANTT).replace('2024-09-27', '2024-08-30').replace('P3 Money-grade', 'P3 Billing');
  session.setFile(GANTT, broken);
  session.settle();
  const findings = session.report().rules.find((rule) => rule.id === 'X-14')?.findings ?? [];
  const edits = findings.flatMap((finding) => finding.fix?.edits ?? []).sort((a, b) => b.from - a.from);
  const mended = edits.reduce((text, e) => text.slice(0, e.from) + e.insert + text.slice(e.to), broken);
  expect(mended).toBe(kitText(GANTT));
});

describeRule(datesForward, [
  {
    name: 'the RFC was created on the day its pre-read was sent',
    change: { [RFC]: swap('created: "2023-10-02"', 'created: "2023-11-02"') },
    at: [[AGENDA, '2023-11-02']],
    related: [[RFC, '2023-11-02']],
  },
  {
    name: 'the pre-read was sent on the day of the review, which AG-07 tells',
    change: { [AGENDA]: swap('pre_read_sent: "2023-11-02"', 'pre_read_sent: "2023-11-07"') },
    at: [],
    also: ['examples/part3-architecture-review/review-agenda.md AG-07'],
  },
  {
    name: 'the review was on the day of the consensus',
    change: { [CONSENSUS]: swap('decision_date: "2023-11-09"', 'decision_date: "2023-11-07"') },
    at: [[CONSENSUS, '2023-11-07']],
    related: [[AGENDA, '2023-11-07']],
    also: ['examples/part3-architecture-review/consensus-doc.md CON-10'],
  },
  {
    name: 'the RFC was approved before the consensus',
    change: { [RFC]: swap('decision-date: "2023-11-10"', 'decision-date: "2023-11-08"') },
    at: [[RFC, '2023-11-08']],
    related: [[CONSENSUS, '2023-11-09']],
  },
  {
    name: 'a type-1 ADR was accepted before the RFC was approved',
    change: { [ADR]: swap('date: "2023-11-10"', 'date: "2023-11-09"') },
    at: [[ADR, '2023-11-09']],
    related: [[RFC, '2023-11-10']],
    also: ['X-19', 'examples/part2-adr-catalog/decision-log.md DL-02'],
  },
  {
    name: 'the first phase starts before a type-1 ADR was accepted',
    change: { [PLAN]: swap('start: "2023-11-20"', 'start: "2023-11-16"') },
    at: [[PLAN, '2023-11-16']],
    related: [['examples/part2-adr-catalog/adr-006-topic-taxonomy-and-keys.md', '2023-11-17']],
    also: ['X-14'],
  },
  {
    name: 'without a review, the RFC was approved before it was created',
    change: {
      [AGENDA]: null,
      [CONSENSUS]: null,
      [RFC]: swap('created: "2023-10-02"', 'created: "2023-11-10"'),
    },
    at: [[RFC, '2023-11-10']],
    also: [
      'X-20 not-evaluated',
      'X-23 not-evaluated',
      'X-24 not-evaluated',
      'X-25 not-evaluated',
      'X-26 not-evaluated',
      'X-30 not-evaluated',
      'examples/part2-adr-catalog/objection-playbook.md OP-05',
      'examples/part3-architecture-review/raci-matrix.yaml RACI-09 not-evaluated',
      'examples/part3-architecture-review/review-retrospective.md DOC-04',
    ],
  },
  {
    name: 'the incident was detected in the minute it started',
    change: { [POSTMORTEM]: swap('detected: "2024-03-12T14:20Z"', 'detected: "2024-03-12T09:05Z"') },
    at: [[POSTMORTEM, '2024-03-12T09:05Z']],
    related: [[POSTMORTEM, '2024-03-12T09:05Z']],
    also: ['X-31', 'examples/part4-postmortem/INC-2024-0312-postmortem.md PM-06'],
  },
  {
    name: 'it was mitigated before it was detected, which PM-01 tells',
    change: { [POSTMORTEM]: swap('mitigated: "2024-03-12T15:10Z"', 'mitigated: "2024-03-12T14:10Z"') },
    at: [],
    also: [
      'X-31',
      'examples/part4-postmortem/INC-2024-0312-postmortem.md PM-01',
      'examples/part4-postmortem/INC-2024-0312-postmortem.md PM-06',
    ],
  },
  {
    name: 'it was resolved in the minute of its mitigation',
    change: { [POSTMORTEM]: swap('resolved: "2024-03-12T23:20Z"', 'resolved: "2024-03-12T15:10Z"') },
    at: [[POSTMORTEM, '2024-03-12T15:10Z']],
    also: ['X-31', 'examples/part4-postmortem/INC-2024-0312-postmortem.md PM-06'],
  },
  {
    name: 'the postmortem was published before the incident was resolved, which PM-12 tells',
    change: { [POSTMORTEM]: swap('published: "2024-03-22"', 'published: "2024-03-11"') },
    at: [],
    also: ['examples/part4-postmortem/INC-2024-0312-postmortem.md PM-12'],
  },
  {
    name: 'an action was due on the day of the incident, which ACT-01 tells',
    change: { [ACTIONS]: swap('due: "2024-03-29"', 'due: "2024-03-12"') },
    at: [],
    also: ['X-38', 'examples/part4-postmortem/action-items.yaml ACT-01'],
  },
  {
    name: 'without a postmortem, the timeline tells the order',
    change: {
      [POSTMORTEM]: null,
      [TIMELINE]: all(
        swap('kind: detection', 'kind: noticed'),
        swap('kind: mitigation', 'kind: detection'),
        swap('kind: noticed', 'kind: mitigation'),
      ),
    },
    at: [[TIMELINE, '2024-03-12T14:20Z']],
    related: [[TIMELINE, '2024-03-12T15:10Z']],
    also: [
      'X-15',
      'X-31 not-evaluated',
      'X-32',
      'X-33',
      'X-37 not-evaluated',
      'X-40 not-evaluated',
      'X-41 not-evaluated',
      'X-42 not-evaluated',
      'examples/part4-postmortem/customer-communication.md DOC-04',
      'examples/part4-postmortem/diagrams/incident-sequence.mmd DG-06',
      'examples/part4-postmortem/diagrams/incident-timeline.mmd DG-06',
      'examples/part4-postmortem/error-budget-policy.md DOC-04',
      'examples/part4-postmortem/executive-summary.md EX-06',
      'examples/part4-postmortem/impact-assessment.yaml DAT-03',
      'examples/part4-postmortem/replay-runbook.md DOC-04',
      'examples/part4-postmortem/timeline.yaml TL-03',
    ],
  },
]);

it('X-29 shows both ends of each step as evidence', () => {
  const files = new Set(kitRule('X-29').evidence.map((place) => place.path));
  for (const path of [RFC, AGENDA, CONSENSUS, ADR, PLAN, POSTMORTEM, ACTIONS]) expect(files).toContain(path);
});
