import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { hasNumber, type Plan, phaseName } from '../model';

const LISTS = [
  ['entry', 'entry gate'],
  ['exit', 'exit gate'],
  ['triggers', 'rollback trigger'],
] as const;
const KEYS = { entry: 'entry', exit: 'exit', triggers: 'rollback_triggers' } as const;

/** RO-02. */
export const gates: AutoCriterion<Plan> = {
  id: 'RO-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every phase can say no: entry, exit and rollback in numbers',
  failTitle: 'A phase has no gate with a number',
  why: 'A date moves a rollout forward whatever happens; only a number agreed beforehand can hold it or turn it back.',
  hint: 'Give each gate and trigger a measure and a threshold with its unit.',
  sources: ['SREW2'],
  check: ({ model }) => {
    if (model.phases.length === 0) return failBecause('RO-01');
    const problems: Problem[] = [];
    for (const phase of model.phases) {
      for (const [list, name] of LISTS) {
        const at = phase.at.at(KEYS[list]);
        if (phase[list].length === 0) {
          const span = at.exists ? at.keySpan : phase.at.at('id').span;
          problems.push({ span, message: `${phaseName(phase)} has no ${name}` });
        }
        for (const gate of phase[list]) {
          if (hasNumber(gate)) continue;
          const threshold = gate.at.at('threshold');
          const found =
            gate.threshold === null
              ? 'no threshold'
              : `"${gate.threshold}", which holds no number with a unit`;
          problems.push({
            span: threshold.exists ? threshold.span : gate.at.span,
            message: `${phaseName(phase)}: this ${name} has ${found}`,
          });
        }
      }
    }
    const evidence = model.phases.flatMap((phase) => phase.triggers.map((t) => t.at.at('threshold').span));
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      {
        source:
          'phases:\n  - id: P0\n    entry: [{check: a, threshold: "72 MB/s"}]\n    exit: [{check: b, threshold: "< 250 ms"}]\n    rollback_triggers: [{metric: c, threshold: "> 1 %"}]\n',
        evidence: ['> 1 %'],
      },
    ],
    fail: [
      {
        source:
          'phases:\n  - id: P0\n    entry: [{check: a, threshold: "looks good"}]\n    exit: [{check: b, threshold: "< 250 ms"}]\n    rollback_triggers: []\n',
        at: ['looks good', 'rollback_triggers'],
      },
    ],
  },
};
