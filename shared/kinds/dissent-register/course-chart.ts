import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { LegendEntry, Paint, TimeBar } from '../../preview/chart/spec';
import type { DataReader } from '../../rubric/read-data';
import { dayNumber } from '../../text/quantities';
import { called, type Register } from './model';

const DAY = 86_400_000;
const WHAT = 'how long each dissent was open';

/** How a status looks; open ones are outlined, since their end is not known. */
export const STATUS_PAINTS: Readonly<Record<string, Paint>> = {
  open: 'soft',
  tripped: 'warning',
  vindicated: 'bad',
  disproved: 'good',
  retired: 'rest',
};

interface Course {
  readonly entry: DataReader;
  readonly from: number;
  readonly to: number;
  /** It has an outcome with a day. */
  readonly settled: boolean;
  readonly status: string;
}

/** Each dissent from the day it was stated to the day of its outcome, or to the date of the register while it is open. */
export function courseChart(register: Register): Block[] {
  const { length } = register.entries;
  if (length > MOST_MARKS) return [leftOut(WHAT, `${length} are more than a chart can hold.`)];
  const stated = register.entries.flatMap((entry) => {
    const from = dayNumber(entry.at('date').text ?? '');
    return from === null ? [] : [{ entry, from }];
  });
  if (register.entries.length === 0) return [];
  if (stated.length === 0) return [leftOut(WHAT, 'No entry has its date yet, written as 2024-03-31.')];
  const outcomes = stated.flatMap(({ entry }) => dayNumber(entry.at('outcome_date').text ?? '') ?? []);
  const own = dayNumber(register.root.at('date').text ?? '');
  const today = Math.max(own ?? 0, ...outcomes, ...stated.map(({ from }) => from));
  const courses = stated.map(({ entry, from }): Course => {
    const end = dayNumber(entry.at('outcome_date').text ?? '');
    const settled = end !== null && end >= from;
    return {
      entry,
      from,
      to: settled ? end : today,
      settled,
      status: entry.at('status').text ?? 'no status',
    };
  });
  const missing = register.entries.filter((entry) => !courses.some((each) => each.entry === entry));
  const from = Math.min(...courses.map((course) => course.from));
  const chart: Block = {
    kind: 'chart',
    title: 'From the dissent to its outcome',
    alt: altOf(courses),
    chart: {
      form: 'time',
      look: 'date',
      from: from * DAY,
      to: Math.max(today, from + 1) * DAY,
      lanes: courses.map((course) => ({
        label: [called(course.entry), course.entry.at('person').text].filter((part) => part).join(' '),
        span: course.entry.at('id').span,
        bars: [barOf(register, course)],
        points: [],
        listed: true,
      })),
      legend: legendOf(courses),
    },
    table: tableOf(courses),
    tabled: true,
    span: register.root.at('entries').keySpan,
  };
  if (missing.length === 0) return [chart];
  const without = `${listed(missing.map(called))} ${missing.length === 1 ? 'is' : 'are'} not on it: the date is missing.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

function barOf(register: Register, course: Course): TimeBar {
  const { entry, from, to, settled, status } = course;
  const wire = entry.at('tripwire').text;
  const state = wire === null ? null : register.tripwire(wire)?.at('state').text;
  const watched = wire === null ? '' : `, ${wire}${state ? ` ${state}` : ''}`;
  const days = `${to - from} ${to - from === 1 ? 'day' : 'days'}`;
  const words = settled ? `${status} after ${days}` : status;
  return {
    from: from * DAY,
    to: to * DAY,
    label: `${words}${watched}`,
    paint: STATUS_PAINTS[status] ?? 'soft',
    ...(settled ? {} : { outline: true }),
    name: `${called(entry)}, stated ${entry.at('date').text} by ${entry.at('person').text ?? 'nobody'}: ${words}${settled ? ` on ${entry.at('outcome_date').text}` : ''}${watched}`,
    span: entry.at('status').exists ? entry.at('status').span : entry.at('id').span,
    ...(entry.node ? { extent: entry.node.span } : {}),
  };
}

function legendOf(courses: readonly Course[]): LegendEntry[] {
  const used = Object.entries(STATUS_PAINTS).filter(([status]) =>
    courses.some((course) => course.status === status && course.settled),
  );
  const open = courses.some((course) => !course.settled);
  return [
    ...used.map(([status, paint]) => ({ label: status, paint, shape: 'box' as const })),
    ...(open ? [{ label: 'not settled', paint: 'soft' as const, shape: 'outline' as const }] : []),
  ];
}

function altOf(courses: readonly Course[]): string {
  const counts = [...new Set(courses.map(({ status }) => status))].map(
    (status) => `${courses.filter((course) => course.status === status).length} ${status}`,
  );
  const outcomes = courses
    .filter(({ settled }) => settled)
    .map(({ entry, from, to, status }) => ` ${called(entry)} was ${status} after ${to - from} days.`);
  return `${courses.length} recorded ${courses.length === 1 ? 'dissent' : 'dissents'}: ${listed(counts)}.${outcomes.join('')}`;
}

function tableOf(courses: readonly Course[]): TableBlock {
  return {
    kind: 'table',
    caption: 'When dissents were stated and settled',
    columns: [
      { label: 'Dissent', align: 'start' },
      { label: 'Person', align: 'start' },
      { label: 'Stated', align: 'start' },
      { label: 'Settled', align: 'start' },
      { label: 'Status', align: 'start' },
      { label: 'Days', align: 'end' },
    ],
    rows: courses.map(({ entry, from, to, settled }) => {
      const text = (key: string) => ({ text: entry.at(key).text ?? '–', span: entry.at(key).span });
      return {
        cells: [
          { text: called(entry), span: entry.at('id').span },
          text('person'),
          text('date'),
          text('outcome_date'),
          text('status'),
          { text: settled ? String(to - from) : '–', span: null },
        ],
      };
    }),
  };
}
