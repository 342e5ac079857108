import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { agenda } from './example-review';
import { keyOf, sameOrder } from './slot-order';

/** A slot may run over or short by so many minutes without a word. */
const FREE_MINUTES = 5;

/**
 * X-24. An agenda whose minutes do not add up is AG-01's finding: it counts here, is not repeated, and then the planned minutes are not compared.
 * Minutes of another meeting, with no item in common, are not compared either.
 */
export const minutesMatch: ConsistencyRule = {
  id: 'X-24',
  severity: 'must',
  title: 'The agenda adds up and the minutes follow it',
  failTitle: 'The minutes tell of another meeting than the agenda',
  why: 'Where the record departs from the plan without a word, a reader has to guess whether the dissent round was held or dropped.',
  hint: 'Log the slots in the order of the agenda with their planned and actual minutes, and note each that ran more than five minutes off.',
  kinds: ['review-agenda', 'support-doc'],
  check: (packet) => {
    const planned = packet.records('agenda-slot').filter((slot) => textOf(slot, 'item') !== null);
    const held = packet.records('minutes-slot');
    if (planned.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no review agenda with slots' };
    if (held.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no minutes with a log of slots' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    let because: string | undefined;
    let compared = false;
    for (const path of new Set(held.map((slot) => slot.path))) {
      const log = held.filter((slot) => slot.path === path);
      const plan = agendaOf(log, planned);
      if (!plan) continue;
      compared = true;
      const sound = addsUp(plan, packet);
      if (!sound) because = 'AG-01';
      problems.push(...sameOrder(plan, log), ...sameMinutes(plan, log, sound));
      evidence.push(...log.map((slot) => ({ path, span: slot.span })));
    }
    if (!compared)
      return { verdict: 'not-evaluated', reason: 'No minutes of the packet share an item with the agenda' };
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== undefined) return { verdict: 'fail', problems, because };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: {
          ...slots('Read', 'Decide'),
          ...minutes('14:00 | 20 | 20 | Read | |', '14:20 | 40 | 36 | Decide | |'),
        },
      },
      {
        files: {
          ...slots('Read', 'Decide'),
          ...minutes(
            '14:00 | 20 | 30 | Read | 10 min over, taken from the end |',
            '14:30 | 40 | 30 | Decide | cut by 10 |',
          ),
        },
      },
    ],
    fail: [
      {
        files: {
          ...slots('Read', 'Decide'),
          ...minutes('14:00 | 20 | 30 | Read | |', '14:30 | 40 | 40 | Decide | – |'),
        },
        at: [['kit/review-minutes.md', '30']],
      },
      {
        files: {
          ...slots('Read', 'Decide'),
          ...minutes('14:00 | 40 | 40 | Decide | |', '14:40 | 20 | 20 | Read | |'),
        },
        at: [['kit/review-minutes.md', 'Read']],
      },
      {
        files: {
          ...slots('Read', 'Decide'),
          ...minutes('14:00 | 25 | 25 | Read | |', '14:25 | 40 | 40 | Tea | |'),
        },
        at: [
          ['kit/review-minutes.md', 'Tea'],
          ['kit/review-minutes.md', '25'],
        ],
      },
      // AG-01 says that the slots take 60 minutes of 90.
      {
        files: {
          ...slots('Read', 'Decide', 90),
          ...minutes('14:00 | 20 | 20 | Read | |', '14:20 | 40 | 40 | Decide | |'),
        },
        at: [],
      },
    ],
  },
};

/** The slots of the agenda whose items the log shares most; null when it shares none. */
function agendaOf(log: readonly RecordOf[], planned: readonly RecordOf[]): readonly RecordOf[] | null {
  const held = new Set(log.map(keyOf));
  let best: readonly RecordOf[] | null = null;
  let most = 0;
  for (const path of new Set(planned.map((slot) => slot.path))) {
    const plan = planned.filter((slot) => slot.path === path);
    const shared = plan.filter((slot) => held.has(keyOf(slot))).length;
    if (shared > most) [best, most] = [plan, shared];
  }
  return best;
}

/** Whether the slots fill the meeting without gap or overlap, as AG-01 wants it. */
function addsUp(plan: readonly RecordOf[], packet: Packet): boolean {
  const meeting = packet.records('agenda').find((record) => record.path === plan[0]?.path);
  if (!meeting) return true;
  const [start, end, duration] = ['start', 'end', 'duration'].map((field) => numberOf(meeting, field));
  let at = start ?? null;
  let sum = 0;
  for (const slot of plan) {
    const minutes = numberOf(slot, 'minutes');
    const begins = numberOf(slot, 'start');
    if (minutes === null || (begins !== null && at !== null && begins !== at)) return false;
    at = (begins ?? at) === null ? null : ((begins ?? at) as number) + minutes;
    sum += minutes;
  }
  if (typeof duration === 'number' && sum !== duration) return false;
  return (
    !(typeof start === 'number' && typeof end === 'number' && typeof duration === 'number') ||
    end - start === duration
  );
}

function sameMinutes(plan: readonly RecordOf[], log: readonly RecordOf[], sound: boolean): RuleProblem[] {
  return log.flatMap((slot) => {
    const there = plan.find((one) => keyOf(one) === keyOf(slot));
    const planned = there ? numberOf(there, 'minutes') : null;
    if (!there || planned === null) return [];
    const related = [{ ...placeOf(there, 'minutes'), message: `${planned} min on the agenda` }];
    const copied = numberOf(slot, 'planned');
    const actual = numberOf(slot, 'actual');
    const problems: RuleProblem[] = [];
    if (sound && copied !== null && copied !== planned) {
      const at = placeOf(slot, 'planned');
      problems.push({
        ...at,
        message: `"${textOf(slot, 'item')}" was planned for ${planned} min; the minutes say ${copied}`,
        related,
        fix: { title: `Write ${planned}`, edits: [{ ...at.span, insert: String(planned) }] },
      });
    }
    const off = actual === null ? 0 : actual - planned;
    if (Math.abs(off) > FREE_MINUTES && !/[\p{L}\p{N}]/u.test(textOf(slot, 'note') ?? ''))
      problems.push({
        ...placeOf(slot, 'actual'),
        message: `"${textOf(slot, 'item')}" took ${Math.abs(off)} min ${off > 0 ? 'more' : 'less'} than planned, and no note says why`,
        related,
      });
    return problems;
  });
}

function slots(first: string, second: string, duration = 60): Record<string, string> {
  return agenda(
    `## Agenda\n\n| Start | Minutes | Item | Lead | Method | Output |\n|---|---|---|---|---|---|\n| 14:00 | 20 | ${first} | Bo | a | b |\n| 14:20 | 40 | ${second} | Bo | a | b |\n`,
    undefined,
    `meeting:\n  start: "14:00"\n  end: "15:00"\n  duration_min: ${duration}\n`,
  );
}

function minutes(...rows: readonly string[]): Record<string, string> {
  return {
    'kit/review-minutes.md': `---\nid: M\nkind: support-doc\nsubtype: minutes\n---\n\n# Minutes\n\n| Start | Planned min | Actual min | Item | Note |\n|---|---|---|---|---|\n${rows.map((row) => `| ${row}\n`).join('')}`,
  };
}
