import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { type Plan, phaseName } from '../model';

const RETIRE = /decommission|retire|sunset/i;

/** RO-03. */
export const retiresTheOld: AutoCriterion<Plan> = {
  id: 'RO-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The last phase retires the old system',
  failTitle: 'The plan never retires the old system',
  why: 'Migrations that stop at launch leave two systems to pay for and to operate; the saving is booked only when the old one is off.',
  hint: 'Add a last phase that decommissions the old system and names the saving it releases.',
  sources: ['SENG'],
  check: ({ model }) => {
    const last = model.phases.at(-1);
    if (!last) return failBecause('RO-01');
    if (RETIRE.test(last.name)) return pass(last.at.at('name').span);
    const scope = last.at.at('scope').items.find((item) => RETIRE.test(item.text ?? ''));
    if (scope) return pass(scope.span);
    const name = last.at.at('name');
    return fail({
      span: name.exists ? name.span : last.at.at('id').span,
      message: `The last phase, ${phaseName(last)}, says nothing of decommissioning or retiring the old system`,
    });
  },
  examples: {
    pass: [{ source: 'phases:\n  - {id: P4, name: "Decommission batch"}\n', evidence: ['Decommission'] }],
    fail: [{ source: 'phases:\n  - {id: P3, name: "Launch", scope: ["all readers"]}\n', at: ['Launch'] }],
  },
};
