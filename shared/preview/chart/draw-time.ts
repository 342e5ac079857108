import { scaleLinear, scaleUtc } from 'd3-scale';
import { diamond, legend, TYPE } from './axes';
import { lineShape, type MarkShape, type Scene, type Shape } from './scene';
import { type TimeBar, type TimeChart, type TimeLook, type TimePoint, textOn } from './spec';
import { clipped, textWidth, within, wrapped } from './text-fit';

type Shapes = (Shape | MarkShape)[];
type Lane = TimeChart['lanes'][number];
type Place = (value: number) => number;

const ROW = 24;
const BAR = 18;
const LANE_GAP = 8;

/** Lanes of bars and points along one time; what overlaps within a lane goes to a further row of it. */
export function drawTime(chart: TimeChart, width: number): Scene {
  const shapes: Shapes = [];
  const key = legend(chart.legend ?? [], [0, 0], width);
  shapes.push(...key.shapes);
  const longest = Math.max(0, ...chart.lanes.map((lane) => textWidth(lane.label, TYPE.label)));
  const left = longest === 0 ? 4 : Math.min(width * 0.26, longest) + 12;
  const right = width - 8;
  const { at, ticks } = timeScale(chart, [left, right]);
  const moments = momentRows(chart.moments ?? [], at, [0, right]);
  let top = key.height + (key.height > 0 ? 8 : 0) + moments.height;
  const lanes = chart.lanes.map((lane) => {
    const rows = laneRows(lane, at, right);
    const label = wrapped(lane.label, TYPE.label, left - 12, 3);
    const height = Math.max(rows.count * ROW, label.length * 14 + 4) + LANE_GAP;
    return { lane, rows, label, height };
  });
  const bottom = top + lanes.reduce((sum, lane) => sum + lane.height, 0);
  const grid: Shapes = ticks.map(({ x }) => lineShape([x, top], [x, bottom], 'hairline'));
  shapes.push(...grid, lineShape([left, bottom], [right, bottom], 'line'));
  for (const { words, text } of ticks)
    shapes.push({
      kind: 'text',
      x: words,
      y: bottom + 16,
      text,
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
  for (const { moment, x, row } of moments.placed) {
    shapes.push(
      lineShape(
        [x, top - moments.height + row * 16 + 8],
        [x, bottom],
        moment.paint,
        1.25,
        moment.dashed ?? false,
      ),
    );
  }
  for (const { lane, rows, label, height } of lanes) {
    label.forEach((text, i) => {
      shapes.push({
        kind: 'text',
        x: left - 10,
        y: top + 15 + i * 14,
        text,
        size: TYPE.label,
        anchor: 'end',
        fill: 'ink',
      });
    });
    if (top > 0) shapes.push(lineShape([left, top - LANE_GAP / 2], [right, top - LANE_GAP / 2], 'hairline'));
    for (const bar of lane.bars)
      shapes.push(...barShapes(bar, at, top + (rows.rowOf.get(bar) ?? 0) * ROW, right));
    for (const point of lane.points)
      shapes.push(...pointShapes(point, at, top + (rows.rowOf.get(point) ?? 0) * ROW, right));
    top += height;
  }
  for (const placed of moments.placed)
    shapes.push(...momentHead(placed, key.height + (key.height > 0 ? 8 : 0)));
  return { width, height: bottom + 24, shapes };
}

function timeScale(chart: TimeChart, range: readonly [number, number]) {
  const [from, to] = chart.to > chart.from ? [chart.from, chart.to] : [chart.from, chart.from + 1];
  const count = Math.max(2, Math.floor((range[1] - range[0]) / 80));
  const linear = scaleLinear().domain([from, to]).range(range).clamp(true);
  const at: Place = (value) => linear(value);
  const values =
    chart.look === 'minutes'
      ? minuteTicks(from, to, count)
      : scaleUtc().domain([from, to]).ticks(count).map(Number);
  let taken = Number.NEGATIVE_INFINITY;
  const ticks = values.flatMap((value, i) => {
    const x = at(value);
    const text = timeText(value, chart.look, values[i - 1] ?? null);
    const words = within(text, TYPE.small, { x, anchor: 'middle' }, [0, range[1] + 8]);
    if (words.x < taken) return [];
    taken = words.x + words.width + 8;
    return [{ x, words: words.x, text }];
  });
  return { at, ticks };
}

/** Minutes go by quarters and hours, not by tens of ten. */
function minuteTicks(from: number, to: number, count: number): number[] {
  const step =
    [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].find((s) => (to - from) / s <= count) ??
    (to - from) / count;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A place in time in words; the year is said where it begins. */
export function timeText(value: number, look: TimeLook, before: number | null = null): string {
  if (look === 'minutes') return `${Math.round(value)} min`;
  const date = new Date(value);
  const two = (n: number) => String(n).padStart(2, '0');
  if (look === 'clock') {
    const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
    const other = before === null || new Date(before).getUTCDate() !== date.getUTCDate();
    return other && clock === '00:00' ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` : clock;
  }
  const year =
    before === null || new Date(before).getUTCFullYear() !== date.getUTCFullYear()
      ? ` ${date.getUTCFullYear()}`
      : '';
  const day = date.getUTCDate() === 1 ? '' : `${date.getUTCDate()} `;
  return `${day}${MONTHS[date.getUTCMonth()]}${year}`;
}

/** Words take at most this share of the picture, so that they fit on one side of their place. */
function room(right: number): number {
  return right * 0.38;
}

/** Words stand in their bar where they fit, else behind it; both take room in the row. */
function extent(item: TimeBar | TimePoint, at: Place, right: number): [number, number] {
  if ('at' in item) {
    const x = at(item.at);
    const words = Math.min(room(right), textWidth(item.label, TYPE.small)) + 10;
    return x + words > right ? [x - words, x + 6] : [x - 6, x + words];
  }
  const [from, to] = [at(item.from), Math.max(at(item.to), at(item.from) + 3)];
  const words = Math.min(room(right), textWidth(item.label, TYPE.small)) + 10;
  if (words <= to - from) return [from, to];
  return to + words > right ? [from - words, to] : [from, to + words];
}

function laneRows(lane: Lane, at: Place, right: number) {
  const rowOf = new Map<TimeBar | TimePoint, number>();
  const ends: number[] = [];
  const items = [...lane.bars, ...lane.points].map((item) => ({ item, extent: extent(item, at, right) }));
  items.sort((a, b) => a.extent[0] - b.extent[0]);
  for (const {
    item,
    extent: [from, to],
  } of items) {
    let row = ends.findIndex((end) => end + 4 <= from);
    if (row < 0) row = ends.length;
    ends[row] = to;
    rowOf.set(item, row);
  }
  return { rowOf, count: Math.max(1, ends.length) };
}

function barShapes(bar: TimeBar, at: Place, top: number, right: number): Shapes {
  const [from, to] = [at(bar.from), Math.max(at(bar.to), at(bar.from) + 3)];
  const box = { x: from, y: top + (ROW - BAR) / 2, width: to - from, height: BAR };
  const label = clipped(bar.label, TYPE.small, room(right));
  const words = textWidth(label, TYPE.small);
  const inside = words + 10 <= box.width;
  const before = !inside && to + words + 10 > right;
  const text: Shape = {
    kind: 'text',
    x: inside ? from + 6 : before ? from - 5 : to + 5,
    y: top + ROW / 2 + 4,
    text: label,
    size: TYPE.small,
    anchor: before ? 'end' : 'start',
    fill: inside && !bar.outline ? textOn(bar.paint) : 'ink',
  };
  const rect: Shape = bar.outline
    ? { kind: 'rect', ...box, fill: null, stroke: bar.paint, dashed: true, radius: 3 }
    : { kind: 'rect', ...box, fill: bar.paint, radius: 3 };
  return [{ kind: 'mark', mark: bar, box, shapes: [rect, text] }];
}

function pointShapes(point: TimePoint, at: Place, top: number, right: number): Shapes {
  const x = at(point.at);
  const y = top + ROW / 2;
  const label = clipped(point.label, TYPE.small, room(right));
  const before = x + textWidth(label, TYPE.small) + 10 > right;
  return [
    {
      kind: 'mark',
      mark: point,
      box: { x: x - 8, y: y - 8, width: 16, height: 16 },
      shapes: [
        diamond(x, y, 6, point.paint),
        {
          kind: 'text',
          x: before ? x - 9 : x + 9,
          y: y + 4,
          text: label,
          size: TYPE.small,
          anchor: before ? 'end' : 'start',
          fill: 'ink',
        },
      ],
    },
  ];
}

interface PlacedMoment {
  readonly moment: NonNullable<TimeChart['moments']>[number];
  readonly x: number;
  readonly row: number;
  readonly start: number;
  readonly text: string;
}

/** The words of moments stand over the lanes, in as many rows as they need. */
function momentRows(
  moments: NonNullable<TimeChart['moments']>,
  at: Place,
  [left, right]: readonly [number, number],
) {
  const ends: number[] = [];
  const placed = [...moments]
    .sort((a, b) => a.at - b.at)
    .map((moment): PlacedMoment => {
      const x = at(moment.at);
      const {
        x: start,
        width,
        text,
      } = within(moment.label, TYPE.small, { x, anchor: 'middle' }, [left, right]);
      let row = ends.findIndex((end) => end + 8 <= start);
      if (row < 0) row = ends.length;
      ends[row] = start + width;
      return { moment, x, row, start, text };
    });
  return { placed, height: ends.length * 16 + (ends.length > 0 ? 6 : 0) };
}

function momentHead({ moment, row, start, text }: PlacedMoment, top: number): Shapes {
  const width = textWidth(text, TYPE.small);
  const box = { x: start, y: top + row * 16, width, height: 15 };
  return [
    { kind: 'rect', ...box, fill: 'paper' },
    {
      kind: 'mark',
      mark: moment,
      box,
      shapes: [
        {
          kind: 'text',
          x: start,
          y: box.y + 11,
          text,
          size: TYPE.small,
          anchor: 'start',
          fill: 'ink',
        },
      ],
    },
  ];
}
