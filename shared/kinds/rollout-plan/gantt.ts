import type { Block } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { Mark, TimeBar, TimePoint } from '../../preview/chart/spec';
import type { DataReader } from '../../rubric/read-data';
import { dayNumber } from '../../text/quantities';
import { altOf, counted, type DatedPhase, legendOf, tableOf } from './gantt-words';
import { firstReplan, type Gate, hasNumber, type Phase, type Plan, phaseName } from './model';

const DAY = 86_400_000;
const WHAT = 'the phases over time';

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
    label: [back, ...gaps(phase)].filter((part) => part !== '').join(', '),
    paint: 'accent',
    name: `${phaseName(phase)}: ${dates(phase.at)}, ${end - start + 1} days${back ? `, ${back}` : ''}${owner ? `, owner ${owner}` : ''}`,
    ...whole(phase.at, 'id'),
    points: [
      gatePoint(phase, 'entry', phase.entry, start * DAY),
      gatePoint(phase, 'exit', phase.exit, (end + 1) * DAY),
    ],
  };
}

/** Gates that cannot say no (RO-02), in words: the colour of a point alone would not tell. */
function gaps(phase: Phase): string[] {
  return (['entry', 'exit'] as const).flatMap((side) => {
    if (phase[side].length === 0) return [`no ${side} gate`];
    return phase[side].every(hasNumber) ? [] : [`${side} without a number`];
  });
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
