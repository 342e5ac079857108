import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { Agenda } from '../model';

const LEAST_LEFT = 3;

/** AG-10. */
export const endsInActions: AutoCriterion<Agenda> = {
  id: 'AG-10',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'The decision leaves time for actions, which come last',
  failTitle: 'The decision is the last thing on the clock',
  why: 'A decision without owners and dates is decided again; three minutes at the end are enough to name them.',
  hint: 'End the decision slot three minutes before the close and let actions follow it.',
  sources: ['GLDM'],
  check: ({ model }) => {
    if (model.slots.length === 0) return failBecause('AG-01');
    const problems: Problem[] = [];
    const last = model.slots.at(-1);
    const index = model.slots.findLastIndex((slot) => /decision|decide/i.test(slot.item));
    const left = model.slots.slice(index + 1).reduce((sum, slot) => sum + (slot.minutes ?? 0), 0);
    const decision = model.slots[index];
    if (decision && left < LEAST_LEFT)
      problems.push({
        span: decision.row.span,
        message: `${left} minutes are left after "${decision.item}"; ${LEAST_LEFT} are wanted`,
      });
    if (last && !/action|close/i.test(last.item))
      problems.push({
        span: last.row.span,
        message: `The last slot, "${last.item}", is not for actions or the close`,
      });
    return judge(problems, last ? [last.row.span] : []);
  },
  examples: {
    pass: [
      {
        source: table(
          '| 14:00 | 7 | Decision | A | x | one decision made |\n| 14:07 | 3 | Actions | A | x | actions with owners |',
        ),
        evidence: ['Actions'],
      },
    ],
    fail: [
      {
        source: table('| 14:00 | 7 | Decision | A | x | one decision made |'),
        at: [
          '| 14:00 | 7 | Decision | A | x | one decision made |',
          '| 14:00 | 7 | Decision | A | x | one decision made |',
        ],
      },
    ],
  },
};

function table(rows: string): string {
  return `# Review\n\n## Agenda\n\n| Start | Minutes | Item | Lead | Method | Output |\n| --- | --- | --- | --- | --- | --- |\n${rows}\n`;
}
