import { type AutoCriterion, fail, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import { type ActionItems, fieldSpan, incidentDay, listSpan, PRIORITIES } from '../model';

/** ACT-01. */
export const ownedAndDated: AutoCriterion<ActionItems> = {
  id: 'ACT-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every action has an owner, a due date after the incident, and a priority',
  failTitle: 'An action has no owner, date or priority',
  why: 'An action owned by a team and due "next quarter" is the sentence that stands in the next postmortem again.',
  hint: 'Name one person, a date, and P0, P1 or P2.',
  sources: ['SREB'],
  check: ({ model, packet, source }) => {
    if (model.items.length === 0)
      return fail({ span: listSpan(model), message: 'The file holds no action items' });
    const problems: Problem[] = [];
    const day = incidentDay(model, packet);
    for (const item of model.items) {
      const owner = item.at.at('owner').text;
      if (owner === null)
        problems.push({ span: fieldSpan(item, 'owner'), message: `${item.name} has no owner` });
      else if (packet.people.length > 0 && !packet.person(owner)) {
        problems.push({
          span: fieldSpan(item, 'owner'),
          message: `${item.name}: "${owner}" is not among the packet's people`,
          ...respelled(owner, source.text, fieldSpan(item, 'owner'), packet.people),
        });
      }
      if (item.due === null)
        problems.push({ span: fieldSpan(item, 'due'), message: `${item.name} has no due date` });
      else if (day !== null && item.due <= day) {
        problems.push({
          span: fieldSpan(item, 'due'),
          message: `${item.name} is due ${item.at.at('due').text}, not after the incident`,
        });
      }
      if (!(PRIORITIES as readonly string[]).includes(item.priority)) {
        problems.push({
          span: fieldSpan(item, 'priority'),
          message: `${item.name}: the priority must be P0, P1 or P2, found ${item.priority ? `"${item.priority}"` : 'none'}`,
        });
      }
    }
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated('The packet names no people (RACI matrix, timeline) to compare the owners with');
    if (problems.length === 0 && day === null)
      return notEvaluated('Neither a postmortem, a timeline nor an incident id says when the incident was');
    return judge(
      problems,
      model.items.map((item) => item.at.at('owner').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'id: ACTIONS-INC-2024-0312\nitems:\n  - {id: AI-01, owner: Ana Ruiz, due: "2024-03-29", priority: P0}\n',
        packet: {
          'kit/timeline.yaml': 'responders:\n  - {key: AR, name: Ana Ruiz, role: SRE, team: Streaming}\n',
        },
        evidence: ['Ana Ruiz'],
      },
    ],
    fail: [
      {
        source: 'id: ACTIONS-INC-2024-0312\nitems:\n  - {id: AI-01, due: "2024-03-01", priority: high}\n',
        at: ['AI-01', '2024-03-01', 'high'],
      },
      {
        source:
          'id: ACTIONS-INC-2024-0312\nitems:\n  - {id: AI-01, owner: The team, due: "2024-03-29", priority: P0}\n',
        packet: {
          'kit/timeline.yaml': 'responders:\n  - {key: AR, name: Ana Ruiz, role: SRE, team: Streaming}\n',
        },
        at: ['The team'],
      },
      { source: 'id: ACTIONS-INC-2024-0312\nitems: []\n', at: ['items'] },
    ],
  },
};
