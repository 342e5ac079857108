import type { Progress, Standing } from '../../shared/ipc/payloads';
import { rowRules, TYPE, tickRoom, valueScale } from '../../shared/preview/chart/axes';
import { dot } from '../../shared/preview/chart/draw-lines';
import { timeText } from '../../shared/preview/chart/draw-time';
import { lineShape, type MarkShape, round, type Scene, type Shape } from '../../shared/preview/chart/scene';
import { textWidth } from '../../shared/preview/chart/text-fit';
import { percentOf } from './progress-words';

const DAY = 86_400_000;
const POINTS_HEIGHT = 96;
const COUNTS_HEIGHT = 72;
/** Words over a panel, and between the two. */
const HEAD = 26;
/** Bars of a day are no wider than this. */
const WIDEST = 16;
/** Days between two ticks are one of these. */
const STEPS = [1, 2, 7, 14, 28, 91, 182, 364];

type Shapes = (Shape | MarkShape)[];

/**
 * The record of the days, in two panels over one calendar: the share of the points as a line, and under it the open findings as bars, each with a
 * scale of its own. Days stand where they are in the calendar, so that a week without work is a gap. The last values are written beside them.
 */
export function progressScene(progress: Progress, width: number): Scene {
  const days = progress.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / DAY);
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  const most = Math.max(1, ...progress.map(({ must, should }) => must + should));
  const counts = { label: '', look: 'plain', from: 0, to: most } as const;
  // Findings come in whole ones: no tick lies between.
  const ticks = most < 2 ? 1 : 2;
  const share = { label: '', look: 'percent', from: 0, to: 1 } as const;
  const left =
    10 +
    Math.max(tickRoom(valueScale(share, [], [1, 0], 2)), tickRoom(valueScale(counts, [], [1, 0], ticks)));
  const words = endWords(progress);
  const right = width - 16 - Math.max(0, ...words.map(({ text }) => textWidth(text, TYPE.small, true)));
  const step = (right - left) / (to - from + 1);
  const x = (index: number) => left + step * ((days[index] ?? from) - from + 0.5);

  const top = HEAD;
  const points = valueScale(share, [], [top + POINTS_HEIGHT, top], 2);
  const base = top + POINTS_HEIGHT + 16 + HEAD;
  const open = valueScale(counts, [], [base + COUNTS_HEIGHT, base], ticks);
  const bottom = base + COUNTS_HEIGHT;

  const shapes: Shapes = [
    head('Share of the points', 0),
    head('Open findings', base - HEAD),
    ...rowRules(points, left, right),
    ...rowRules(open, left, right),
    ...dayTicks(from, to, { left, right, step, bottom }),
  ];
  progress.forEach((day, index) => {
    shapes.push(bar(day, x(index), Math.min(WIDEST, Math.max(1.5, step * 0.7)), open.at));
  });
  const line = progress.flatMap((day, index) =>
    day.points === null ? [] : [{ day, x: x(index), y: points.at(day.points) }],
  );
  if (line.length > 1) {
    const d = line.map((at, i) => `${i === 0 ? 'M' : 'L'}${round(at.x)},${round(at.y)}`).join('');
    shapes.push({ kind: 'path', d, fill: null, stroke: 'accent', weight: 2 });
  }
  for (const at of line)
    shapes.push({
      kind: 'mark',
      mark: { name: `${at.day.day}: ${percentOf(at.day)} of the points`, span: null },
      box: { x: at.x - 4, y: at.y - 4, width: 8, height: 8 },
      shapes: [dot(at.x, at.y, step < 5 ? 1.5 : 3, 'accent')],
    });
  shapes.push(...endShapes(words, progress, { x: right + 8, points: points.at, open: open.at }));
  return { width, height: bottom + 26, shapes };
}

function head(text: string, top: number): Shape {
  return { kind: 'text', x: 0, y: top + 10, text, size: TYPE.small, anchor: 'start', fill: 'soft' };
}

/** Musts stand below and are filled; shoulds stand on them and are outlined, where a bar is wide enough for that. */
function bar(day: Standing, x: number, thick: number, at: (value: number) => number): MarkShape {
  const piece = (low: number, high: number) => ({
    kind: 'rect' as const,
    x: x - thick / 2,
    y: at(high),
    width: thick,
    height: at(low) - at(high),
  });
  const { must, should } = day;
  const upper: Shape = { ...piece(must, must + should), fill: thick < 5 ? 'warning' : 'warning-wash' };
  const shapes: Shape[] = [];
  if (must > 0) shapes.push({ ...piece(0, must), fill: 'bad' });
  if (should > 0) shapes.push(thick < 5 ? upper : { ...upper, stroke: 'warning' });
  return {
    kind: 'mark',
    mark: { name: `${day.day}: ${must} must and ${should} should open`, span: null },
    box: piece(0, Math.max(1, must + should)),
    shapes,
  };
}

interface EndWord {
  readonly of: 'points' | 'must' | 'should';
  readonly text: string;
}

/** What the last day says, beside it. */
function endWords(progress: Progress): EndWord[] {
  const last = progress.at(-1);
  if (!last) return [];
  return [
    ...(last.points === null ? [] : [{ of: 'points' as const, text: percentOf(last) }]),
    ...(last.should > 0 ? [{ of: 'should' as const, text: `${last.should} should` }] : []),
    ...(last.must > 0 ? [{ of: 'must' as const, text: `${last.must} must` }] : []),
  ];
}

/** The words of shoulds stand over those of musts, however thin the pieces are. */
function endShapes(
  words: readonly EndWord[],
  progress: Progress,
  {
    x,
    points,
    open,
  }: {
    readonly x: number;
    readonly points: (value: number) => number;
    readonly open: (value: number) => number;
  },
): Shape[] {
  const last = progress.at(-1);
  if (!last) return [];
  const { must, should } = last;
  const musts = open(must / 2);
  const shoulds = open(must + should / 2);
  const y: Record<EndWord['of'], number> = {
    points: points(last.points ?? 0),
    must: musts,
    should: must > 0 ? Math.min(shoulds, musts - 14) : shoulds,
  };
  return words.map(({ of, text }) => ({
    kind: 'text',
    x,
    y: y[of] + 4,
    text,
    size: TYPE.small,
    anchor: 'start',
    fill: 'ink',
    bold: true,
  }));
}

/** Days under the bars, as many as have room; the first one always. */
function dayTicks(
  from: number,
  to: number,
  {
    left,
    right,
    step,
    bottom,
  }: { readonly left: number; readonly right: number; readonly step: number; readonly bottom: number },
): Shape[] {
  const every = STEPS.find((days) => days * step >= 64) ?? Math.ceil(64 / step);
  const shapes: Shape[] = [];
  let before: number | null = null;
  for (let day = from; day <= to; day += every) {
    const x = left + step * (day - from + 0.5);
    const text = dayText(day * DAY, before);
    before = day * DAY;
    shapes.push(lineShape([x, bottom], [x, bottom + 4], 'line'));
    const half = textWidth(text, TYPE.small) / 2;
    shapes.push({
      kind: 'text',
      x: Math.min(Math.max(x, half), right + 8 - half),
      y: bottom + 17,
      text,
      size: TYPE.small,
      anchor: 'middle',
      fill: 'soft',
    });
  }
  return shapes;
}

/** "5 Jan 2026", "12 Jan": the first of a month is written out too, among other days. */
function dayText(time: number, before: number | null): string {
  const text = timeText(time, 'date', before);
  return new Date(time).getUTCDate() === 1 ? `1 ${text}` : text;
}
