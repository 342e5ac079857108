import { all, kitText, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { risksCarried } from './x-11-risks-carried';
import { topRisks } from './x-12-top-risks';
import { rollbackTriggers } from './x-13-rollback-triggers';
import { diagramsUsed } from './x-15-diagrams-used';
import { diagramVocabulary } from './x-16-diagram-vocabulary';
import { conditionsGate } from './x-30-conditions-gate';

const P1 = 'examples/part1-design-doc/';
const RFC = `${P1}RFC-042-streaming-migration.md`;
const PLAN = `${P1}rollout-plan.yaml`;
const REGISTER = `${P1}risk-register.json`;
const RUNBOOK = `${P1}rollback-runbook.md`;
const FLOW = `${P1}diagrams/data-flow-current.mmd`;
const SEQUENCE = `${P1}diagrams/sequence-replay.mmd`;
const TIMELINE = 'examples/part4-postmortem/diagrams/incident-timeline.mmd';
const FISHBONE = 'examples/part4-postmortem/diagrams/fishbone.mmd';
const CONSENSUS = 'examples/part3-architecture-review/consensus-doc.md';

/** A whole drawing, so that nothing is wrong with it but its place. */
const SPARE_TITLE = '%% title: Spare';
const SPARE = () => kitText(FLOW).replace(/^%% title: .*/, SPARE_TITLE);

/** Enters a risk a second time under another id. */
const again = (id: string, as: string) => (text: string) => {
  const from = text.lastIndexOf('{', text.indexOf(`"id": "${id}"`));
  const entry = text.slice(from, text.indexOf('{', text.indexOf('x-alert-gap', from)));
  return text.slice(0, from) + entry.replace(id, as) + text.slice(from);
};

const everywhere = (from: string, to: string) => (text: string) => text.replaceAll(from, to);

describeRule(risksCarried, [
  {
    name: 'a phase no longer carries its risk',
    change: { [PLAN]: swap('      - R-12\n', '') },
    at: [[PLAN, 'mitigates']],
    related: [[REGISTER, '"R-12"']],
  },
  {
    name: 'an uncarried risk whose phase the plan lacks is told in the register',
    change: {
      [PLAN]: swap('      - R-12\n', ''),
      [REGISTER]: swap('"phase": "P0"', '"phase": "P8"', '"R-12"'),
    },
    at: [[REGISTER, '"R-12"']],
  },
  {
    name: 'the register gains a risk that no phase carries',
    change: { [REGISTER]: again('R-02', 'R-13') },
    at: [[PLAN, 'mitigates']],
  },
]);

describeRule(topRisks, [
  {
    name: 'a second risk becomes critical and the RFC does not name it',
    change: { [REGISTER]: swap('"level": "medium"', '"level": "critical"', '"R-05"') },
    at: [[RFC, '## 9. Risks']],
    related: [[REGISTER, '"R-05"']],
    also: [
      'examples/part1-design-doc/risk-register.json RR-01',
      'examples/part1-design-doc/risk-register.json RR-03',
      'examples/part1-design-doc/risk-register.json RR-05',
    ],
  },
  {
    name: 'the RFC no longer names the critical risk',
    change: {
      [RFC]: (text) => {
        const [from, to] = [text.indexOf('## 9. Risks'), text.indexOf('## 10. Dissent')];
        return text.slice(0, from) + text.slice(from, to).replaceAll('R-03', 'R-04') + text.slice(to);
      },
    },
    at: [[RFC, '## 9. Risks']],
    related: [[REGISTER, '"R-03"']],
  },
  {
    name: 'the RFC names a risk that the register does not hold',
    change: { [RFC]: swap('| R-09 Replay', '| R-19 Replay') },
    at: [[RFC, 'R-19']],
  },
]);

describeRule(rollbackTriggers, [
  {
    name: 'the plan has another number',
    change: { [PLAN]: swap('"< 99.9 %"', '"< 99.95 %"') },
    at: [[PLAN, '< 99.95 %']],
  },
  {
    name: 'the plan has another unit',
    change: { [PLAN]: swap('"> 15 min"', '"> 15 h"') },
    at: [[PLAN, '> 15 h']],
  },
  {
    name: 'the plan turns the comparison round',
    change: { [PLAN]: swap('threshold: "> 0.01 %"', 'threshold: "< 0.01 %"') },
    at: [[PLAN, '< 0.01 %']],
  },
  {
    name: 'the plan has another window',
    change: { [PLAN]: swap('window: "30 min"', 'window: "3 h"') },
    at: [[PLAN, '3 h']],
  },
  {
    name: 'the plan gives a metric another name',
    change: { [PLAN]: swap('- metric: "duplicate rate"', '- metric: "repeat share"') },
    at: [[PLAN, 'repeat share']],
    related: [[RFC, 'duplicate rate']],
  },
  {
    name: 'the plan drops a trigger',
    change: {
      [PLAN]: (text) => text.replace(/ {6}- metric: "freshness p95"\n(?: {8}.*\n)+/, ''),
    },
    at: [[PLAN, 'rollback_triggers']],
    related: [[RFC, 'freshness p95']],
  },
  {
    name: 'the plan has a trigger that nobody approved',
    change: {
      [PLAN]: swap(
        '    rollback_minutes: 30\n',
        '      - metric: "disk use"\n        threshold: "> 90 %"\n        window: "30 min"\n        action: "Stop"\n    rollback_minutes: 30\n',
      ),
    },
    at: [[PLAN, 'disk use']],
  },
  {
    name: 'the runbook has another number',
    change: { [RUNBOOK]: swap('| P2 | completeness | < 99.9 %', '| P2 | completeness | < 99 %') },
    at: [[RUNBOOK, '< 99 %']],
    related: [
      [RFC, '< 99.9 %'],
      [RFC, 'completeness < 99.9 % for 30 min'],
    ],
  },
  {
    name: 'the runbook has another window',
    change: { [RUNBOOK]: swap('| > 15 min | 60 min |', '| > 15 min | 30 min |') },
    at: [[RUNBOOK, '30 min']],
  },
  {
    name: 'the runbook loses a row',
    change: { [RUNBOOK]: (text) => text.replace(/^\| P3 \| duplicate rate .*\n/m, '') },
    at: [[RUNBOOK, 'P3']],
  },
  {
    name: 'the RFC moves a number of its table',
    change: { [RFC]: swap('| P1 | produce p99 | > 250 ms |', '| P1 | produce p99 | > 300 ms |') },
    at: [
      [PLAN, '> 250 ms'],
      [RUNBOOK, '> 250 ms'],
    ],
  },
  {
    name: 'a sentence of the RFC no longer says what its table says',
    change: { [RFC]: swap('or completeness < 99.9 % for 30 min |', 'or completeness < 98 % for 30 min |') },
    at: [
      [PLAN, '< 99.9 %'],
      [RUNBOOK, '< 99.9 %'],
    ],
  },
  {
    name: 'without an RFC, plan and runbook are compared',
    change: { [RFC]: null, [RUNBOOK]: swap('| ≥ 1 request |', '| ≥ 2 requests |') },
    at: [[RUNBOOK, '≥ 2 requests']],
    related: [[PLAN, '≥ 1 request']],
    also: [
      'X-01 not-evaluated',
      'X-02 not-evaluated',
      'X-03 not-evaluated',
      'X-04 not-evaluated',
      'X-12 not-evaluated',
      'X-15',
      'X-16 not-evaluated',
      'examples/part1-design-doc/RFC-042-one-pager.md DOC-04',
      'examples/part1-design-doc/diagrams/data-flow-target.mmd DG-06',
      'examples/part1-design-doc/diagrams/deployment-topology.mmd DG-06',
      'examples/part1-design-doc/diagrams/rollout-gantt.mmd DG-06',
      'examples/part1-design-doc/diagrams/sequence-order-event.mmd DG-06',
      'examples/part1-design-doc/problem-brief.md DOC-04',
      'examples/part2-adr-catalog/objection-playbook.md OP-05',
    ],
  },
]);

describeRule(diagramsUsed, [
  {
    name: 'no text links a diagram any more',
    change: { [RFC]: everywhere('diagrams/deployment-topology.mmd', 'diagrams/data-flow-target.mmd') },
    at: [
      [
        `${P1}diagrams/deployment-topology.mmd`,
        '%% title: Deployment topology in year 1, three zones and the boundary for personal data',
      ],
    ],
    also: ['examples/part1-design-doc/diagrams/deployment-topology.mmd DG-06'],
  },
  {
    name: 'a diagram is added and linked nowhere',
    change: { [`${P1}diagrams/spare.mmd`]: SPARE },
    at: [[`${P1}diagrams/spare.mmd`, SPARE_TITLE]],
    also: [`${P1}diagrams/spare.mmd DG-06`],
  },
  {
    name: 'a diagram is linked only from another part',
    change: {
      [`${P1}diagrams/spare.mmd`]: SPARE,
      [CONSENSUS]: (text) => `${text}\nSee [spare](../part1-design-doc/diagrams/spare.mmd).\n`,
    },
    at: [[`${P1}diagrams/spare.mmd`, SPARE_TITLE]],
    related: [[CONSENSUS, '../part1-design-doc/diagrams/spare.mmd']],
  },
  {
    name: 'a linked diagram is gone, which GEN-03 tells',
    change: { [TIMELINE]: null },
    at: [],
    also: ['examples/part4-postmortem/INC-2024-0312-postmortem.md GEN-03'],
  },
  {
    name: 'the fishbone is gone, which GEN-03 tells',
    change: { [FISHBONE]: null },
    at: [],
    also: ['examples/part4-postmortem/INC-2024-0312-postmortem.md GEN-03'],
  },
]);

describeRule(diagramVocabulary, [
  {
    name: 'a third box of the current flow has a made-up name',
    change: { [FLOW]: swap('gw["event-gateway"]', 'gw["front door"]') },
    at: [[FLOW, 'gw["front door"]']],
  },
  {
    name: 'a participant of the replay is misspelt',
    change: { [SEQUENCE]: swap('as order-enricher', 'as order-enrichment') },
    at: [[SEQUENCE, 'actor op as Streaming on-call']],
  },
]);

describeRule(conditionsGate, [
  {
    name: 'a condition is due after its phase has started',
    change: { [CONSENSUS]: swap('| 2024-02-23 | P2 |', '| 2024-03-05 | P2 |') },
    at: [[CONSENSUS, '2024-03-05']],
    related: [[PLAN, '2024-03-04']],
  },
  {
    name: 'the phase starts before its conditions are due',
    change: { [PLAN]: swap('start: "2024-03-04"', 'start: "2024-01-31"') },
    at: [[CONSENSUS, '2024-02-23']],
    related: [[PLAN, '2024-01-31']],
    also: ['X-14', 'examples/part1-design-doc/rollout-plan.yaml RO-01'],
  },
  {
    name: 'an entry check no longer names its condition',
    change: { [PLAN]: swap('        condition: C-3\n', '') },
    at: [[PLAN, 'entry']],
    related: [[CONSENSUS, 'P2']],
  },
  {
    name: 'a condition is the entry check of another phase',
    change: { [CONSENSUS]: swap('| 2024-01-19 | P2 |', '| 2024-01-19 | P3 |') },
    at: [[PLAN, 'C-3']],
    related: [[CONSENSUS, 'P3']],
  },
  {
    name: 'a condition gates a phase that does not exist',
    change: { [CONSENSUS]: swap('| 2024-04-05 | P3 |', '| 2024-04-05 | P9 |') },
    at: [[CONSENSUS, 'P9']],
  },
  {
    name: 'an entry check names a condition that nobody set',
    change: {
      [PLAN]: all(
        swap('        condition: C-3\n', '        condition: C-7\n'),
        swap('- check: "Personal data is', '- check: "C-3: Personal data is'),
      ),
    },
    at: [
      [PLAN, 'entry'],
      [PLAN, 'C-7'],
    ],
  },
  {
    name: 'a condition is met without evidence, which CON-07 tells',
    change: { [CONSENSUS]: swap('| Tokenisation sign-off 2024-01-18 | met |', '|  | met |') },
    at: [],
    also: ['examples/part3-architecture-review/consensus-doc.md CON-07'],
  },
]);
