import {
  type AutoCriterion,
  fail,
  judge,
  notApplicable,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import { DATE, has } from '../../../text/quantities';
import { conditions } from '../conditions';
import { PEOPLE } from '../example-people';
import type { Consensus } from '../model';

const STATES = ['open', 'met', 'waived'];

/** CON-07. */
export const conditionsBind: AutoCriterion<Consensus> = {
  id: 'CON-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Conditions have owner, due date, evidence and state',
  failTitle: 'A condition is a hope',
  why: '"Approved, if …" binds nobody until the condition has an owner, a day and the paper that proves it.',
  hint: 'Give each condition an owner, a due date, the evidence that will show it, and its state: open, met or waived.',
  sources: ['SQSP'],
  check: ({ model, packet }) => {
    const rows = conditions(model);
    const conditional = model.header.at('outcome').text === 'approved-with-conditions';
    if (!rows && !conditional && !model.section('conditions'))
      return notApplicable('The decision was made without conditions');
    if (!rows || (rows.length === 0 && conditional)) {
      return fail({
        span: model.place('conditions'),
        message: 'There is no table of conditions with id (C-1 …), owner and due date',
      });
    }
    const problems: Problem[] = [];
    for (const row of rows) {
      const owner = row.text('owner');
      if (owner === '') problems.push({ span: row.span('owner'), message: `${row.id} has no owner` });
      else if (packet.people.length > 0 && !packet.person(owner))
        problems.push({
          span: row.span('owner'),
          message: `${row.id}: "${owner}" is not among the people of the packet`,
          ...respelled(owner, model.doc.text, row.span('owner'), packet.people),
        });
      if (!has(row.text('due'), DATE))
        problems.push({ span: row.span('due'), message: `${row.id} has no due date` });
      if (row.text('evidence') === '')
        problems.push({ span: row.span('evidence'), message: `${row.id} names no evidence` });
      const state = row.text('state').toLowerCase();
      if (!STATES.includes(state))
        problems.push({
          span: row.span('state'),
          message: `${row.id}: "${state}" is no state; it is one of ${STATES.join(', ')}`,
        });
    }
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated('Whether the owners are people of the packet shows once it holds a RACI matrix');
    return judge(
      problems,
      rows.map((row) => row.at),
    );
  },
  examples: {
    pass: [
      {
        packet: PEOPLE,
        source: example('Odalys Petrov', '2023-12-15', 'enforcement report', 'met'),
        evidence: ['C-1'],
      },
    ],
    fail: [
      {
        packet: PEOPLE,
        source: example('The registry team', '2023-12-15', 'report', 'met'),
        at: ['The registry team'],
      },
      { packet: PEOPLE, source: example('Odalys Petrov', 'soon', 'report', 'done'), at: ['soon', 'done'] },
      {
        packet: PEOPLE,
        source: example('Odalys Petrov', '2023-12-15', '', 'met'),
        at: ['| C-1 | Compatibility is enforced | Odalys Petrov | 2023-12-15 |  | met |'],
      },
      {
        source:
          '---\noutcome: approved-with-conditions\n---\n\n## Positions\n\nText.\n\n## Tripwires\n\nText.\n',
        at: ['## Tripwires'],
      },
    ],
  },
};

function example(owner: string, due: string, evidence: string, state: string): string {
  return `## Conditions\n\n| ID | Condition | Owner | Due | Evidence | State |\n|---|---|---|---|---|---|\n| C-1 | Compatibility is enforced | ${owner} | ${due} | ${evidence} | ${state} |\n`;
}
