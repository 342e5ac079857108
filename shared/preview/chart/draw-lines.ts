import { curveLinear, line as lineOf } from 'd3-shape';
import { legend, rowRules, type Scale, TYPE, tickRoom, valueScale } from './axes';
import { lineShape, type MarkShape, round, type Scene, type Shape } from './scene';
import type { LinesChart } from './spec';
import { clipped, textWidth, within, wrapped } from './text-fit';

const PLOT_HEIGHT = 220;
/** Names at the ends of the lines may take this share of the width, and stand so far apart. */
const NAMES = 0.28;
const APART = 15;

/** Lines carry their names at their ends; where the picture is too narrow for that, a legend does. */
export function drawLines(chart: LinesChart, width: number): Scene {
  const shapes: (Shape | MarkShape)[] = [];
  const beside = width >= 420;
  const names = chart.lines.map(({ label, strong }) => wrapped(label, TYPE.small, width * NAMES, 2, strong));
  const right = beside
    ? Math.max(0, ...names.flat().map((text) => textWidth(text, TYPE.small, true))) + 14
    : 12;
  const key = beside
    ? { shapes: [], height: 0 }
    : legend(
        chart.lines.map(({ label, paint, dashed }) => ({
          label,
          paint,
          shape: dashed ? ('dashed' as const) : ('line' as const),
        })),
        [0, 0],
        width,
      );
  shapes.push(...key.shapes);
  let top = key.height + 8;
  if (chart.y.label !== '') {
    shapes.push({
      kind: 'text',
      x: 0,
      y: top + 4,
      text: clipped(chart.y.label, TYPE.small, width),
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
    top += 18;
  }
  const bottom = top + PLOT_HEIGHT;
  const points = [...chart.lines.flatMap((line) => line.points), ...(chart.notes ?? [])];
  const levels = (chart.references ?? []).map((reference) => reference.value);
  const y = valueScale(chart.y, [...points.map((p) => p.y), ...levels], [bottom, top], 5);
  const left = tickRoom(y) + 10;
  const x = crossScale(
    chart,
    points.map((p) => p.x),
    [left + 8, width - right - 8],
  );
  shapes.push(...rowRules(y, left, width - right));
  shapes.push(...steps(chart, x, bottom));
  for (const reference of chart.references ?? []) {
    const at = y.at(reference.value);
    shapes.push(lineShape([left, at], [width - right, at], 'ink', 1, true), {
      kind: 'text',
      x: left + 4,
      y: at - 4,
      text: clipped(reference.label, TYPE.small, width - right - left - 4),
      size: TYPE.small,
      anchor: 'start',
      fill: 'ink',
    });
  }
  // The lines that matter most lie on top.
  const order = [...chart.lines].sort((a, b) => Number(a.strong ?? false) - Number(b.strong ?? false));
  for (const each of order) {
    const path = lineOf<readonly [number, number]>().curve(curveLinear).digits(2)(
      each.points.filter(finite).map((p) => [x.at(p.x), y.at(p.y)]),
    );
    if (path) {
      shapes.push({
        kind: 'path',
        d: path,
        fill: null,
        stroke: each.paint,
        weight: each.strong ? 2.5 : 1.75,
        ...(each.dashed ? { dashed: true } : {}),
      });
    }
    for (const point of each.points.filter(finite)) {
      const [cx, cy] = [x.at(point.x), y.at(point.y)];
      shapes.push({
        kind: 'mark',
        mark: point,
        box: { x: cx - 6, y: cy - 6, width: 12, height: 12 },
        shapes: [dot(cx, cy, each.strong ? 3.5 : 3, each.paint)],
      });
    }
  }
  if (beside) shapes.push(...endNames(chart, names, x, y));
  shapes.push(...noteShapes(chart.notes ?? [], x, y, [left, width - right]));
  const foot = chart.x.label === '' ? 0 : 18;
  if (foot > 0) {
    const words = within(chart.x.label, TYPE.small, { x: (left + width - right) / 2, anchor: 'middle' }, [
      0,
      width,
    ]);
    shapes.push({
      kind: 'text',
      x: words.x,
      y: bottom + 36,
      text: words.text,
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
  }
  return { width, height: bottom + 26 + foot, shapes };
}

function finite(point: { readonly x: number; readonly y: number }): boolean {
  return Number.isFinite(point.x) && Number.isFinite(point.y);
}

function crossScale(chart: LinesChart, values: readonly number[], range: readonly [number, number]): Scale {
  if (!chart.steps) return valueScale(chart.x, values, range, 6);
  const last = Math.max(1, chart.steps.length - 1);
  const at = (value: number) => range[0] + ((range[1] - range[0]) * value) / last;
  return { at, from: 0, to: last, ticks: chart.steps.map((text, value) => ({ value, at: at(value), text })) };
}

function steps(chart: LinesChart, x: Scale, bottom: number): Shape[] {
  let taken = Number.NEGATIVE_INFINITY;
  return x.ticks.flatMap(({ at, text }): Shape[] => {
    const half = textWidth(text, TYPE.small) / 2;
    const tick = lineShape([at, bottom], [at, bottom + 4], 'line');
    if (at - half < taken) return chart.steps ? [] : [tick];
    taken = at + half + 6;
    return [
      tick,
      { kind: 'text', x: at, y: bottom + 17, text, size: TYPE.small, anchor: 'middle', fill: 'soft' },
    ];
  });
}

export function dot(x: number, y: number, radius: number, fill: LinesChart['lines'][number]['paint']): Shape {
  const r = round(radius);
  return {
    kind: 'path',
    d: `M${round(x - radius)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`,
    fill,
    stroke: 'paper',
    weight: 1,
  };
}

/** Names at the ends of their lines, moved apart where lines end close together. */
function endNames(chart: LinesChart, names: readonly (readonly string[])[], x: Scale, y: Scale): Shape[] {
  const ends = chart.lines.flatMap((line, i) => {
    const last = line.points.filter(finite).at(-1);
    return last ? [{ line, lines: names[i] ?? [], x: x.at(last.x) + 10, y: y.at(last.y) }] : [];
  });
  ends.sort((a, b) => a.y - b.y);
  const heights = ends.map(({ lines }) => lines.length * APART);
  const places = ends.map((end) => end.y);
  // Pushed down from the top, then back up from the bottom where they left the picture.
  for (let i = 1; i < places.length; i++) {
    const least = (places[i - 1] ?? 0) + ((heights[i - 1] ?? 0) + (heights[i] ?? 0)) / 2;
    places[i] = Math.max(places[i] ?? 0, least);
  }
  let floor = y.at(y.from) + 4;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? 0, floor - (heights[i] ?? 0) / 2 + APART / 2);
    floor = (places[i] ?? 0) - (heights[i] ?? 0) / 2 - APART / 2;
  }
  return ends.flatMap(({ line, lines, x: at }, i) =>
    lines.map(
      (text, row): Shape => ({
        kind: 'text',
        x: at,
        y: (places[i] ?? 0) + 4 + (row - (lines.length - 1) / 2) * 13,
        text,
        size: TYPE.small,
        anchor: 'start',
        fill: line.strong ? 'ink' : 'soft',
        ...(line.strong ? { bold: true } : {}),
      }),
    ),
  );
}

/** Words of notes stand over their point, and under it or further away where others stand already. */
const NOTE_PLACES = [-14, 25, -32, 43];

/** Rings around the points, and their words where they cover no other ring or words. */
function noteShapes(
  all: NonNullable<LinesChart['notes']>,
  x: Scale,
  y: Scale,
  edges: readonly [number, number],
): (Shape | MarkShape)[] {
  const notes = all.filter(finite).map((note) => ({ note, cx: x.at(note.x), cy: y.at(note.y) }));
  const taken = notes.map(({ cx, cy }) => ({ from: cx - 9, to: cx + 9, top: cy - 9, bottom: cy + 9 }));
  const words = notes.map(({ note, cx, cy }) => {
    const placed = within(note.label, TYPE.small, { x: cx, anchor: 'middle' }, edges, true);
    const around = (offset: number) => ({
      from: placed.x - 3,
      to: placed.x + placed.width + 3,
      top: cy + offset - 12,
      bottom: cy + offset + 4,
    });
    const free = (box: ReturnType<typeof around>) =>
      taken.every((o) => box.from >= o.to || box.to <= o.from || box.top >= o.bottom || box.bottom <= o.top);
    const box = around(NOTE_PLACES.find((offset) => free(around(offset))) ?? NOTE_PLACES[0] ?? 0);
    taken.push(box);
    return { ...placed, box };
  });
  return [
    ...words.map(
      ({ box }): Shape => ({
        kind: 'rect',
        x: box.from,
        y: box.top,
        width: box.to - box.from,
        height: box.bottom - box.top,
        fill: 'paper',
        radius: 3,
      }),
    ),
    ...notes.map(
      ({ note, cx, cy }): MarkShape => ({
        kind: 'mark',
        mark: note,
        box: { x: cx - 7, y: cy - 7, width: 14, height: 14 },
        shapes: [ring(cx, cy)],
      }),
    ),
    ...words.map(
      ({ text, x: start, box }): Shape => ({
        kind: 'text',
        x: start,
        y: box.bottom - 4,
        text,
        size: TYPE.small,
        anchor: 'start',
        fill: 'ink',
        bold: true,
      }),
    ),
  ];
}

function ring(x: number, y: number): Shape {
  return {
    kind: 'path',
    d: `M${round(x - 6)},${round(y)}a6,6 0 1,0 12,0a6,6 0 1,0 -12,0Z`,
    fill: null,
    stroke: 'ink',
    weight: 1.5,
  };
}
