import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { type Agenda, DEBATE, READ_FIRST } from '../model';

/** AG-05. */
export const readFirst: AutoCriterion<Agenda> = {
  id: 'AG-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'People read or clarify before they debate',
  failTitle: 'The debate starts before anyone has read',
  why: 'Half of a review is spent discovering that people argue about different texts; ten silent minutes remove that half.',
  hint: 'Insert 10 to 15 minutes of silent reading, or a clarifying round, before the first discussion.',
  sources: ['NFLX'],
  check: ({ model }) => {
    if (model.slots.length === 0) return failBecause('AG-01');
    const read = model.slots.findIndex((slot) => READ_FIRST.test(`${slot.item} ${slot.method}`));
    const debate = model.slots.findIndex(
      (slot) => DEBATE.test(`${slot.item} ${slot.method}`) && !READ_FIRST.test(`${slot.item} ${slot.method}`),
    );
    const slot = model.slots[read];
    if (slot && (debate < 0 || read < debate)) return pass(slot.row.span);
    const place = model.slots[Math.max(0, debate)];
    return fail({
      span: place?.row.span ?? { from: 0, to: 0 },
      message:
        read < 0
          ? 'No slot is a silent read or a clarifying round'
          : `"${place?.item}" comes before the silent read or clarifying round`,
    });
  },
  examples: {
    pass: [
      {
        source: table(
          '| 14:00 | 10 | Silent read | A | alone | margin notes made |\n| 14:10 | 20 | Discussion | A | round | open points listed |',
        ),
      },
    ],
    fail: [
      {
        source: table('| 14:00 | 20 | Discussion | A | round | open points listed |'),
        at: ['| 14:00 | 20 | Discussion | A | round | open points listed |'],
      },
    ],
  },
};

function table(rows: string): string {
  return `# Review\n\n## Agenda\n\n| Start | Minutes | Item | Lead | Method | Output |\n| --- | --- | --- | --- | --- | --- |\n${rows}\n`;
}
