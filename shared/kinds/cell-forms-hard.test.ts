import { describe, expect, it } from 'vitest';
import { actionItems } from './action-items';
import { answerOf, type Form, write } from './cell-forms.test-support';
import { raciMatrix } from './raci-matrix';
import { reviewAgenda } from './review-agenda';
import { riskRegister } from './risk-register';
import { tradeoffMatrix } from './tradeoff-matrix';

const MATRIX: Form = { kind: tradeoffMatrix, path: 'matrix.yaml' };
const REGISTER: Form = { kind: riskRegister, path: 'risk-register.yaml' };
const REGISTER_JSON: Form = { kind: riskRegister, path: 'risk-register.json' };
const RACI: Form = { kind: raciMatrix, path: 'raci-matrix.yaml' };
const AGENDA: Form = { kind: reviewAgenda, path: 'review-agenda.md' };
const ACTIONS: Form = { kind: actionItems, path: 'action-items.yaml' };

/** Comments, quoted keys, flow mappings, anchors, tabs behind values, lists at the margin, line ends of two characters. */
const MATRIX_TEXT = [
  '# how we score',
  'scale: {min: 1, max: 5}',
  "'criteria':",
  '- {id: C1, "weight":  60  , name: Speed}  # first',
  '-    id: C2',
  '     weight: &rest 40\t# what is left',
  '     name: "Cost"',
  'options:',
  '      - id: a',
  '        name: Alpha',
  '        scores: { C1: {score: 4, evidence: "4, measured"}, C2: {"score":3} }',
  '        weighted_total: 3.60 # stated',
  '      - id: b',
  '        name: >-',
  '          Beta',
  '        scores:',
  '          C1: &shared',
  '            score: 2',
  '          C2: *shared',
  '        weighted_total: 2.00',
  'recommendation: a',
  '',
].join('\r\n');

const REGISTER_TEXT = `risks:
    -   id: R-01
        title: |
           likelihood: 3
           is not the likelihood
        likelihood:   3   # was 4
        impact: "4"
        score: 12
        residual: {likelihood: 1,impact: 2,score: 2} # after
    - id: 'R-02'
      residual:
        # both are guesses
        likelihood: *three
        impact: 3
`.replace('*three', '3');

const RACI_TEXT = `people:
  - {key: JR, name: Jo}
  - {key: OP, name: Odd}   # on call
  - {key: KD, name: Kay}
activities:
  - id: RA-01
    name: Decide
    assignments: { JR: A , KD: I } # AR?
  - id: RA-02
    name: Build
    assignments:
        # who builds
        "JR":   AR
        OP: I # told on Mondays
        KD: C
  - id: RA-03
    name: Run
    assignments: {}
`;

const AGENDA_TEXT = `---
meeting: {start: "14:00", end: "15:00"}
---

# Agenda

> Quoted | not a table

| Start | Minutes |Item | Lead   | Output |
|---|--:|---|---|---|
| 14:00 |  5|Opening |  | read \\| aloud |
|14:05|15   | **Silent** read | Noor  | list |

| Minutes | Item |
| --- | --- |
| 5 | Another table |
`;

const ACTIONS_TEXT = `items:
- id: AI-01 # kept
  type: prevent
  owner: 'Ann O''Neil'
  due:   2024-03-29 # a Friday
  status: open\t
- id: AI-02
  owner:
  due: "2024-04-05"
  status: &s open
  type: |
      detect
- { id: AI-03, owner: Bo, due: '2024-04-05', status: *s, type: process }
`;

/** The form, its text, the cell, what is typed, and the one place that may differ: what stood there with its neighbours, and what does. */
type Case = readonly [form: Form, text: string, cell: string, typed: string, from: string, to: string];

