import type { Block } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { LegendEntry, Paint, TimeBar } from '../../preview/chart/spec';
import { dayNumber } from '../../text/quantities';
import { LONGEST_SLOT } from './criteria/right-size';
import { type Agenda, clockText, DISSENT, READ_FIRST, type Slot } from './model';
import { minutesEdit, type PlacedSlot, slotTable } from './slot-table';

const MINUTE = 60_000;
const DAY = 86_400_000;
const WHAT = 'the slots over the time of the meeting';

/** The slots of the meeting one under the other, each where the agenda puts it: gaps, overlaps and overrun are seen as such. */
export function timeBar(agenda: Agenda): Block[] {
  if (agenda.slots.length > MOST_MARKS)
    return [leftOut(WHAT, `${agenda.slots.length} slots are more than a chart can hold.`)];
  const placed = place(agenda);
  const [first] = placed;
  if (!first) {
    const none = leftOut(WHAT, 'No slot of the agenda table has its minutes yet.');
    return agenda.table ? [none, { ...slotTable(agenda, placed), forWriting: true }] : [none];
  }
  const missing = agenda.slots.filter((slot) => !placed.some((each) => each.slot === slot));
  const day = (dayNumber(agenda.front.at('meeting', 'date').text ?? '') ?? 0) * DAY;
  const time = (minutes: number) => day + minutes * MINUTE;
  const [begin, end] = [
    Math.min(agenda.start ?? first.from, ...placed.map(({ from }) => from)),
    Math.max(agenda.end ?? 0, ...placed.map(({ from, minutes }) => from + minutes)),
  ];
  const chart: Block = {
    kind: 'chart',
    title: 'The time of the meeting',
    alt: altOf(agenda, placed),
    chart: {
      form: 'time',
      look: 'clock',
      from: time(begin),
      to: time(end),
      lanes: placed.map((each) => ({
        label: each.slot.item.trim() || 'A slot without an item',
        span: each.slot.itemCell?.span ?? each.slot.row.span,
        bars: [{ ...barOf(each, time), ...minutesEdit(agenda, each.slot) }],
        points: [],
        listed: true,
      })),
      ...(agenda.end === null || agenda.end <= begin
        ? {}
        : {
            moments: [
              {
                at: time(agenda.end),
                label: `end ${clockText(agenda.end)}`,
                paint: 'ink' as const,
                dashed: true,
                name: `The meeting ends at ${clockText(agenda.end)}`,
                span: agenda.front.at('meeting', 'end').span,
              },
            ],
          }),
      legend: legendOf(placed),
    },
    table: slotTable(agenda, placed),
    tabled: true,
    span: first.slot.row.span,
  };
  if (missing.length === 0) return [chart];
  const names = missing.map((slot) => slot.item.trim() || 'a slot without an item');
  const without = `${listed(names)} ${missing.length === 1 ? 'is' : 'are'} not on it: a slot needs a whole number of minutes.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

/** Where the slots stand: at their own start, else behind the one before. */
function place(agenda: Agenda): PlacedSlot[] {
  let expected = agenda.start ?? agenda.slots.find((slot) => slot.start !== null)?.start ?? 0;
  return agenda.slots.flatMap((slot) => {
    const { minutes } = slot;
    if (minutes === null || minutes === 0) return [];
    const from = slot.start ?? expected;
    const each = { slot, minutes, from, expected };
    expected = from + minutes;
    return [each];
  });
}

function barOf(each: PlacedSlot, time: (minutes: number) => number): TimeBar {
  const { slot, minutes, from, expected } = each;
  const lead = slot.lead.trim();
  const off = from - expected;
  const short = off === 0 ? '' : off > 0 ? `${off} min gap` : `${-off} min overlap`;
  const wrong = off === 0 ? '' : off > 0 ? `${off} min after the one before` : `${-off} min too early`;
  return {
    from: time(from),
    to: time(from + minutes),
    label: [`${minutes} min`, short, lead].filter((part) => part !== '').join(' · '),
    paint: paintOf(each),
    name: `${clockText(from)} ${slot.item.trim() || 'a slot without an item'}, ${minutes} min${lead ? `, ${lead}` : ', nobody leads'}${slot.output.trim() ? `; output: ${slot.output.trim()}` : '; no output'}${wrong ? `, ${wrong}` : ''}`,
    span: slot.itemCell?.span ?? slot.row.span,
    extent: slot.row.span,
  };
}

function paintOf({ slot, minutes, from, expected }: PlacedSlot): Paint {
  if (from !== expected) return 'bad';
  if (minutes > LONGEST_SLOT) return 'warning';
  if (DISSENT.test(slot.item)) return 'accent';
  return isReading(slot) ? 's2' : 'rest';
}

function isReading(slot: Slot): boolean {
  return READ_FIRST.test(`${slot.item} ${slot.method}`);
}

function legendOf(placed: readonly PlacedSlot[]): LegendEntry[] {
  const paints = new Set(placed.map(paintOf));
  const all: readonly (readonly [Paint, string])[] = [
    ['s2', 'reading and clarifying'],
    ['accent', 'dissent'],
    ['rest', 'other slots'],
    ['warning', `longer than ${LONGEST_SLOT} min`],
    ['bad', 'does not follow the one before'],
  ];
  return all
    .filter(([paint]) => paints.has(paint))
    .map(([paint, label]) => ({ paint, label, shape: 'box' as const }));
}

function altOf(agenda: Agenda, placed: readonly PlacedSlot[]): string {
  const sum = (slots: readonly PlacedSlot[]) => slots.reduce((total, { minutes }) => total + minutes, 0);
  const total = sum(placed);
  const dissent = sum(placed.filter(({ slot }) => DISSENT.test(slot.item)));
  const longest = placed.reduce((a, b) => (b.minutes > a.minutes ? b : a));
  const hours =
    agenda.start === null || agenda.end === null
      ? ''
      : ` in a meeting from ${clockText(agenda.start)} to ${clockText(agenda.end)}`;
  const round =
    dissent === 0
      ? 'No slot is for dissent'
      : `Dissent has ${dissent} min, ${Math.round((100 * dissent) / total)} %`;
  const off = placed.filter(({ from, expected }) => from !== expected).length;
  const wrong = off === 0 ? '' : ` ${off} ${off === 1 ? 'does' : 'do'} not follow the one before.`;
  return `${placed.length} slots of ${total} min${hours}. ${round}. The longest slot has ${longest.minutes} min.${wrong}`;
}
