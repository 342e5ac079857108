import { type AutoCriterion, judge, notApplicable, type Problem } from '../../../rubric/criterion';
import type { Plan } from '../model';

/**
 * RO-07. An edited date leaves no trace in a single text, so the check holds the recorded replans against the plan: the latest replan of a phase must
 * end on the phase's date, and each must say from what to what and why.
 */
export const replansKept: AutoCriterion<Plan> = {
  id: 'RO-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Replans are recorded, never overwritten',
  failTitle: 'A replan does not match the plan',
  why: 'A plan that shows its own slips is believed about the next date; one that is always on time was edited.',
  hint: 'Append a replans entry with the old and the new dates and the reason; leave earlier entries as they are.',
  sources: ['AZADR'],
  check: ({ model }) => {
    if (model.replans.length === 0) return notApplicable('The plan records no replan');
    const problems: Problem[] = [];
    for (const replan of model.replans) {
      for (const key of ['date', 'reason', 'phase', 'old_end', 'new_end']) {
        if (replan.at(key).spelled === null)
          problems.push({ span: replan.span, message: `The replan has no ${key}` });
      }
    }
    for (const phase of model.phases) {
      const latest = model.replans.filter((replan) => replan.at('phase').text === phase.id).at(-1);
      if (!latest) continue;
      const end = latest.at('new_end');
      if (end.text !== null && end.text !== phase.at.at('end').text) {
        const message = `${phase.id} ends on ${phase.at.at('end').text ?? 'no date'}, but its latest replan says ${end.text}`;
        problems.push({ span: phase.at.at('end').span, message });
      }
    }
    return judge(
      problems,
      model.replans.map((replan) => replan.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'phases:\n  - {id: P2, end: "2024-05-31"}\nreplans:\n  - {date: "2024-04-12", reason: INC, phase: P2, old_end: "2024-04-26", new_end: "2024-05-31"}\n',
      },
    ],
    fail: [
      {
        source:
          'phases:\n  - {id: P2, end: "2024-06-30"}\nreplans:\n  - {date: "2024-04-12", reason: INC, phase: P2, old_end: "2024-04-26", new_end: "2024-05-31"}\n',
        at: ['2024-06-30'],
      },
    ],
  },
};
