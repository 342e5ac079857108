import { describe } from 'vitest';
import { all, swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { peopleInRoom } from './x-23-people-in-room';
import { minutesMatch } from './x-24-minutes-match';
import { positionsCover } from './x-25-positions-cover';
import { dissentAttributable } from './x-26-dissent-attributable';

const REVIEW = 'examples/part3-architecture-review';
const AGENDA = `${REVIEW}/review-agenda.md`;
const RACI = `${REVIEW}/raci-matrix.yaml`;
const MINUTES = `${REVIEW}/review-minutes.md`;
const CONSENSUS = `${REVIEW}/consensus-doc.md`;
const REGISTER = `${REVIEW}/dissent-register.yaml`;
const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const RETROSPECTIVE = `${REVIEW}/review-retrospective.md`;

const seat = (name: string) => (text: string) => text.replace(new RegExp(`  - name: ${name}\n.*\n.*\n`), '');

describe('the review as it was held', () => {
  describeRule(peopleInRoom, [
    {
      name: 'someone who does the work is not invited',
      change: { [AGENDA]: seat('Farid Lindqvist') },
      at: [[RACI, 'Farid Lindqvist']],
      related: [[AGENDA, 'participants']],
      also: ['X-25', 'examples/part3-architecture-review/consensus-doc.md CON-02'],
    },
    {
      name: 'the facilitator is not among the participants',
      change: { [AGENDA]: seat('Noor Halloran') },
      at: [[AGENDA, 'Noor Halloran']],
    },
    {
      name: 'the scribe is a responder of the incident and in no matrix',
      change: {
        [AGENDA]: all(
          swap('scribe: Jasper Oyelaran', 'scribe: Wen Abernathy'),
          swap(
            '  - name: Noor Halloran\n',
            '  - {name: Wen Abernathy, role: Finance, vote: "no"}\n  - name: Noor Halloran\n',
          ),
        ),
      },
      at: [[AGENDA, 'Wen Abernathy']],
      related: [[RACI, 'Marisol Hartwell']],
    },
    {
      name: 'the captain is not among the participants, which AG-02 reports',
      change: { [AGENDA]: seat('Dmitri Castellane') },
      at: [],
      also: [
        'X-25',
        'examples/part3-architecture-review/consensus-doc.md CON-02',
        'examples/part3-architecture-review/review-agenda.md AG-02',
      ],
    },
    {
      name: 'a participant is misspelt, which X-22 reports',
      change: { [AGENDA]: swap('name: Imani Rusk', 'name: Imani Rusck') },
      at: [],
      also: ['X-22', 'X-25', 'examples/part3-architecture-review/consensus-doc.md CON-02'],
    },
  ]);

  describeRule(minutesMatch, [
    {
      name: 'two slots change places in the minutes',
      change: {
        [MINUTES]: all(
          swap('Options and scores | 3 cells', 'Cost and sensitivity | 3 cells'),
          swap('Cost and sensitivity | one voter', 'Options and scores | one voter'),
          swap('| 14:32 | 15 | 15 |', '| 14:32 | 10 | 10 |'),
          swap('| 14:47 | 10 | 10 |', '| 14:47 | 15 | 15 |'),
        ),
      },
      at: [[MINUTES, 'Options and scores']],
      related: [[AGENDA, 'Options and scores']],
    },
    {
      name: 'the minutes leave the dissent round out',
      change: { [MINUTES]: (text) => text.replace(/\| 15:05 \| 15 .*\n/, '') },
      at: [[AGENDA, 'Structured dissent round']],
    },
    {
      name: 'the minutes tell of a slot that was not planned',
      change: { [MINUTES]: swap('| Structured dissent round |', '| Demonstration |') },
      at: [[MINUTES, 'Demonstration']],
      related: [[AGENDA, 'Structured dissent round']],
    },
    {
      name: 'a slot runs eight minutes over without a note',
      change: {
        [MINUTES]: swap(
          '| 15 | 15 | Silent read | margin comments kept with the RFC |',
          '| 15 | 23 | Silent read | – |',
        ),
      },
      at: [[MINUTES, '23']],
      related: [[AGENDA, '15']],
    },
    {
      name: 'the minutes copy another plan',
      change: { [MINUTES]: swap('| 14:20 | 10 | 12 |', '| 14:20 | 12 | 12 |') },
      at: [[MINUTES, '12']],
      related: [[AGENDA, '10']],
    },
    {
      name: 'the agenda does not add up, which AG-01 reports',
      change: { [AGENDA]: swap('| 15:20 | 7 |', '| 15:20 | 9 |') },
      at: [],
      also: ['examples/part3-architecture-review/review-agenda.md AG-01'],
    },
  ]);

  describeRule(positionsCover, [
    {
      name: 'the retrospective counts one more consent',
      change: { [RETROSPECTIVE]: swap('11 consent,', '12 consent,') },
      at: [[RETROSPECTIVE, '12']],
      related: [[CONSENSUS, 'consent']],
    },
    {
      name: 'the minutes lose a reservation',
      change: { [MINUTES]: swap('1 consent-with-reservation (', '2 consent-with-reservation (') },
      at: [[MINUTES, '2']],
      related: [[CONSENSUS, 'consent-with-reservation']],
    },
    {
      name: 'a position changes and the counts stay',
      change: { [CONSENSUS]: swap('| FinOps Lead | consent |', '| FinOps Lead | abstain |') },
      at: [[CONSENSUS, '11']],
      related: [
        [CONSENSUS, 'consent'],
        [RFC, '11'],
        [MINUTES, '11'],
        [RETROSPECTIVE, '11'],
      ],
    },
    {
      name: 'a voter has no position, which CON-02 reports',
      change: { [CONSENSUS]: (text) => text.replace(/\| Imani Rusk \| Ads Revenue PM \| consent.*\n/, '') },
      at: [],
      also: ['examples/part3-architecture-review/consensus-doc.md CON-02'],
    },
  ]);

  describeRule(dissentAttributable, [
    {
      name: 'a statement is softened in the register',
      change: { [REGISTER]: swap('finance will find the missing rows', 'finance may find the missing rows') },
      at: [
        [
          REGISTER,
          'Moving order-line facts before a completeness alert exists means finance may find the missing rows before we do. I want that alert and full compatibility before any money-bearing topic leaves batch.',
        ],
      ],
    },
    {
      name: 'a dissenter consents in the table',
      change: {
        [CONSENSUS]: swap(
          '| Senior Data Engineer | disagree-and-commit |',
          '| Senior Data Engineer | consent |',
        ),
      },
      at: [[CONSENSUS, 'consent']],
      related: [[REGISTER, 'D-02']],
      also: ['X-25'],
    },
    {
      name: 'the register gives a dissent to another person',
      change: { [REGISTER]: swap('person: KD', 'person: GI') },
      at: [[REGISTER, 'GI']],
      related: [[CONSENSUS, '### D-02 Kofi Darrow']],
    },
    {
      name: 'the dissenter is a responder of the incident and in no matrix',
      change: {
        [REGISTER]: swap('person: KD', 'person: WA'),
        [CONSENSUS]: swap('### D-02 Kofi Darrow', '### D-02 Wen Abernathy'),
      },
      at: [[REGISTER, 'WA']],
      also: ['examples/part3-architecture-review/consensus-doc.md CON-03'],
    },
    {
      name: 'a dissent of the consensus document is not in the register',
      change: { [REGISTER]: swap('- id: D-03', '- id: D-04') },
      at: [
        [REGISTER, 'D-04'],
        [CONSENSUS, '### D-03 Gretchen Ilori'],
      ],
      also: ['examples/part2-adr-catalog/objection-playbook.md OP-08'],
    },
  ]);
});
