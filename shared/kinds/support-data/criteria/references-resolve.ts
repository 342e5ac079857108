import { type AutoCriterion, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import { nearestPerson } from '../../../rubric/nearest-person';
import type { Packet } from '../../../rubric/packet';
import type { DataReader } from '../../../rubric/read-data';
import { danglingIds } from '../ids-in-text';
import type { Paper } from '../model';

/** DAT-02. */
export const referencesResolve: AutoCriterion<Paper> = {
  id: 'DAT-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'People and ids can be looked up',
  failTitle: 'A person or an id is not in the packet',
  why: 'A working paper is quoted by others; a name nobody bears and an id nobody defines make the quotation unusable.',
  hint: 'Write the person as in the RACI matrix and the id as where it is defined.',
  sources: ['RACI'],
  check: ({ model, packet }) => {
    const people = peopleIn(model.root);
    const problems: Problem[] = [
      ...people.flatMap((at) => unknownPerson(at, packet)),
      ...unknownGates(model.root, packet),
      ...danglingIds(model.root.tree, packet),
    ].sort((a, b) => a.span.from - b.span.from);
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated(
        'Names are compared with the people of the packet, and it names none (RACI matrix)',
      );
    return judge(
      problems,
      people.map((at) => at.span),
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/review-action-items.yaml',
        source:
          'owner: ID\nitems:\n  - {id: RA-A01, owner: Ines Duarte, gate: P1, evidence: "Condition C-1, RFC-900, OQ-7"}\n',
        packet: packet(),
        evidence: ['Ines Duarte'],
      },
    ],
    fail: [
      {
        path: 'kit/review-action-items.yaml',
        source:
          'owner: ID\nitems:\n  - {id: RA-A01, owner: Ines Duart, gate: P7, evidence: "Risk R-09 and R-03"}\n',
        packet: packet(),
        at: ['Ines Duart', 'P7', 'R-09'],
      },
      {
        path: 'kit/stakeholder-map.yaml',
        source: 'people:\n  - {key: ID}\n  - {key: XY}\n',
        packet: packet(),
        at: ['XY'],
      },
    ],
  },
};

/** Who the paper names: its owner, the owners and authors of its rows, and the stakeholders. A topic's `key` is no person. */
function peopleIn(root: DataReader): DataReader[] {
  return [
    root.at('owner'),
    ...root.at('items').items.flatMap((item) => [item.at('owner'), item.at('by')]),
    ...root.at('people').items.map((person) => person.at('key')),
  ].filter((at) => at.text !== null);
}

function unknownPerson(at: DataReader, packet: Packet): Problem[] {
  const name = at.text ?? '';
  if (packet.people.length === 0 || packet.person(name)) return [];
  const near = nearestPerson(name, packet.people);
  return [
    {
      span: at.span,
      message: `"${name}" is no person of the packet${near === null ? '' : `; did you mean ${near}?`}`,
      ...respelled(name, at.tree.text, at.span, packet.people),
    },
  ];
}

function unknownGates(root: DataReader, packet: Packet): Problem[] {
  const phases = packet.definitions('P');
  if (phases.length === 0) return [];
  return root.at('items').items.flatMap((item) => {
    const gate = item.at('gate');
    // A gate that has not the form of a phase is told by DAT-01.
    if (!/^P\d$/.test(gate.text ?? '') || phases.some((phase) => phase.id === gate.text)) return [];
    return [{ span: gate.span, message: `${gate.text} is no phase of the rollout plan` }];
  });
}

function packet(): Readonly<Record<string, string>> {
  return {
    'kit/raci-matrix.yaml':
      'people:\n  - {key: ID, name: Ines Duarte, role: Staff Engineer, team: Data, level: 2}\n',
    'kit/rollout-plan.yaml': 'phases:\n  - {id: P1, name: Shadow}\n',
    'kit/risk-register.json': '{"risks": [{"id": "R-03", "title": "Schema break"}]}',
  };
}
