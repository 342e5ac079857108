import { columnRules, legend, referenceColumn, type Scale, TYPE, valueScale } from './axes';
import { lineShape, type MarkShape, type Scene, type Shape } from './scene';
import type { Swing, TornadoChart } from './spec';
import { clipped, textWidth, within, wrapped } from './text-fit';

/** Height of a row: of one line, and where names take two. */
const ROW = 22;
const HIGH_ROW = 30;
const BAR = 14;

/** Bars from the base to both ends of each driver, with what it is set to beside its end. */
export function drawTornado(chart: TornadoChart, width: number): Scene {
  const shapes: (Shape | MarkShape)[] = [];
  const key = legend(chart.legend ?? [], [0, 0], width);
  shapes.push(...key.shapes);
  const names =
    Math.min(width * 0.34, Math.max(60, ...chart.rows.map((row) => textWidth(row.label, TYPE.label)))) + 12;
  const swings = chart.rows.flatMap((row) => [row.low, row.high]).filter((swing) => swing !== null);
  const words =
    Math.min(width * 0.14, Math.max(0, ...swings.map((swing) => textWidth(swing.text, TYPE.small)))) + 8;
  const values = [
    chart.base.value,
    ...swings.map((swing) => swing.value),
    ...(chart.references ?? []).map((r) => r.value),
  ];
  const scale = valueScale(
    chart.axis,
    values,
    [names + words, width - words],
    Math.max(3, Math.floor((width - names) / 60)),
  );
  let top = key.height + (key.height > 0 ? 8 : 0) + 20;
  // On top of the lines that run through all rows.
  const over: Shape[] = [];
  const lines = chart.rows.map((row) => wrapped(row.label, TYPE.label, names - 12, 2));
  const pitch = lines.some((of) => of.length > 1) ? HIGH_ROW : ROW;
  const bottom = top + chart.rows.length * pitch;
  shapes.push(...columnRules(scale, top, bottom));
  chart.rows.forEach((row, i) => {
    const middle = top + pitch / 2;
    lines[i]?.forEach((text, line, all) => {
      shapes.push({
        kind: 'text',
        x: names - 10,
        y: middle + 4 + (line - (all.length - 1) / 2) * 13,
        text,
        size: TYPE.label,
        anchor: 'end',
        fill: 'ink',
      });
    });
    // The longer of two bars to one side lies below.
    const ends = [row.low, row.high].filter((swing) => swing !== null);
    ends.sort((a, b) => Math.abs(b.value - chart.base.value) - Math.abs(a.value - chart.base.value));
    for (const swing of ends) shapes.push(bar(swing, scale, chart.base.value, middle));
    over.push(...endWords(ends, scale, chart.base.value, middle, words));
    top += pitch;
  });
  shapes.push(
    lineShape(
      [scale.at(chart.base.value), bottom - chart.rows.length * pitch - 4],
      [scale.at(chart.base.value), bottom],
      'ink',
      1.5,
    ),
  );
  const marks = [chart.base, ...(chart.references ?? [])].sort((a, b) => a.value - b.value);
  shapes.push(...heads(marks, scale, bottom - chart.rows.length * pitch, width));
  for (const reference of chart.references ?? [])
    shapes.push(
      ...referenceColumn(
        { ...reference, label: '' },
        scale,
        [bottom - chart.rows.length * pitch - 4, bottom],
        width,
      ),
    );
  shapes.push(...over);
  let foot = bottom + 22;
  if (chart.axis.label !== '') {
    for (const text of wrapped(chart.axis.label, TYPE.small, width - names - 8, 2)) {
      foot += 14;
      shapes.push({
        kind: 'text',
        x: names,
        y: foot,
        text,
        size: TYPE.small,
        anchor: 'start',
        fill: 'soft',
      });
    }
    foot += 6;
  }
  return { width, height: foot, shapes };
}

function bar(swing: Swing, scale: Scale, base: number, middle: number): MarkShape {
  const [from, to] = [scale.at(base), scale.at(swing.value)];
  const box = {
    x: Math.min(from, to),
    y: middle - BAR / 2,
    width: Math.max(2, Math.abs(to - from)),
    height: BAR,
  };
  return {
    kind: 'mark',
    mark: swing,
    box,
    shapes: [{ kind: 'rect', ...box, fill: swing.paint, stroke: 'paper' }],
  };
}

/** What the ends are set to: each beyond its bar; both together where they lie on one side. */
function endWords(ends: readonly Swing[], scale: Scale, base: number, middle: number, room: number): Shape[] {
  const taken = { left: false, right: false };
  return ends.flatMap((swing): Shape[] => {
    const side = swing.value < base ? 'left' : 'right';
    if (taken[side]) {
      const other = side === 'left' ? 'right' : 'left';
      if (taken[other]) return [];
      taken[other] = true;
      const x = scale.at(base) + (other === 'left' ? -6 : 6);
      return word(swing.text, x, middle, other, room - 8);
    }
    taken[side] = true;
    return word(swing.text, scale.at(swing.value) + (side === 'left' ? -6 : 6), middle, side, room - 8);
  });
}

/** Words beside a bar; the rules of the scale do not run through them. */
function word(text: string, x: number, middle: number, side: 'left' | 'right', room: number): Shape[] {
  const label = clipped(text, TYPE.small, room);
  const width = textWidth(label, TYPE.small);
  const start = side === 'left' ? x - width : x;
  return [
    { kind: 'rect', x: start - 2, y: middle - 8, width: width + 4, height: 16, fill: 'paper' },
    { kind: 'text', x: start, y: middle + 4, text: label, size: TYPE.small, anchor: 'start', fill: 'soft' },
  ];
}

/** The words over base and references, moved apart where they would touch. */
function heads(
  marks: readonly { readonly value: number; readonly label: string }[],
  scale: Scale,
  top: number,
  width: number,
): Shape[] {
  let taken = 0;
  return marks.map(({ value, label }): Shape => {
    const words = within(label, TYPE.small, { x: scale.at(value), anchor: 'middle' }, [taken, width], true);
    taken = Math.min(width - 40, words.x + words.width + 10);
    return {
      kind: 'text',
      x: words.x,
      y: top - 9,
      text: words.text,
      size: TYPE.small,
      anchor: 'start',
      fill: 'ink',
      bold: true,
    };
  });
}
