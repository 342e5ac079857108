import { describe } from 'vitest';
import { all, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { oneScore } from './x-27-one-score';
import { oneLadder } from './x-28-one-ladder';

const REVIEW = 'examples/part3-architecture-review';
const AGENDA = `${REVIEW}/review-agenda.md`;
const RACI = `${REVIEW}/raci-matrix.yaml`;
const CONSENSUS = `${REVIEW}/consensus-doc.md`;
const PLAYBOOK = `${REVIEW}/escalation-playbook.md`;
const RULES = `${REVIEW}/disagree-and-commit-framework.md`;
const LADDER = `${REVIEW}/diagrams/escalation-ladder.mmd`;
const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const MAP = 'examples/part1-design-doc/stakeholder-map.yaml';

describe('scores and escalation', () => {
  describeRule(oneScore, [
    {
      name: 'the RFC has another score',
      change: {
        [RFC]: swap(
          '| Leocadia Finch | Analytics Engineering Lead | −3 |',
          '| Leocadia Finch | Analytics Engineering Lead | −5 |',
        ),
      },
      at: [[RFC, '−5']],
      related: [
        [CONSENSUS, '−3'],
        [MAP, '-3'],
      ],
    },
    {
      name: 'the consensus document has another score',
      change: { [CONSENSUS]: swap('disagree-and-commit | −4 |', 'disagree-and-commit | −2 |') },
      at: [[CONSENSUS, '−2']],
      related: [
        [RFC, '−4'],
        [MAP, '-4'],
      ],
    },
    {
      name: 'the stakeholder map has another stance',
      change: { [MAP]: swap('stance: 9', 'stance: 7') },
      at: [[MAP, '7']],
      related: [
        [RFC, '9'],
        [CONSENSUS, '9'],
      ],
    },
  ]);

  describeRule(oneLadder, [
    {
      name: 'the agenda gives a level another decider',
      change: { [AGENDA]: swap('| L2 | Dmitri Castellane |', '| L2 | Marisol Hartwell |') },
      at: [[AGENDA, 'Marisol Hartwell']],
      related: [[PLAYBOOK, 'Dmitri Castellane']],
    },
    {
      name: 'the house rules give a level more time',
      change: {
        [RULES]: swap("objector's EM or lead | 4 h | 1 day |", "objector's EM or lead | 4 h | 2 days |"),
      },
      at: [[RULES, '2 days']],
      related: [[PLAYBOOK, '1 day']],
    },
    {
      name: 'the diagram acknowledges later',
      change: {
        [LADDER]: swap(
          'L0: Ines Okonkwo-Vale with the objector · acknowledge 4 h',
          'L0: Ines Okonkwo-Vale with the objector · acknowledge 1 day',
        ),
      },
      at: [[LADDER, '1 day']],
      related: [[PLAYBOOK, '4 h']],
    },
    {
      name: 'the diagram draws one level less',
      change: { [LADDER]: (text) => text.replace(/ {2}l3\[.*\n/, '') },
      at: [[LADDER, 'l2["L2: Dmitri Castellane · acknowledge 1 day · decide 2 days"]']],
      related: [[PLAYBOOK, 'L3']],
    },
    {
      name: 'the agenda has a level that the playbook lacks',
      change: { [PLAYBOOK]: (text) => text.replace(/\| L3 \| Marisol Hartwell with .*\n/, '') },
      at: [
        [LADDER, 'l3["L3: Marisol Hartwell with Halvard Osei · acknowledge 1 day · decide 3 days"]'],
        [RULES, 'L3'],
        [AGENDA, 'L3'],
      ],
    },
    {
      name: 'a level has the authority of the one before',
      change: { [RACI]: swap('level: 3', 'level: 2', 'name: Dmitri Castellane') },
      at: [[PLAYBOOK, 'Dmitri Castellane']],
      related: [[PLAYBOOK, "Yuki Brannigan with the objector's EM or lead"]],
    },
    {
      name: 'authority falls, which ESC-02 reports',
      change: {
        [RACI]: all(
          swap('level: 2', 'level: 4', 'name: Yuki Brannigan'),
          swap('level: 3', 'level: 1', 'name: Dmitri Castellane'),
        ),
      },
      at: [],
      also: ['examples/part3-architecture-review/escalation-playbook.md ESC-02'],
    },
  ]);
});
