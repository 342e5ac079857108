import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import { cellSpan, type DecisionLog } from '../model';

/** DL-03. Deciders are compared with the packet's people when it has any. */
export const deciderAndType: AutoCriterion<DecisionLog> = {
  id: 'DL-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every row has a decider and a type',
  failTitle: 'A row lacks its decider or its type',
  why: 'Who decided and whether it can be undone are the two questions a newcomer asks first.',
  hint: 'Copy decider and tier from the ADR: a full name, and Type 1 or Type 2.',
  sources: ['GLDM'],
  check: ({ model, packet }) => {
    if (!model.table) return failBecause('DL-01');
    const problems: Problem[] = [];
    for (const row of model.rows) {
      const decider = row.text('decider').trim();
      if (decider === '')
        problems.push({ span: cellSpan(row, 'decider'), message: `${row.id || 'A row'} names no decider` });
      else if (packet.people.length > 0 && !packet.person(decider)) {
        problems.push({
          span: cellSpan(row, 'decider'),
          message: `"${decider}" is not among the packet's people`,
          ...respelled(decider, model.doc.text, cellSpan(row, 'decider'), packet.people),
        });
      }
      const type = row.text('type').trim();
      if (!/^Type [12]$/i.test(type)) {
        problems.push({
          span: cellSpan(row, 'type'),
          message: `${row.id || 'A row'} has the type "${type}"; it must be Type 1 or Type 2`,
        });
      }
    }
    return judge(
      problems,
      model.rows.map((row) => cellSpan(row, 'decider')),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Log\n\n| ID | Status | Type | Decider |\n| --- | --- | --- | --- |\n| ADR-001 | accepted | Type 1 | Ana Ruiz |\n',
        evidence: ['Ana Ruiz'],
      },
    ],
    fail: [
      {
        source:
          '# Log\n\n| ID | Status | Type | Decider |\n| --- | --- | --- | --- |\n| ADR-001 | accepted | big | |\n',
        at: ['ADR-001', 'big'],
      },
    ],
  },
};
