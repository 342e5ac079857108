import { scaleLinear, scaleUtc } from 'd3-scale';
import { diamond, legend, TYPE } from './axes';
import { lineShape, type MarkShape, type Scene, type Shape } from './scene';
import { edgeOf, type TimeBar, type TimeChart, type TimeLook, type TimePoint, textOn } from './spec';
import { clipped, textWidth, within, wrapped } from './text-fit';
import { headLines, headRows, headWords, laneEnds, linkShapes } from './time-across';
import { type Beside, endsOf, laneRows, NO_WORDS, type Place, padOf, ROW } from './time-rows';

type Shapes = (Shape | MarkShape)[];

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
  const heads = headRows(chart, at, [0, right]);
  const headTop = key.height + (key.height > 0 ? 8 : 0);
  const top = headTop + heads.height;
  let bottom = top;
  const lanes = chart.lanes.map((lane) => {
    const rows = laneRows(lane, at, right);
    // Half a pixel more than the longest one needs: sums of fractions may fall short of it.
    const label = wrapped(lane.label, TYPE.label, left - 11.5, 3);
    const laneTop = bottom;
    bottom += Math.max(rows.count * ROW, label.length * 14 + 4) + LANE_GAP;
    const rowTop = (item: TimeBar | TimePoint) => laneTop + (rows.rowOf.get(item) ?? 0) * ROW;
    const wordsOf = (item: TimeBar | TimePoint) => rows.wordsOf.get(item) ?? NO_WORDS;
    return { lane, label, top: laneTop, rowTop, wordsOf };
  });
  const { grounds, lines } = headLines(heads.placed, at, [headTop, bottom]);
  const grid: Shapes = ticks.map(({ x }) => lineShape([x, top], [x, bottom], 'hairline'));
  shapes.push(...grounds, ...grid, lineShape([left, bottom], [right, bottom], 'line'));
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
  shapes.push(...lines);
  for (const lane of lanes) {
    lane.label.forEach((text, i) => {
      shapes.push({
        kind: 'text',
        x: left - 10,
        y: lane.top + 15 + i * 14,
        text,
        size: TYPE.label,
        anchor: 'end',
        fill: 'ink',
      });
    });
    const rule = lane.top - LANE_GAP / 2;
    if (rule > 0) shapes.push(lineShape([left, rule], [right, rule], 'hairline'));
  }
  // Behind the bars: a link on its way past other lanes does not cross their words.
  for (const { from, to } of chart.links ?? []) {
    const [start, goal] = [from, to].map((i) => {
      const lane = lanes[i];
      return lane ? laneEnds(lane.lane, at, (item) => lane.rowTop(item) + ROW / 2) : null;
    });
    if (start && goal) shapes.push(...linkShapes(start, goal, BAR / 2));
  }
  for (const { lane, rowTop, wordsOf } of lanes) {
    for (const bar of lane.bars)
      shapes.push(
        ...barShapes(bar, at, rowTop(bar), { words: wordsOf(bar), right, alone: lane.listed === true }),
      );
    for (const point of lane.points) shapes.push(...pointShapes(point, at, rowTop(point), wordsOf(point)));
  }
  for (const placed of heads.placed) shapes.push(...headWords(placed, headTop));
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

/** `alone` is a bar with its row to itself: its words may take all of it. */
function barShapes(
  bar: TimeBar,
  at: Place,
  top: number,
  {
    words: { before, width },
    right,
    alone,
  }: { readonly words: Beside; readonly right: number; readonly alone: boolean },
): Shapes {
  const [from, to] = endsOf(bar, at);
  const box = { x: from, y: top + (ROW - BAR) / 2, width: to - from, height: BAR };
  const pad = padOf(bar);
  const edge = bar.outline || bar.bracket ? null : edgeOf(bar.paint);
  // Words on a wash are read beyond its end as well: where the row is the bar's own, they begin in it.
  const over = alone && edge !== null ? right - from - pad - 4 : 0;
  const label = clipped(
    bar.label,
    TYPE.small,
    Math.max(width, over, box.width - (bar.bracket ? 24 : 2 * pad)),
  );
  const words = textWidth(label, TYPE.small);
  const inside = words + (bar.bracket ? 24 : 2 * pad - 2) <= box.width || words <= over;
  const text: Shape = {
    kind: 'text',
    x: inside ? from + (bar.bracket ? 14 : pad) : before ? from - pad + 1 : to + pad - 1,
    y: top + ROW / 2 + 4,
    text: label,
    size: TYPE.small,
    anchor: before && !inside ? 'end' : 'start',
    fill: inside && !bar.outline && !bar.bracket ? textOn(bar.paint) : 'ink',
    ...(inside ? {} : { halo: true }),
  };
  if (bar.bracket)
    return [
      {
        kind: 'mark',
        mark: bar,
        box,
        shapes: [...bracket(bar, from, to, top + ROW / 2, inside ? words : 0), text],
      },
    ];
  const rect: Shape = bar.outline
    ? { kind: 'rect', ...box, fill: null, stroke: bar.paint, dashed: true, radius: 3 }
    : { kind: 'rect', ...box, fill: bar.paint, radius: 3 };
  const rim: Shape[] = edge === null ? [] : [{ kind: 'rect', ...box, width: 3, fill: edge, radius: 1 }];
  const gates = (bar.points ?? []).map((point): MarkShape => {
    const [x, y] = [at(point.at), top + ROW / 2];
    const place = { x: x - 7, y: y - 9, width: 14, height: 18 };
    return { kind: 'mark', mark: point, box: place, shapes: [diamond(x, y, 6, point.paint)] };
  });
  return [{ kind: 'mark', mark: bar, box, shapes: [rect, ...rim, text] }, ...gates];
}

/** A line from end to end with strokes at both; words that stand within it break it. */
function bracket(bar: TimeBar, from: number, to: number, y: number, words: number): Shape[] {
  const line = (a: number, b: number) => lineShape([a, y], [b, y], bar.paint, 1.5);
  const end = (x: number) => lineShape([x, y - 6], [x, y + 6], bar.paint, 1.5);
  const lines = words === 0 ? [line(from, to)] : [line(from, from + 9), line(from + words + 19, to)];
  return [...lines, end(from), end(to)];
}

/** A point without words is a stroke: many of them close together are still told apart. */
function tick(point: TimePoint, x: number, y: number): MarkShape {
  const box = { x: x - 4, y: y - 8, width: 8, height: 16 };
  const stroke = { x: x - 1.25, y: y - 7, width: 2.5, height: 14, fill: point.paint, radius: 1 };
  return { kind: 'mark', mark: point, box, shapes: [{ kind: 'rect', ...stroke }] };
}

function pointShapes(point: TimePoint, at: Place, top: number, { before, width }: Beside): Shapes {
  const x = at(point.at);
  const y = top + ROW / 2;
  if (point.label === '') return [tick(point, x, y)];
  const label = clipped(point.label, TYPE.small, width);
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
          halo: true,
        },
      ],
    },
  ];
}
