import { type AutoCriterion, fail, failBecause, judge } from '../../../rubric/criterion';
import { type Agenda, agendaSpan, DISSENT } from '../model';

const LEAST_SHARE = 0.1;

/** AG-06. */
export const dissentRound: AutoCriterion<Agenda> = {
  id: 'AG-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'A dissent round is scheduled',
  failTitle: 'Dissent has no slot of its own',
  why: 'Dissent that has to interrupt is dissent that stays silent; a slot makes it a duty.',
  hint: 'Give a structured dissent round at least a tenth of the minutes.',
  sources: ['CONS'],
  check: ({ model }) => {
    if (model.slots.length === 0) return failBecause('AG-01');
    const rounds = model.slots.filter((slot) => DISSENT.test(slot.item));
    const first = rounds[0];
    if (!first)
      return fail({ span: agendaSpan(model), message: 'No slot is for dissent, objections or concerns' });
    const minutes = rounds.reduce((sum, slot) => sum + (slot.minutes ?? 0), 0);
    const total = model.slots.reduce((sum, slot) => sum + (slot.minutes ?? 0), 0);
    const short = total > 0 && minutes / total < LEAST_SHARE;
    return judge(
      short
        ? [
            {
              span: first.minutesCell?.span ?? first.row.span,
              message: `The dissent round has ${minutes} of ${total} minutes; a tenth is wanted`,
            },
          ]
        : [],
      rounds.map((slot) => slot.row.span),
    );
  },
  examples: {
    pass: [
      {
        source: table(
          '| 14:00 | 30 | Options | A | x | scores on screen |\n| 14:30 | 10 | Dissent round | A | x | dissents in own words |',
        ),
        evidence: ['Dissent round'],
      },
    ],
    fail: [
      { source: table('| 14:00 | 30 | Options | A | x | scores on screen |'), at: ['## Agenda'] },
      {
        source: table(
          '| 14:00 | 58 | Options | A | x | scores on screen |\n| 14:58 | 2 | Concerns | A | x | list of concerns |',
        ),
        at: ['2'],
      },
    ],
  },
};

function table(rows: string): string {
  return `# Review\n\n## Agenda\n\n| Start | Minutes | Item | Lead | Method | Output |\n| --- | --- | --- | --- | --- | --- |\n${rows}\n`;
}
