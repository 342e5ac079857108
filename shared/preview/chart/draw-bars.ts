import {
  columnRules,
  legend,
  referenceColumn,
  rowRules,
  type Scale,
  TYPE,
  tickRoom,
  valueScale,
} from './axes';
import { lineShape, type MarkShape, type Scene, type Shape } from './scene';
import { type Bar, type BarPart, type BarsChart, textOn } from './spec';
import { clipped, textWidth, wrapped } from './text-fit';

type Shapes = (Shape | MarkShape)[];

/** Panels side by side are at least so wide. */
const LEAST_PANEL = 136;
const PANEL_GAP = 20;
const PLOT_HEIGHT = 170;

export function drawBars(chart: BarsChart, width: number): Scene {
  return chart.direction === 'columns' ? drawColumns(chart, width) : drawRows(chart, width);
}

function legendOf({ series, quietLegend }: BarsChart) {
  if (series.length < 2 || quietLegend) return [];
  return series.map(({ label, paint }) => ({ label, paint, shape: 'box' as const }));
}

/** Ends of all stacks, below and above zero. */
function ends(chart: BarsChart): number[] {
  const values = [0, ...(chart.references ?? []).map((reference) => reference.value)];
  for (const { parts } of chart.panels.flatMap((panel) => panel.bars)) {
    values.push(sum(parts.map((part) => Math.max(0, part.value))));
    values.push(sum(parts.map((part) => Math.min(0, part.value))));
  }
  return values;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + (Number.isFinite(value) ? value : 0), 0);
}

