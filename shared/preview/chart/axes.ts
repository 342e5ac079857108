import { scaleLinear } from 'd3-scale';
import { numberText } from './numbers';
import { lineShape, type Shape } from './scene';
import { type Axis, edgeOf, type LegendEntry, type Paint, type Reference } from './spec';
import { clipped, textWidth, within } from './text-fit';

/** Sizes of type in CSS pixels. The smallest prints at more than 7 points. */
export const TYPE = { label: 12, small: 11, title: 12.5 } as const;

export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly at: number; readonly text: string }[];
  readonly from: number;
  readonly to: number;
}

/** A scale with round ends for values, drawn from `start` to `end`, with about so many ticks. */
export function valueScale(
  axis: Axis,
  values: readonly number[],
  [start, end]: readonly [number, number],
  count: number,
): Scale {
  const known = [...values, axis.from, axis.to].filter(
    (v): v is number => v !== undefined && Number.isFinite(v),
  );
  let from = Math.min(...known);
  let to = Math.max(...known);
  if (!(from < to)) {
    const room = Math.abs(from) || 1;
    [from, to] = known.length === 0 ? [0, 1] : [from - room, to + room];
  }
  const scale = scaleLinear().domain([from, to]).range([start, end]).nice(count);
  const [low = from, high = to] = scale.domain();
  return {
    at: (value) => scale(Number.isFinite(value) ? value : low),
    ticks: scale
      .ticks(count)
      .map((value) => ({ value, at: scale(value), text: numberText(value, axis.look) })),
    from: low,
    to: high,
  };
}

/** Width that the words of the ticks take. */
export function tickRoom(scale: Scale): number {
  return Math.max(0, ...scale.ticks.map((tick) => textWidth(tick.text, TYPE.small)));
}

/** Horizontal hairlines with their values at the left; the line at zero is stronger. */
export function rowRules(scale: Scale, left: number, right: number): Shape[] {
  return scale.ticks.flatMap(({ value, at, text }): Shape[] => [
    lineShape([left, at], [right, at], value === 0 ? 'line' : 'hairline'),
    { kind: 'text', x: left - 6, y: at + 4, text, size: TYPE.small, anchor: 'end', fill: 'soft' },
  ]);
}

/** Vertical hairlines with their values under them: where not all have room, every second or third, counted from zero. */
export function columnRules(scale: Scale, top: number, bottom: number): Shape[] {
  const { ticks } = scale;
  const apart = Math.abs((ticks[1]?.at ?? Number.POSITIVE_INFINITY) - (ticks[0]?.at ?? 0));
  const every = Math.max(1, Math.ceil((tickRoom(scale) + 8) / Math.max(1, apart)));
  const zero = Math.max(
    0,
    ticks.findIndex(({ value }) => value === 0),
  );
  return ticks.flatMap(({ value, at, text }, i): Shape[] => {
    const rule = lineShape([at, top], [at, bottom], value === 0 ? 'line' : 'hairline');
    if ((i - zero) % every !== 0) return [rule];
    return [
      rule,
      { kind: 'text', x: at, y: bottom + 15, text, size: TYPE.small, anchor: 'middle', fill: 'soft' },
    ];
  });
}

/** A reference value as a dashed line with its words at the upper end, kept within the picture. */
export function referenceColumn(
  reference: Reference,
  scale: Scale,
  [top, bottom]: readonly [number, number],
  right: number,
): Shape[] {
  const x = scale.at(reference.value);
  const words = within(reference.label, TYPE.small, { x, anchor: 'middle' }, [0, right]);
  return [
    lineShape([x, top], [x, bottom], 'ink', 1, true),
    {
      kind: 'text',
      x: words.x,
      y: top - 5,
      text: words.text,
      size: TYPE.small,
      anchor: 'start',
      fill: 'ink',
    },
  ];
}

/** What is under, at the left and at the right of a legend's words. */
const SWATCH = 11;
const GAP = 18;

/** Entries side by side, in as many lines as they need. */
export function legend(
  entries: readonly LegendEntry[],
  [left, top]: readonly [number, number],
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [left, top];
  for (const entry of entries) {
    const label = clipped(entry.label, TYPE.small, width - SWATCH - 6);
    const needed = SWATCH + 6 + textWidth(label, TYPE.small);
    if (x > left && x + needed > left + width) {
      x = left;
      y += 18;
    }
    shapes.push(...swatch(entry, x, y), {
      kind: 'text',
      x: x + SWATCH + 6,
      y: y + 10,
      text: label,
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
    x += needed + GAP;
  }
  return { shapes, height: entries.length === 0 ? 0 : y - top + 18 };
}

function swatch({ shape, paint }: LegendEntry, x: number, y: number): Shape[] {
  const middle = y + 6;
  switch (shape) {
    case 'box': {
      // A wash is hardly seen in so small a field without an edge.
      const edge: { stroke?: Paint } = edgeOf(paint) === null ? {} : { stroke: 'line' };
      const size = { x, y: y + 1, width: SWATCH, height: SWATCH - 1 };
      return [{ kind: 'rect', ...size, fill: paint, ...edge, radius: 2 }];
    }
    case 'outline':
      return [
        {
          kind: 'rect',
          x,
          y: y + 1,
          width: SWATCH,
          height: SWATCH - 1,
          fill: null,
          stroke: paint,
          dashed: true,
          radius: 2,
        },
      ];
    case 'point':
      return [diamond(x + SWATCH / 2, middle, 5, paint)];
    case 'line':
    case 'dashed':
      return [lineShape([x, middle], [x + SWATCH, middle], paint, 2, shape === 'dashed')];
  }
}

export function diamond(x: number, y: number, size: number, fill: Paint): Shape {
  return {
    kind: 'path',
    d: `M${x},${y - size}L${x + size},${y}L${x},${y + size}L${x - size},${y}Z`,
    fill,
    stroke: 'paper',
    weight: 1,
  };
}
