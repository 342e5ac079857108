import { describe } from 'vitest';
import { all, kitText, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { actionsAnchored } from './x-34-actions-anchored';
import { whysAndBonesLand } from './x-36-whys-and-bones-land';
import { actionTableEqualsFile } from './x-38-action-table-equals-file';
import { oneIncidentId } from './x-39-one-incident-id';
import { decisionsChanged } from './x-40-decisions-changed';
import { realisedRiskMarked } from './x-42-realised-risk-marked';

const P4 = 'examples/part4-postmortem';
const ACTIONS = `${P4}/action-items.yaml`;
const FACTORS = `${P4}/contributing-factors.yaml`;
const POSTMORTEM = `${P4}/INC-2024-0312-postmortem.md`;
const SLIDES = `${P4}/executive-summary.md`;
const TIMELINE = `${P4}/timeline.yaml`;
const BONE = `${P4}/diagrams/fishbone.mmd`;
const REGISTER = 'examples/part1-design-doc/risk-register.json';
const ADR_009 = 'examples/part2-adr-catalog/adr-009-reject-accounting-and-dead-letter.md';
const ADR_011 = 'examples/part2-adr-catalog/adr-011-exactly-once-end-to-end.md';

describe('X-34', () =>
  describeRule(actionsAnchored, [
    {
      name: 'a factor claims an action that does not claim it back',
      change: { [ACTIONS]: swap('[CF-01, CF-05]', '[CF-01]') },
      at: [[ACTIONS, '[CF-01]']],
      related: [[FACTORS, 'AI-04']],
      also: ['X-38'],
    },
    {
      name: 'an action claims a factor that does not claim it back',
      change: { [FACTORS]: swap('actions: [AI-02, AI-12]', 'actions: [AI-02]') },
      at: [[FACTORS, '[AI-02]']],
      related: [[ACTIONS, 'CF-04']],
    },
    {
      name: 'a factor is answered by an action that does not exist',
      change: { [FACTORS]: swap('[AI-08, AI-10]', '[AI-08, AI-10, AI-21]') },
      at: [[FACTORS, 'AI-21']],
    },
  ]));

describe('X-36', () =>
  describeRule(whysAndBonesLand, [
    {
      name: 'the fishbone leaves out a factor',
      change: { [BONE]: swap('cf09["CF-09: end', 'cf09["H: end') },
      at: [[BONE, 'head["5,367,722 events dropped in 365 min on 2024-03-12"]']],
      related: [[FACTORS, 'CF-09']],
    },
    {
      name: 'a leaf names a factor that does not exist',
      change: { [BONE]: swap('h1["H: broker', 'h1["CF-10: broker') },
      at: [[BONE, 'CF-10']],
    },
    {
      name: 'a factor is added that nobody drew',
      change: { [FACTORS]: (text) => `${text}  - id: CF-10\n    title: "A tenth condition"\n` },
      at: [[BONE, 'head["5,367,722 events dropped in 365 min on 2024-03-12"]']],
      related: [[FACTORS, 'CF-10']],
      also: [
        'X-34 not-evaluated',
        'examples/part4-postmortem/action-items.yaml ACT-08',
        'examples/part4-postmortem/contributing-factors.yaml CTF-02',
        'examples/part4-postmortem/contributing-factors.yaml CTF-03',
      ],
    },
  ]));

describe('X-38', () =>
  describeRule(actionTableEqualsFile, [
    {
      name: 'the table gives another title',
      change: {
        [POSTMORTEM]: swap('Page on order-line completeness burn rate', 'Page on order-line completeness'),
      },
      at: [[POSTMORTEM, 'Page on order-line completeness']],
      related: [[ACTIONS, 'Page on order-line completeness burn rate']],
    },
    {
      name: 'the table gives another level',
      change: { [POSTMORTEM]: swap('| guardrail | Yuki', '| automate | Yuki') },
      at: [[POSTMORTEM, 'automate']],
      related: [[ACTIONS, 'guardrail']],
    },
    {
      name: 'the table gives another owner',
      change: { [POSTMORTEM]: swap('| automate | Leocadia Finch', '| automate | Kofi Darrow') },
      at: [[POSTMORTEM, 'Kofi Darrow']],
      related: [[ACTIONS, 'Leocadia Finch']],
    },
    {
      name: 'a due date is moved in the action items only',
      change: { [ACTIONS]: swap('due: "2024-05-17"', 'due: "2024-05-24"') },
      at: [[POSTMORTEM, '2024-05-17']],
      related: [[ACTIONS, '2024-05-24']],
    },
    {
      name: 'the table gives another priority',
      change: { [POSTMORTEM]: swap('2024-04-26 | P1', '2024-04-26 | P2') },
      at: [[POSTMORTEM, 'P2']],
      related: [[ACTIONS, 'P1']],
    },
    {
      name: 'the table ties an action to other factors',
      change: { [POSTMORTEM]: swap('CF-03, CF-09', 'CF-03') },
      at: [[POSTMORTEM, 'CF-03']],
    },
    {
      name: 'the table leaves out an action',
      change: { [POSTMORTEM]: (text) => text.replace(/^\| AI-12 .*\n/m, '') },
      at: [[POSTMORTEM, '| ID | Action | Level | Owner | Due | Priority | SLO | CF | Verification |']],
      related: [[ACTIONS, 'AI-12']],
    },
    {
      name: 'the table holds an action that is no action item',
      change: { [POSTMORTEM]: swap('| AI-12 | Require', '| AI-13 | Require') },
      at: [
        [POSTMORTEM, '| ID | Action | Level | Owner | Due | Priority | SLO | CF | Verification |'],
        [POSTMORTEM, 'AI-13'],
      ],
    },
    {
      name: 'the slides count a level wrongly',
      change: { [SLIDES]: swap('4 automate', '5 automate') },
      at: [[SLIDES, '5']],
    },
    {
      name: 'the postmortem counts a level wrongly, in words',
      change: { [POSTMORTEM]: swap('three put up', 'two put up') },
      at: [[POSTMORTEM, 'two']],
    },
  ]));

describe('X-39', () =>
  describeRule(oneIncidentId, [
    {
      name: 'the timeline names another incident',
      change: { [TIMELINE]: swap('incident: INC-2024-0312', 'incident: INC-2024-0311') },
      at: [[TIMELINE, 'INC-2024-0311']],
      related: [[POSTMORTEM, 'INC-2024-0312']],
    },
    {
      name: 'the front matter of the postmortem names another incident than its file name',
      change: { [POSTMORTEM]: swap('id: INC-2024-0312', 'id: INC-2024-0321') },
      at: [[POSTMORTEM, 'INC-2024-0321']],
      also: ['X-41'],
    },
    {
      name: 'the scenario is about another incident',
      change: {
        'scenarios/incident_scenario.json': swap(
          '"incident_id": "INC-2024-0312"',
          '"incident_id": "INC-2024-0213"',
        ),
      },
      at: [['scenarios/incident_scenario.json', 'INC-2024-0213']],
    },
    {
      name: 'the actions follow another incident',
      change: { [ACTIONS]: swap('x-incident: INC-2024-0312', 'x-incident: INC-2023-0312') },
      at: [[ACTIONS, 'INC-2023-0312']],
    },
    {
      name: 'the postmortem lies under the name of another incident',
      change: {
        [POSTMORTEM]: null,
        [`${P4}/INC-2024-0311-postmortem.md`]: () => kitText(POSTMORTEM),
      },
      at: [[`${P4}/INC-2024-0311-postmortem.md`, 'INC-2024-0312']],
      also: ['examples/part4-postmortem/customer-communication.md DOC-04'],
    },
  ]));

describe('X-40', () =>
  describeRule(decisionsChanged, [
    {
      name: 'an action names a decision that does not exist',
      change: { [ACTIONS]: swap('adr: ADR-009', 'adr: ADR-019') },
      at: [[ACTIONS, 'ADR-019']],
    },
    {
      name: 'the decision of an action is older than the incident',
      change: { [ACTIONS]: swap('adr: ADR-009', 'adr: ADR-008') },
      at: [[ACTIONS, 'ADR-008']],
    },
    {
      name: 'the decision of an action does not link the incident',
      change: {
        [ADR_009]: (text) =>
          text
            .replaceAll(
              '../part4-postmortem/INC-2024-0312-postmortem.md',
              'adr-003-flink-stream-processing.md',
            )
            .replaceAll('INC-2024-0312', 'RFC-042'),
      },
      at: [[ADR_009, 'ADR-009']],
      related: [[ACTIONS, 'ADR-009']],
    },
    {
      name: 'a decision after the incident passes over it in silence',
      change: {
        [ADR_011]: (text) =>
          text
            .replaceAll(
              '../part4-postmortem/INC-2024-0312-postmortem.md',
              'adr-003-flink-stream-processing.md',
            )
            .replaceAll('INC-2024-0312', 'RFC-042'),
      },
      at: [[ADR_011, 'ADR-011']],
      related: [[POSTMORTEM, 'INC-2024-0312']],
    },
  ]));

describe('X-42', () =>
  describeRule(realisedRiskMarked, [
    {
      name: 'the risk that came true is still open',
      change: { [REGISTER]: swap('"realised"', '"watching"', '"R-03"') },
      at: [[REGISTER, '"watching"']],
      related: [[POSTMORTEM, 'R-03']],
    },
    {
      name: 'nothing was added to the mitigation, and the residual was not scored again',
      change: {
        [REGISTER]: all(
          swap('wired 2024-03-22', 'wired', '"R-03"'),
          swap('since 2024-03-26', 'now', '"R-03"'),
          swap('due 2024-04-19', 'to come', '"R-03"'),
        ),
      },
      at: [[REGISTER, '10']],
    },
    {
      name: 'the postmortem names a risk that is not in the register',
      change: { [POSTMORTEM]: swap('**R-03 described', '**R-33 described') },
      at: [[POSTMORTEM, 'R-33']],
    },
  ]));