const CASES: readonly Case[] = [
  [MATRIX, MATRIX_TEXT, 'Weight of C1 Speed', '55.5', '"weight":  60  , name', '"weight":  55.5  , name'],
  [MATRIX, MATRIX_TEXT, 'Weight of C2 Cost', '44.5', '&rest 40\t# what', '&rest 44.5\t# what'],
  [MATRIX, MATRIX_TEXT, 'Score of Alpha for C1 Speed', '5', '{score: 4, ev', '{score: 5, ev'],
  [MATRIX, MATRIX_TEXT, 'Score of Alpha for C2 Cost', '1', '{"score":3}', '{"score":1}'],
  [REGISTER, REGISTER_TEXT, 'Likelihood of R-01', '2', '   3   # was', '   2   # was'],
  [REGISTER, REGISTER_TEXT, 'Impact of R-01', '5', 'impact: "4"', 'impact: 5'],
  [REGISTER, REGISTER_TEXT, 'Likelihood of R-01 after mitigation', '2', '{likelihood: 1,', '{likelihood: 2,'],
  [REGISTER, REGISTER_TEXT, 'Impact of R-01 after mitigation', '1', ',impact: 2,', ',impact: 1,'],
  [
    REGISTER,
    REGISTER_TEXT,
    'Likelihood of R-02 after mitigation',
    '1',
    'guesses\n        likelihood: 3',
    'guesses\n        likelihood: 1',
  ],
  [REGISTER, REGISTER_TEXT, 'Impact of R-02', '2', "- id: 'R-02'\n", "- id: 'R-02'\n      impact: 2\n"],
  [
    REGISTER_JSON,
    '{"risks":[{\t"id":"R-01" ,\r\n\t"likelihood" : 3\t,"impact":4}]}',
    'Likelihood of R-01',
    '5',
    ': 3\t,',
    ': 5\t,',
  ],
  [RACI, RACI_TEXT, 'JR in RA-01', 'AR', '{ JR: A ,', '{ JR: AR ,'],
  [RACI, RACI_TEXT, 'OP in RA-01', 'C', 'JR: A , KD', 'JR: A, OP: C , KD'],
  [RACI, RACI_TEXT, 'KD in RA-01', '', 'JR: A , KD: I }', 'JR: A }'],
  [RACI, RACI_TEXT, 'JR in RA-02', 'R', '"JR":   AR\n', '"JR":   R\n'],
  [RACI, RACI_TEXT, 'KD in RA-02', '', '        KD: C\n', ''],
  [RACI, RACI_TEXT, 'OP in RA-02', 'R', 'OP: I # told', 'OP: R # told'],
  [RACI, RACI_TEXT, 'OP in RA-03', 'R', 'assignments: {}', 'assignments: {OP: R}'],
  [AGENDA, AGENDA_TEXT, 'Minutes of Opening', '10', '|  5|Open', '|  10|Open'],
  [AGENDA, AGENDA_TEXT, 'Lead of Opening', 'Jo | Ann', '|Opening |  |', '|Opening | Jo \\| Ann  |'],
  [AGENDA, AGENDA_TEXT, 'Output of Opening', 'read', '| read \\| aloud |', '| read |'],
  [AGENDA, AGENDA_TEXT, 'Item of Silent read', '**Quiet** read', '**Silent**', '**Quiet**'],
  [AGENDA, AGENDA_TEXT, 'Minutes of Silent read', '20', '|15   |', '|20   |'],
  [ACTIONS, ACTIONS_TEXT, 'Owner of AI-01', "Ann O'Hara", "'Ann O''Neil'", "'Ann O''Hara'"],
  [ACTIONS, ACTIONS_TEXT, 'Due of AI-01', '2024-04-01', '   2024-03-29 # a', '   2024-04-01 # a'],
  [ACTIONS, ACTIONS_TEXT, 'Status of AI-01', 'in-progress', 'status: open\t\n', 'status: in-progress\t\n'],
  [ACTIONS, ACTIONS_TEXT, 'Owner of AI-02', 'Bo', 'owner:\n', 'owner: Bo\n'],
  [ACTIONS, ACTIONS_TEXT, 'Due of AI-02', '2024-04-12', '"2024-04-05"', '"2024-04-12"'],
  [ACTIONS, ACTIONS_TEXT, 'Type of AI-02', 'mitigate', '|\n      detect\n', '|\n      mitigate\n'],
  [ACTIONS, ACTIONS_TEXT, 'Owner of AI-03', 'Fry, Bo', 'owner: Bo,', 'owner: "Fry, Bo",'],
  [ACTIONS, ACTIONS_TEXT, 'Due of AI-03', '2024-05-01', "'2024-04-05'", "'2024-05-01'"],
];

/** What cannot be written is told with its line. */
const REFUSALS: readonly (readonly [
  form: Form,
  text: string,
  cell: string,
  typed: string | null,
  problem: string,
  line: number,
])[] = [
  [
    MATRIX,
    MATRIX_TEXT,
    'Score of Beta for C2 Cost',
    null,
    'it is repeated from elsewhere by the alias *shared; change it there',
    19,
  ],
  [
    MATRIX,
    MATRIX_TEXT,
    'Score of Beta for C1 Speed',
    '3',
    'it stands within the anchor &shared, and other places repeat it',
    18,
  ],
  [MATRIX, MATRIX_TEXT, 'Score of Alpha for C1 Speed', '6', 'It has to be between 1 and 5.', 11],
  [MATRIX, MATRIX_TEXT, 'Score of Alpha for C1 Speed', '4.5', 'It has to be a whole number.', 11],
  [MATRIX, MATRIX_TEXT, 'Weight of C2 Cost', 'half', 'This is no number.', 6],
  [MATRIX, MATRIX_TEXT, 'Weight of C2 Cost', ' ', 'It cannot be left empty.', 6],
  [RACI, RACI_TEXT, 'OP in RA-02', '', 'the line has a comment, which would go with it', 14],
  [RACI, RACI_TEXT, 'OP in RA-02', 'X', 'It has to be one of R, A, AR, C, I.', 14],
  [
    ACTIONS,
    ACTIONS_TEXT,
    'Status of AI-02',
    'done',
    'it carries the anchor &s, and other places repeat it',
    10,
  ],
  [
    ACTIONS,
    ACTIONS_TEXT,
    'Status of AI-03',
    null,
    'it is repeated from elsewhere by the alias *s; change it there',
    13,
  ],
  [ACTIONS, ACTIONS_TEXT, 'Due of AI-01', '2024-02-30', 'It has to be a day such as 2026-03-31.', 5],
];

describe('hard files', () => {
  it.each(CASES.map((one) => [one[2], one] as const))('%s', (_, [form, text, cell, typed, from, to]) => {
    expect(text.split(from), `${from} stands once`).toHaveLength(2);
    expect(write(form, text, cell, typed)).toBe(text.replace(from, () => to));
  });

  it.each(REFUSALS.map((one) => [`${one[2]}: ${one[4]}`, one] as const))('%s', (_, one) => {
    const [form, text, cell, typed, problem, line] = one;
    expect(answerOf(form, text, cell, typed)).toMatchObject({ problem, line });
  });
});
