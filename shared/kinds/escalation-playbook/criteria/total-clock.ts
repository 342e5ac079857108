import { type AutoCriterion, fail, failBecause, notEvaluated, pass } from '../../../rubric/criterion';
import { clocksIn } from '../../../text/clocks';
import { cover } from '../../../text/span';
import { ladder } from '../example-ladder';
import type { Playbook } from '../model';

const MOST_DAYS = 10;

/** ESC-06. */
export const totalClock: AutoCriterion<Playbook> = {
  id: 'ESC-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The whole ladder takes ten business days at most',
  failTitle: 'The ladder takes too long from bottom to top',
  why: 'A question that may take a month to answer is answered by whatever gets built in that month.',
  hint: 'Shorten a level until the times to decide add up to ten business days or less.',
  sources: ['DOOR'],
  check: ({ model }) => {
    if (!model.ladder || model.rungs.length === 0) return failBecause('ESC-01');
    const clocks = model.rungs.map((rung) => ({ rung, clock: clocksIn(rung.text('decide'))[0] ?? null }));
    const open = clocks.find(({ clock }) => clock === null);
    if (open)
      return notEvaluated(`The times to decide add up when each level has one; ${open.rung.name} has none`);
    const total = clocks.reduce((sum, { clock }) => sum + (clock?.days ?? 0), 0);
    const spans = clocks.map(({ rung }) => rung.span('decide'));
    if (total <= MOST_DAYS) return pass(...spans);
    const longest = clocks.reduce((a, b) => ((b.clock?.days ?? 0) > (a.clock?.days ?? 0) ? b : a));
    return fail({
      span: spans.length === 1 ? cover(spans) : longest.rung.span('decide'),
      message: `The times to decide add up to ${Number(total.toFixed(2))} business days of ${MOST_DAYS}; ${longest.rung.name} takes the most`,
    });
  },
  examples: {
    pass: [
      {
        source: ladder(['Ana', '', '', '4 h'], ['Bo', '', '', '1 week'], ['Cy', '', '', '4 days']),
        evidence: ['1 week'],
      },
    ],
    fail: [
      {
        source: ladder(['Ana', '', '', '2 days'], ['Bo', '', '', '2 weeks'], ['Cy', '', '', '3 days']),
        at: ['2 weeks'],
      },
      { source: '# Playbook\n\nRaise it.\n' },
    ],
  },
};
