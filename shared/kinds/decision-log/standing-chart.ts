import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { LegendEntry, Paint, TimeBar, TimePoint } from '../../preview/chart/spec';
import { dates, dayNumber, ids } from '../../text/quantities';
import { cellSpan, type DecisionLog, type LogRow } from './model';

const DAY = 86_400_000;
const WHAT = 'the decisions over time';

interface Dated {
  readonly row: LogRow;
  readonly id: string;
  readonly day: number;
  readonly status: string;
  /** The decision that took its place, and when; `day` is null where the log does not say. */
  readonly successor: { readonly id: string; readonly day: number | null } | null;
}

/** Each decision from its date on: in force, replaced with a line to what took its place, or only proposed and turned down. */
export function standingChart(log: DecisionLog): Block[] {
  const { rows } = log;
  if (rows.length === 0) return [leftOut(WHAT, 'The log has no table of decisions with a row yet.')];
  if (rows.length > MOST_MARKS) return [leftOut(WHAT, `${rows.length} are more than a chart can hold.`)];
  const dated = rows.flatMap((row): Dated[] => {
    const day = dayOf(row);
    return day === null || row.id === ''
      ? []
      : [
          {
            row,
            id: row.id,
            day,
            status: row.text('status').trim().toLowerCase(),
            successor: successorOf(log, row),
          },
        ];
  });
  if (dated.length === 0) return [leftOut(WHAT, 'No decision has its date yet, written as 2024-03-31.')];
  const days = dated.flatMap(({ day, successor }) => [day, successor?.day ?? day]);
  const today = Math.max(dayNumber(log.front.at('date').text ?? '') ?? 0, ...days);
  const from = Math.min(...days);
  const lanes = dated.map((each) => ({
    label: each.id,
    span: cellSpan(each.row, 'id'),
    listed: true,
    ...(inForce(each) || each.successor
      ? { bars: [barOf(each, today)], points: [] }
      : { bars: [], points: [pointOf(each)] }),
  }));
  const links = dated.flatMap(({ successor }, i) => {
    const to = dated.findIndex(({ id }) => id === successor?.id);
    return to < 0 || to === i ? [] : [{ from: i, to }];
  });
  const chart: Block = {
    kind: 'chart',
    title: 'Decisions and their standing',
    alt: altOf(dated),
    chart: {
      form: 'time',
      look: 'date',
      from: from * DAY,
      to: Math.max(today, from + 1) * DAY,
      lanes,
      links,
      legend: legendOf(dated),
    },
    table: tableOf(dated),
    tabled: true,
    span: log.table?.table.header.span ?? null,
  };
  const missing = rows.filter((row) => !dated.some((each) => each.row === row));
  if (missing.length === 0) return [chart];
  const names = missing.map((row) => row.id || 'a row without an id');
  const without = `${listed(names)} ${missing.length === 1 ? 'is' : 'are'} not on it: id and date are wanted.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

function dayOf(row: LogRow): number | null {
  return dayNumber(dates(row.text('date'))[0]?.text ?? '');
}

/** What its row says took its place, else the row that says so of it. */
function successorOf(log: DecisionLog, row: LogRow): Dated['successor'] {
  const own = ids(row.text('supersededBy'), 'ADR')[0]?.text;
  const found = log.rows.find((other) =>
    own === undefined
      ? other.id !== row.id && ids(other.text('supersedes'), 'ADR').some(({ text }) => text === row.id)
      : other.id === own,
  );
  if (found && found.id !== '') return { id: found.id, day: dayOf(found) };
  return own === undefined ? null : { id: own, day: null };
}

function inForce({ status }: Dated): boolean {
  return status === 'accepted' || status === 'published';
}

function isTypeOne({ row }: Dated): boolean {
  return /\b1\b/.test(row.text('type'));
}

function barOf(each: Dated, today: number): TimeBar {
  const { row, day, successor } = each;
  const end = successor?.day ?? today;
  const days = end - day;
  const replaced = successor
    ? `replaced by ${successor.id}${successor.day === null ? '' : ` after ${days} ${days === 1 ? 'day' : 'days'}`}`
    : '';
  return {
    from: day * DAY,
    to: Math.max(day, end) * DAY,
    label: row.text('title').trim() || each.id,
    paint: successor ? 'soft' : isTypeOne(each) ? 'accent' : 'rest',
    ...(successor ? { outline: true } : {}),
    name: `${words(each)}${replaced ? `; ${replaced}` : ''}`,
    span: cellSpan(row, 'title'),
    extent: row.row.span,
  };
}

function pointOf(each: Dated): TimePoint {
  const { row, day, status } = each;
  const title = row.text('title').trim() || each.id;
  return {
    at: day * DAY,
    label: status === '' ? title : `${title} (${status})`,
    paint: paintOfPoint(status),
    name: words(each),
    span: cellSpan(row, 'title'),
    extent: row.row.span,
  };
}

function paintOfPoint(status: string): Paint {
  return status === 'rejected' ? 'bad' : 'warning';
}

function words({ row, id, status }: Dated): string {
  const parts = [row.text('type').trim(), row.text('decider').trim()].filter((part) => part !== '');
  return `${id} ${row.text('title').trim()}: ${status || 'no status'} ${row.text('date').trim()}${parts.length > 0 ? `, ${parts.join(', ')}` : ''}`;
}

function legendOf(dated: readonly Dated[]): LegendEntry[] {
  const bars = dated.filter((each) => inForce(each) && !each.successor);
  const points = dated.filter((each) => !inForce(each) && !each.successor);
  const has = (list: readonly Dated[], test: (each: Dated) => boolean) => list.some(test);
  return [
    ...(has(bars, isTypeOne) ? [{ label: 'in force, Type 1', paint: 'accent', shape: 'box' } as const] : []),
    ...(has(bars, (each) => !isTypeOne(each))
      ? [{ label: 'in force', paint: 'rest', shape: 'box' } as const]
      : []),
    ...(has(dated, ({ successor }) => successor !== null)
      ? [{ label: 'replaced, with a line to what took its place', paint: 'soft', shape: 'outline' } as const]
      : []),
    ...(has(points, ({ status }) => status === 'rejected')
      ? [{ label: 'rejected', paint: 'bad', shape: 'point' } as const]
      : []),
    ...(has(points, ({ status }) => status !== 'rejected')
      ? [{ label: 'not decided', paint: 'warning', shape: 'point' } as const]
      : []),
  ];
}

function altOf(dated: readonly Dated[]): string {
  const standing = dated.filter((each) => inForce(each) && !each.successor).length;
  const replaced = dated.flatMap(({ id, day, successor }) =>
    successor
      ? [
          `${id} was replaced by ${successor.id}${successor.day === null ? '' : ` after ${successor.day - day} days`}`,
        ]
      : [],
  );
  const others = dated
    .filter((each) => !inForce(each) && !each.successor)
    .map(({ id, status }) => `${id} is ${status || 'without a status'}`);
  const more = [...replaced, ...others].map((each) => ` ${each}.`).join('');
  return `${dated.length} decisions, ${standing} in force.${more}`;
}

function tableOf(dated: readonly Dated[]): TableBlock {
  const columns = [
    ['Decision', 'id'],
    ['Title', 'title'],
    ['Date', 'date'],
    ['Status', 'status'],
    ['Type', 'type'],
  ] as const;
  return {
    kind: 'table',
    caption: 'Decisions by date',
    columns: [
      ...columns.map(([label, key]) => ({ label, align: 'start' as const, width: key === 'title' ? 4 : 1 })),
      { label: 'Replaced by', align: 'start' },
    ],
    rows: dated.map(({ row, id, successor }) => ({
      cells: [
        ...columns.map(([, key]) => ({
          text: key === 'id' ? id : row.text(key).trim() || '–',
          span: cellSpan(row, key),
        })),
        { text: successor?.id ?? '–', span: successor ? cellSpan(row, 'supersededBy') : null },
      ],
    })),
  };
}
