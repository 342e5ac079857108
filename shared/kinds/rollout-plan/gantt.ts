import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { LegendEntry, Mark, TimeBar, TimePoint } from '../../preview/chart/spec';
import type { DataReader } from '../../rubric/read-data';
import { dayNumber } from '../../text/quantities';
import { firstReplan, type Gate, hasNumber, type Phase, type Plan, phaseName } from './model';

const DAY = 86_400_000;
const WHAT = 'the phases over time';

interface Dated {
  readonly start: number;
  /** The last day, which belongs to the phase. */
  readonly end: number;
}

interface DatedPhase extends Dated {
  readonly phase: Phase;
  /** The dates before any replan, where they were others. */
  readonly former: (Dated & { readonly at: DataReader }) | null;
}

/** Phases over time: gates at their ends, what rolls them back under them, and the plan as it was before it was moved. */
export function gantt(plan: Plan): Block[] {
  const marks = plan.phases.reduce((sum, { triggers }) => sum + 4 + triggers.length, 0);
  if (marks > MOST_MARKS)
    return [leftOut(WHAT, `${plan.phases.length} phases are more than a chart can hold.`)];
  const placed = plan.phases.flatMap((phase): DatedPhase[] => {
    const { start, end } = phase;
    return start === null || end === null || end < start
      ? []
      : [{ phase, start, end, former: formerDates(plan, phase) }];
  });
  const names = plan.phases.filter((phase) => !placed.some((each) => each.phase === phase)).map(phaseName);
  if (placed.length === 0)
    return [leftOut(WHAT, 'No phase has a start and a later end, written as 2024-03-31, yet.')];
  const freezes = plan.root.at('freeze_windows').items.flatMap(freezeOf);
  const replans = replanMoments(plan);
  const days = placed.flatMap(({ start, end, former }) => [
    start,
    end + 1,
    ...(former ? [former.start, former.end + 1] : []),
  ]);
  const [from, to] = [Math.min(...days) * DAY, Math.max(...days) * DAY];
  const within = (time: number) => time >= from && time <= to;
  const lanes = placed.map((each) => ({
    label: phaseName(each.phase),
    span: each.phase.at.at('id').span,
    bars: [phaseBar(each), ...formerBar(each), ...each.phase.triggers.map((t) => triggerBar(each, t))],
    points: [],
    listed: true,
  }));
  const chart: Block = {
    kind: 'chart',
    title: 'Phases with their gates, and what rolls them back',
    alt: altOf(placed, freezes),
    chart: {
      form: 'time',
      look: 'date',
      from,
      to,
      lanes,
      moments: replans.filter((moment) => within(moment.at)),
      stretches: freezes.filter((freeze) => freeze.to > from && freeze.from < to),
      legend: legendOf(placed, freezes),
    },
    table: tableOf(placed),
    tabled: true,
    span: plan.root.at('phases').keySpan,
  };
  if (names.length === 0) return [chart];
  const without = `${listed(names)} ${names.length === 1 ? 'is' : 'are'} not on it: a phase needs a start and a later end, written as 2024-03-31.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

function formerDates(plan: Plan, phase: Phase): DatedPhase['former'] {
  const at = firstReplan(plan.replans, phase.id);
  const start = dayNumber(at?.at('old_start').text ?? '') ?? phase.start;
  const end = dayNumber(at?.at('old_end').text ?? '');
  if (!at || start === null || end === null || end < start) return null;
  return start === phase.start && end === phase.end ? null : { start, end, at };
}

function phaseBar({ phase, start, end }: DatedPhase): TimeBar {
  const minutes = phase.at.at('rollback_minutes').number;
  const back = minutes === null ? '' : `back in ${minutes} min`;
  const owner = phase.at.at('owner').text;
  return {
    from: start * DAY,
    to: (end + 1) * DAY,
    label: back,
    paint: 'accent',
    name: `${phaseName(phase)}: ${dates(phase.at)}, ${end - start + 1} days${back ? `, ${back}` : ''}${owner ? `, owner ${owner}` : ''}`,
    ...whole(phase.at, 'id'),
    points: [
      gatePoint(phase, 'entry', phase.entry, start * DAY),
      gatePoint(phase, 'exit', phase.exit, (end + 1) * DAY),
    ],
  };
}

function gatePoint(phase: Phase, side: 'entry' | 'exit', gates: readonly Gate[], at: number): TimePoint {
  const list = phase.at.at(side);
  if (gates.length === 0)
    return {
      at,
      label: '',
      paint: 'bad',
      name: `${phaseName(phase)} has no ${side} gate`,
      span: list.exists ? list.keySpan : phase.at.at('id').span,
    };
  const all = gates.map((gate) => `${gate.check || 'a check'}: ${gate.threshold ?? 'no threshold'}`);
  return {
    at,
    label: '',
    paint: gates.every(hasNumber) ? 'ink' : 'warning',
    name: `${side === 'entry' ? 'Entry to' : 'Exit from'} ${phase.id || phaseName(phase)}, ${counted(gates.length, 'gate')}. ${all.join('; ')}`,
    span: list.keySpan,
    ...(list.node ? { extent: list.node.span } : {}),
  };
}

function formerBar({ phase, former }: DatedPhase): TimeBar[] {
  if (!former) return [];
  return [
    {
      from: former.start * DAY,
      to: (former.end + 1) * DAY,
      label: former.at.at('old_end').text ? `to ${former.at.at('old_end').text}` : 'as first planned',
      paint: 'soft',
      outline: true,
      name: `${phaseName(phase)} as first planned: ${dates(former.at, 'old_')}. ${former.at.at('reason').text ?? ''}`.trim(),
      ...whole(former.at, 'old_end'),
    },
  ];
}

function triggerBar({ phase, start, end }: DatedPhase, trigger: Gate): TimeBar {
  const at = (key: string) => trigger.at.at(key).text;
  const when = [trigger.check || 'a trigger', trigger.threshold, at('window') ? `for ${at('window')}` : null]
    .filter((part) => part !== null)
    .join(' ');
  const alert = at('alert_id');
  return {
    from: start * DAY,
    to: (end + 1) * DAY,
    label: when,
    paint: hasNumber(trigger) ? 'warning-wash' : 'bad-wash',
    name: `${phase.id || phaseName(phase)} rolls back on ${when}${at('action') ? `: ${at('action')}` : ''}${alert ? `. Alert ${alert}` : ''}`,
    span: trigger.at.at(trigger.at.at('metric').exists ? 'metric' : 'threshold').span,
    ...(trigger.at.node ? { extent: trigger.at.node.span } : {}),
  };
}

function freezeOf(at: DataReader): TimeBar[] {
  const [start, end] = [dayNumber(at.at('start').text ?? ''), dayNumber(at.at('end').text ?? '')];
  if (start === null || end === null || end < start) return [];
  return [
    {
      from: start * DAY,
      to: (end + 1) * DAY,
      label: 'freeze',
      paint: 'plain-wash',
      name: `Freeze ${dates(at)}. ${at.at('reason').text ?? ''}`.trim(),
      ...whole(at, 'start'),
    },
  ];
}

/** One moment for each day on which phases were moved. */
function replanMoments(plan: Plan) {
  const days = new Map<number, DataReader[]>();
  for (const replan of plan.replans) {
    const day = dayNumber(replan.at('date').text ?? '');
    if (day !== null) days.set(day, [...(days.get(day) ?? []), replan]);
  }
  return [...days].flatMap(([day, moved]) => {
    const [first] = moved;
    if (!first) return [];
    const ends = moved.map(
      (at) => `${at.at('phase').text ?? 'a phase'} ${dates(at, 'new_')} instead of ${dates(at, 'old_')}`,
    );
    const date = first.at('date').text;
    return [
      {
        at: day * DAY,
        label: 'replan',
        paint: 'soft' as const,
        dashed: true,
        name: `Replan of ${date}: ${ends.join('; ')}`,
        ...whole(first, 'date'),
      },
    ];
  });
}

function whole(at: DataReader, key: string): Pick<Mark, 'span' | 'extent'> {
  return { span: at.at(key).span, ...(at.node ? { extent: at.node.span } : {}) };
}

function dates(at: DataReader, prefix: '' | 'old_' | 'new_' = ''): string {
  return `${at.at(`${prefix}start`).text ?? '–'} to ${at.at(`${prefix}end`).text ?? '–'}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function legendOf(placed: readonly DatedPhase[], freezes: readonly TimeBar[]): LegendEntry[] {
  const any = (test: (each: DatedPhase) => boolean) => placed.some(test);
  const gates = placed.flatMap(({ phase }) => [phase.entry, phase.exit]);
  const missing = gates.some((list) => list.length === 0);
  const vague = gates.some((list) => !list.every(hasNumber));
  return [
    { label: 'phase', paint: 'accent', shape: 'box' },
    { label: 'gates to enter and to leave', paint: 'ink', shape: 'point' },
    ...(vague ? [{ label: 'gate without a number', paint: 'warning', shape: 'point' } as const] : []),
    ...(missing ? [{ label: 'no gate', paint: 'bad', shape: 'point' } as const] : []),
    ...(any(({ phase }) => phase.triggers.length > 0)
      ? [{ label: 'rolls back on', paint: 'warning-wash', shape: 'box' } as const]
      : []),
    ...(any(({ former }) => former !== null)
      ? [{ label: 'as first planned', paint: 'soft', shape: 'outline' } as const]
      : []),
    ...(freezes.length > 0 ? [{ label: 'freeze', paint: 'plain-wash', shape: 'box' } as const] : []),
  ];
}

function altOf(placed: readonly DatedPhase[], freezes: readonly TimeBar[]): string {
  const byTime = (key: 'start' | 'end') => [...placed].sort((a, b) => a[key] - b[key]);
  const sum = (list: 'entry' | 'exit' | 'triggers') =>
    placed.reduce((total, { phase }) => total + phase[list].length, 0);
  const start = byTime('start')[0]?.phase.at.at('start').text;
  const end = byTime('end').at(-1)?.phase.at.at('end').text;
  const moved = placed.flatMap(({ phase, end, former }) =>
    former && former.end !== end
      ? [
          `${phase.id || phaseName(phase)} ends ${counted(Math.abs(end - former.end), 'day')} ${end > former.end ? 'later' : 'earlier'}`,
        ]
      : [],
  );
  const frozen = freezes.map((freeze) => ` ${freeze.name.split('. ')[0]}.`).join('');
  return `${counted(placed.length, 'phase')} from ${start} to ${end}, with ${counted(sum('entry'), 'entry gate')}, ${counted(sum('exit'), 'exit gate')} and ${counted(sum('triggers'), 'rollback trigger')}.${moved.length > 0 ? ` Against the first plan ${listed(moved)}.` : ''}${frozen}`;
}

function tableOf(placed: readonly DatedPhase[]): TableBlock {
  return {
    kind: 'table',
    caption: 'Phases, their dates and what can stop them',
    columns: [
      { label: 'Phase', align: 'start', width: 3 },
      { label: 'From', align: 'start', width: 2 },
      { label: 'To', align: 'start', width: 2 },
      { label: 'First planned to', align: 'start', width: 2 },
      ...['Entry gates', 'Exit gates', 'Triggers', 'Rollback (min)'].map((label) => ({
        label,
        align: 'end' as const,
      })),
    ],
    rows: placed.map(({ phase, former }) => {
      const { at } = phase;
      const text = (key: string) => ({ text: at.at(key).spelled ?? '–', span: at.at(key).span });
      const number = (key: string, list: readonly Gate[]) => ({
        text: String(list.length),
        span: at.at(key).keySpan,
      });
      const old = former?.at.at('old_end');
      return {
        cells: [
          { text: phaseName(phase), span: at.at('id').span },
          text('start'),
          text('end'),
          { text: old?.text ?? '–', span: old?.span ?? null },
          number('entry', phase.entry),
          number('exit', phase.exit),
          number('rollback_triggers', phase.triggers),
          text('rollback_minutes'),
        ],
      };
    }),
  };
}
