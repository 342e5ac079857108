import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type Plan, phaseName } from '../model';

const REHEARSED = /rehears|drill/i;

/** RO-04. */
export const rehearsed: AutoCriterion<Plan> = {
  id: 'RO-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The rollback is timed and rehearsed',
  failTitle: 'The rollback was never rehearsed',
  why: 'A rollback that nobody has run takes longer than the outage it was meant to end.',
  hint: 'State rollback_minutes for each phase and make a rollback drill an entry check before the first cutover.',
  sources: ['SREB'],
  check: ({ model }) => {
    if (model.phases.length === 0) return failBecause('RO-01');
    const problems: Problem[] = [];
    for (const phase of model.phases) {
      const at = phase.at.at('rollback_minutes');
      if (at.number !== null) continue;
      problems.push({
        span: at.exists ? at.span : phase.at.at('id').span,
        message: `${phaseName(phase)} does not say how many minutes a rollback takes`,
      });
    }
    const drills = model.phases.flatMap((p) =>
      p.entry.filter((g) => REHEARSED.test(`${g.check} ${g.measure}`)),
    );
    if (drills.length === 0) {
      const first = model.phases[0];
      const entry = first?.at.at('entry');
      return fail(...problems, {
        span: entry?.exists ? entry.keySpan : model.root.at('phases').keySpan,
        message: 'No entry check says that the rollback was rehearsed',
      });
    }
    return judge(
      problems,
      drills.map((gate) => gate.at.at('check').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'phases:\n  - {id: P0, rollback_minutes: 45, entry: [{check: "Revert rehearsed end to end"}]}\n',
        evidence: ['rehearsed'],
      },
    ],
    fail: [{ source: 'phases:\n  - {id: P0, entry: [{check: "Load test held"}]}\n', at: ['P0', 'entry'] }],
  },
};
