import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type Plan, phaseName } from '../model';

/** RO-05. Ids are compared with the risk register when the packet has one. */
export const risksCarried: AutoCriterion<Plan> = {
  id: 'RO-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Phases carry the risks',
  failTitle: 'A phase carries no risk, or one that does not exist',
  why: 'A register that no phase refers to is a worry list; the phase is where somebody does something about it.',
  hint: 'List under mitigates the ids of the risks this phase is built to lower.',
  sources: ['ISO31'],
  check: ({ model, packet }) => {
    if (model.phases.length === 0) return failBecause('RO-01');
    const known = new Set(packet.definitions('R').map((risk) => risk.id));
    const problems: Problem[] = [];
    for (const phase of model.phases) {
      const at = phase.at.at('mitigates');
      if (at.texts.length === 0) {
        problems.push({
          span: at.exists ? at.keySpan : phase.at.at('id').span,
          message: `${phaseName(phase)} mitigates no risk`,
        });
      }
      if (known.size === 0) continue;
      for (const item of at.items) {
        if (item.text !== null && !known.has(item.text))
          problems.push({ span: item.span, message: `${item.text} is not in the risk register` });
      }
    }
    return judge(
      problems,
      model.phases.map((phase) => phase.at.at('mitigates').span),
    );
  },
  examples: {
    pass: [{ source: 'phases:\n  - {id: P0, mitigates: [R-01]}\n' }],
    fail: [{ source: 'phases:\n  - {id: P0, mitigates: []}\n  - {id: P1}\n', at: ['mitigates', 'P1'] }],
  },
};
