import {
  type AutoCriterion,
  fail,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { type ActionItems, fieldSpan, incidentDay, listSpan, MOST_P0_DAYS } from '../model';

/** ACT-03. */
export const p0SoonAndStrong: AutoCriterion<ActionItems> = {
  id: 'ACT-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'There is a P0, due within 30 days and stronger than a document',
  failTitle: 'The P0 actions are missing, late or weak',
  why: 'Until the first P0 lands the same incident can happen tomorrow; a runbook does not change that.',
  hint: 'Bring one action that changes the system inside 30 days, or lower the priority of those that do not.',
  sources: ['EBP'],
  check: ({ model, packet }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const urgent = model.items.filter((item) => item.priority === 'P0');
    if (urgent.length === 0) return fail({ span: listSpan(model), message: 'No action is a P0' });
    const problems: Problem[] = [];
    const day = incidentDay(model, packet);
    for (const item of urgent) {
      if (item.level === 'document')
        problems.push({ span: fieldSpan(item, 'level'), message: `${item.name} is a P0 and only documents` });
      if (day !== null && item.due !== null && item.due - day > MOST_P0_DAYS) {
        problems.push({
          span: fieldSpan(item, 'due'),
          message: `${item.name} is a P0 due ${item.due - day} days after the incident; ${MOST_P0_DAYS} are the most`,
        });
      }
    }
    if (problems.length === 0 && day === null)
      return notEvaluated('Neither a postmortem, a timeline nor an incident id says when the incident was');
    return judge(
      problems,
      urgent.map((item) => fieldSpan(item, 'due')),
    );
  },
  examples: {
    pass: [
      {
        source:
          'id: ACTIONS-INC-2024-0312\nitems:\n  - {id: AI-01, priority: P0, level: automate, due: "2024-04-05"}\n',
        evidence: ['2024-04-05'],
      },
    ],
    fail: [
      {
        source:
          'id: ACTIONS-INC-2024-0312\nitems:\n  - {id: AI-01, priority: P0, level: document, due: "2024-06-05"}\n',
        at: ['document', '2024-06-05'],
      },
      { source: 'id: ACTIONS-INC-2024-0312\nitems:\n  - {id: AI-01, priority: P1}\n', at: ['items'] },
    ],
  },
};