function drawColumns(chart: BarsChart, width: number): Scene {
  const shapes: Shapes = [];
  const key = legend(legendOf(chart), [0, 0], width);
  shapes.push(...key.shapes);
  const values = ends(chart);
  const left = tickRoom(valueScale(chart.axis, values, [PLOT_HEIGHT, 0], 4)) + 10;
  const most = Math.max(1, Math.floor((width - left + PANEL_GAP) / (LEAST_PANEL + PANEL_GAP)));
  const lines = Math.ceil(chart.panels.length / most);
  const across = Math.ceil(chart.panels.length / lines);
  const panelWidth = (width - left - PANEL_GAP * (across - 1)) / across;
  let top = key.height + (key.height > 0 ? 10 : 0);
  if (chart.axis.label !== '') {
    shapes.push({
      kind: 'text',
      x: 0,
      y: top + 10,
      text: clipped(chart.axis.label, TYPE.small, width),
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
    top += 18;
  }
  for (let line = 0; line < lines; line++) {
    const panels = chart.panels.slice(line * across, (line + 1) * across);
    const titles = panels.map(({ title }) =>
      title === '' ? [] : wrapped(title, TYPE.title, panelWidth, 2, true),
    );
    const titleHeight = Math.max(0, ...titles.map((lines) => lines.length)) * 16;
    const plotTop = top + titleHeight + 20;
    const scale = valueScale(chart.axis, values, [plotTop + PLOT_HEIGHT, plotTop], 4);
    panels.forEach((panel, at) => {
      const x = left + at * (panelWidth + PANEL_GAP);
      titles[at]?.forEach((text, i) => {
        shapes.push({
          kind: 'text',
          x,
          y: top + 12 + i * 16,
          text,
          size: TYPE.title,
          anchor: 'start',
          fill: 'ink',
          bold: true,
        });
      });
      const rules = rowRules(scale, x, x + panelWidth);
      shapes.push(...(at === 0 ? rules : rules.filter((shape) => shape.kind !== 'text')));
      shapes.push(...columns(chart, panel.bars, scale, [x, x + panelWidth]));
    });
    top = plotTop + PLOT_HEIGHT + 34;
  }
  return { width, height: top - 10, shapes };
}

function columns(
  chart: BarsChart,
  bars: readonly Bar[],
  scale: Scale,
  [left, right]: readonly [number, number],
): Shapes {
  const step = (right - left) / Math.max(1, bars.length);
  const thick = Math.min(44, step * 0.72);
  const shapes: Shapes = [];
  const labels = bars.map((bar) => textWidth(bar.label, TYPE.small));
  // Where not all labels fit, the first and every so many after it do.
  const every = Math.max(1, Math.ceil((Math.max(0, ...labels) + 4) / Math.max(1, step)));
  bars.forEach((bar, i) => {
    const x = left + step * (i + 0.5);
    const stacks = stacked(bar.parts, scale);
    for (const { part, from, to } of stacks) {
      const box = {
        x: x - thick / 2,
        y: Math.min(from, to),
        width: thick,
        height: Math.max(0.5, Math.abs(from - to)),
      };
      shapes.push({
        kind: 'mark',
        mark: part,
        box,
        shapes: [{ kind: 'rect', ...box, fill: paintOf(chart, part), stroke: 'paper' }],
      });
    }
    const topmost = Math.min(scale.at(0), ...stacks.map(({ to }) => to));
    const total = bar.total ?? '';
    if (total !== '' && textWidth(total, TYPE.small) <= step + 6)
      shapes.push({
        kind: 'text',
        x,
        y: topmost - 5,
        text: total,
        size: TYPE.small,
        anchor: 'middle',
        fill: 'ink',
        bold: bar.strong === true,
      });
    if (i % every === 0)
      shapes.push({
        kind: 'text',
        x,
        y: scale.at(scale.from) + 16,
        text: clipped(bar.label, TYPE.small, step * every),
        size: TYPE.small,
        anchor: 'middle',
        fill: 'soft',
      });
  });
  return shapes;
}

function paintOf(chart: BarsChart, part: BarPart) {
  return chart.series[part.series]?.paint ?? 'rest';
}

/** Where each piece starts and ends; what is below zero goes the other way. */
function stacked(parts: readonly BarPart[], scale: Scale) {
  let [above, below] = [0, 0];
  return parts
    .filter((part) => Number.isFinite(part.value) && part.value !== 0)
    .map((part) => {
      const start = part.value > 0 ? above : below;
      const stop = start + part.value;
      if (part.value > 0) above = stop;
      else below = stop;
      return { part, from: scale.at(start), to: scale.at(stop) };
    });
}

const ROW = 26;
/** Bars leave their words what is more than this, in CSS pixels. */
const LEAST_BARS = 58;

function drawRows(chart: BarsChart, width: number): Scene {
  const shapes: Shapes = [];
  const key = legend(legendOf(chart), [0, 0], width);
  shapes.push(...key.shapes);
  const bars = chart.panels.flatMap((panel) => panel.bars);
  const names =
    Math.min(width * 0.4, Math.max(60, ...bars.map((bar) => textWidth(bar.label, TYPE.label, bar.strong)))) +
    12;
  const longest = Math.max(0, ...bars.map((bar) => textWidth(bar.total ?? '', TYPE.label, true)));
  const totals = Math.min(longest, Math.max((width - names) * 0.5, width - names - LEAST_BARS)) + 10;
  const values = ends(chart);
  const scale = valueScale(
    chart.axis,
    values,
    [names, width - totals],
    Math.max(2, Math.floor((width - names) / 90)),
  );
  let top = key.height + (key.height > 0 ? 8 : 0) + ((chart.references ?? []).length > 0 ? 18 : 4);
  for (const panel of chart.panels) {
    if (panel.title !== '') {
      shapes.push({
        kind: 'text',
        x: 0,
        y: top + 14,
        text: clipped(panel.title, TYPE.title, width, true),
        size: TYPE.title,
        anchor: 'start',
        fill: 'ink',
        bold: true,
      });
      top += 24;
    }
    const rows = panel.bars.map((bar) => wrapped(bar.label, TYPE.label, names - 12, 2, bar.strong));
    const heights = rows.map((lines) => (lines.length > 1 ? ROW + 12 : ROW));
    const bottom = top + sum(heights);
    shapes.push(...columnRules(scale, top, bottom));
    for (const reference of chart.references ?? [])
      shapes.push(...referenceColumn(reference, scale, [top, bottom], width));
    panel.bars.forEach((bar, i) => {
      const height = heights[i] ?? ROW;
      shapes.push(...row(chart, bar, rows[i] ?? [], scale, { top, height, names, width }));
      top += height;
    });
    top += 26;
  }
  if (chart.axis.label !== '') {
    shapes.push({
      kind: 'text',
      x: names,
      y: top + 6,
      text: clipped(chart.axis.label, TYPE.small, width - names),
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
    top += 16;
  }
  return { width, height: top, shapes };
}

function row(
  chart: BarsChart,
  bar: Bar,
  lines: readonly string[],
  scale: Scale,
  {
    top,
    height,
    names,
    width,
  }: { readonly top: number; readonly height: number; readonly names: number; readonly width: number },
): Shapes {
  const middle = top + height / 2;
  const shapes: Shapes = lines.map((text, i) => ({
    kind: 'text' as const,
    x: names - 10,
    y: middle + 4 + (i - (lines.length - 1) / 2) * 14,
    text,
    size: TYPE.label,
    anchor: 'end' as const,
    fill: 'ink' as const,
    ...(bar.strong ? { bold: true } : {}),
  }));
  const stacks = stacked(bar.parts, scale);
  for (const { part, from, to } of stacks) {
    const box = {
      x: Math.min(from, to),
      y: middle - 8,
      width: Math.max(0.5, Math.abs(to - from)),
      height: 16,
    };
    const text = part.text ?? '';
    const inside: Shape[] =
      text !== '' && textWidth(text, TYPE.small) + 6 <= box.width
        ? [
            {
              kind: 'text',
              x: box.x + box.width / 2,
              y: middle + 4,
              text,
              size: TYPE.small,
              anchor: 'middle',
              fill: textOn(paintOf(chart, part)),
              bold: true,
            },
          ]
        : [];
    shapes.push({
      kind: 'mark',
      mark: part,
      box,
      shapes: [{ kind: 'rect', ...box, fill: paintOf(chart, part), stroke: 'paper' }, ...inside],
    });
  }
  const last = Math.max(scale.at(0), ...stacks.map(({ to }) => to));
  const first = Math.min(scale.at(0), ...stacks.map(({ to }) => to));
  const needed = textWidth(bar.total ?? '', TYPE.label, bar.strong) + 6;
  // What goes to the left only has its words at that end, where the names leave room for them.
  const before = last === scale.at(0) && first < last && first - needed > names;
  const start = before ? first - needed : last + 6;
  if (bar.total !== undefined)
    shapes.push({
      kind: 'text',
      x: before ? start : clearOf(chart, scale, start, needed - 6, width),
      y: middle + 4,
      text: clipped(bar.total, TYPE.label, width - start, bar.strong),
      size: TYPE.label,
      anchor: 'start',
      fill: 'ink',
      halo: true,
      ...(bar.strong ? { bold: true } : {}),
    });
  shapes.push(lineShape([scale.at(0), top], [scale.at(0), top + height], 'line'));
  return shapes;
}

/** Where words begin that do not lie on a reference line: behind it, where they fit there. */
function clearOf(chart: BarsChart, scale: Scale, start: number, words: number, right: number): number {
  const crossed = (chart.references ?? []).map(({ value }) => scale.at(value));
  const line = crossed.find((x) => x > start - 3 && x < start + words + 3);
  return line !== undefined && line + 5 + words <= right ? line + 5 : start;
}
