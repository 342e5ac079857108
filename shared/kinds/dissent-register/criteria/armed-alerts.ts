import { type AutoCriterion, judge, notApplicable } from '../../../rubric/criterion';
import { called, type Register } from '../model';

/** DIS-06. */
export const armedAlerts: AutoCriterion<Register> = {
  id: 'DIS-06',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Armed tripwires are wired to an alert',
  failTitle: 'An armed tripwire has no alert',
  why: 'A tripwire that nobody watches is a sentence; the incident it should have caught reads it aloud.',
  hint: 'Set alert_id, or the report that somebody is bound to read.',
  sources: ['SREW5'],
  check: ({ model }) => {
    const armed = model.tripwires.filter((wire) => wire.at('state').text === 'armed');
    if (armed.length === 0) return notApplicable('No tripwire is armed');
    const problems = armed.flatMap((wire) => {
      const at = wire.at('alert_id');
      return at.spelled === null
        ? [
            {
              span: at.exists ? at.span : wire.at('id').span,
              message: `${called(wire)} is armed and has no alert_id`,
            },
          ]
        : [];
    });
    return judge(
      problems,
      armed.map((wire) => wire.at('alert_id').span),
    );
  },
  examples: {
    pass: [
      {
        source: 'tripwires:\n  - {id: TW-01, state: armed, alert_id: ALR-completeness}\n',
        evidence: ['ALR-completeness'],
      },
    ],
    fail: [{ source: 'tripwires:\n  - {id: TW-01, state: armed}\n', at: ['TW-01'] }],
  },
};
