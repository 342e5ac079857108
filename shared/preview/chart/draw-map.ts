import { arrowShapes, type Move } from './arrow-ways';
import { legend, TYPE } from './axes';
import { type Chip, chipFlows, widestWords } from './chip-flow';
import type { Box, MarkShape, Scene, Shape } from './scene';
import { type MapChart, type Mark, textOn } from './spec';
import { clipped, textWidth, within, wrapped } from './text-fit';

type Shapes = (Shape | MarkShape)[];

/** Between the edge of a field and its chips: in narrow fields the words of the chips need the room. */
const padding = (fieldWidth: number) => (fieldWidth < 70 ? 3 : 8);
const LEAST_ROW = 44;
/** Fields are no wider than this: a map of few columns does not have to fill a page. */
const WIDEST = 190;

/** Names at the side keep so much room. */
const LEAST_NAMES = 72;

/** Fields with what stands in them as chips; what moves is an outline in its new field, with an arrow to it. */
export function drawMap(chart: MapChart, least: number): Scene {
  const { across, down } = chart;
  const longest = Math.max(
    12,
    ...down.steps.flatMap((step) => [
      textWidth(step.label, TYPE.label),
      textWidth(step.note ?? '', TYPE.small),
    ]),
  );
  const columns = Math.max(1, across.steps.length);
  const fields = columns * (widestWords(chart) + 6.5);
  const side = (down.label === '' ? 0 : 20) + 10;
  // In a narrow picture names give way; where fields would be too narrow for what chips say even so, it is wider than asked for.
  const names = Math.min(longest, least * 0.3, Math.max(LEAST_NAMES, least - side - fields));
  const left = side + names;
  const width = Math.max(least, left + fields);
  const fieldWidth = Math.min(WIDEST, (width - left) / columns);
  const shapes: Shapes = [];
  const key = legend(chart.legend ?? [], [0, 0], width);
  shapes.push(...key.shapes);
  let top = key.height + (key.height > 0 ? 8 : 0);
  const heads = across.steps.map((step) => ({
    label: wrapped(step.label, TYPE.label, fieldWidth - 6, 2),
    note: step.note === undefined ? [] : wrapped(step.note, TYPE.small, fieldWidth - 6, 2),
  }));
  const right = left + fieldWidth * across.steps.length;
  if (across.label !== '') {
    const words = within(across.label, TYPE.small, { x: (left + right) / 2, anchor: 'middle' }, [0, width]);
    shapes.push({
      kind: 'text',
      x: words.x,
      y: top + 12,
      text: words.text,
      size: TYPE.small,
      anchor: 'start',
      fill: 'soft',
    });
    top += 20;
  }
  heads.forEach(({ label, note }, column) => {
    const x = left + fieldWidth * (column + 0.5);
    label.forEach((text, i) => {
      shapes.push({
        kind: 'text',
        x,
        y: top + 12 + i * 14,
        text,
        size: TYPE.label,
        anchor: 'middle',
        fill: 'ink',
      });
    });
    note.forEach((text, i) => {
      shapes.push({
        kind: 'text',
        x,
        y: top + 12 + (label.length + i) * 14,
        text,
        size: TYPE.small,
        anchor: 'middle',
        fill: 'soft',
      });
    });
  });
  top += Math.max(0, ...heads.map(({ label, note }) => label.length + note.length)) * 14 + 8;
  const inner = fieldWidth - 2 * padding(fieldWidth);
  const { flows, height: flowHeight } = chipFlows(chart, inner);
  const heights = down.steps.map((step, row) =>
    Math.max(
      LEAST_ROW,
      sideHead(step, 0, 0, names).length * 14 + 8,
      ...across.steps.map((_step, column) => flowHeight(column, row) + 2 * padding(fieldWidth)),
    ),
  );
  const places = new Map<Chip, Box>();
  let y = top;
  down.steps.forEach((step, row) => {
    const height = heights[row] ?? LEAST_ROW;
    shapes.push(...sideHead(step, left - 10, y + height / 2, names));
    across.steps.forEach((_, column) => {
      const x = left + column * fieldWidth;
      const fill = chart.fields[row]?.[column] ?? null;
      shapes.push({
        kind: 'rect',
        x: x + 1,
        y: y + 1,
        width: fieldWidth - 2,
        height: height - 2,
        fill,
        stroke: fill === null ? 'hairline' : 'paper',
        radius: 3,
      });
      for (const [chip, box] of flows(column, row))
        places.set(chip, { ...box, x: box.x + x + padding(fieldWidth), y: box.y + y + padding(fieldWidth) });
    });
    y += height;
  });
  if (down.label !== '')
    shapes.push({
      kind: 'text',
      x: 12,
      y: (top + y) / 2,
      text: clipped(down.label, TYPE.small, y - top),
      size: TYPE.small,
      anchor: 'middle',
      fill: 'soft',
      upward: true,
    });
  const area = { x: left, y: top, width: right - left, height: y - top };
  shapes.push(...arrowShapes(moves(chart, places), [...places.values()], area));
  for (const [chip, box] of places) shapes.push(chipShape(chip, box));
  return { width, height: y + 2, shapes };
}

function sideHead(
  step: MapChart['down']['steps'][number],
  right: number,
  middle: number,
  width: number,
): Shape[] {
  const label = wrapped(step.label, TYPE.label, width, 2);
  const note = step.note === undefined ? [] : wrapped(step.note, TYPE.small, width, 2);
  const rows = label.length + note.length;
  return [...label, ...note].map((text, i) => ({
    kind: 'text',
    x: right,
    y: middle + 4 + (i - (rows - 1) / 2) * 14,
    text,
    size: i < label.length ? TYPE.label : TYPE.small,
    anchor: 'end',
    fill: i < label.length ? 'ink' : 'soft',
  }));
}

function chipShape(chip: Chip, box: Box): MarkShape {
  const text = {
    kind: 'text',
    x: box.x + box.width / 2,
    y: box.y + 14,
    text: chip.label,
    size: TYPE.small,
    anchor: 'middle',
  } as const;
  return {
    kind: 'mark',
    mark: chip.mark,
    box,
    shapes: chip.outline
      ? [
          { kind: 'rect', ...box, fill: 'paper', stroke: chip.paint, dashed: true, radius: 10 },
          { ...text, fill: 'ink' },
        ]
      : [
          { kind: 'rect', ...box, fill: chip.paint, radius: 10 },
          { ...text, fill: textOn(chip.paint), bold: true },
        ],
  };
}

/** From each chip to its outline. */
function moves(chart: MapChart, places: ReadonlyMap<Chip, Box>): Move[] {
  const starts = new Map<Mark, Box>();
  const goals = new Map<Mark, Box>();
  for (const [chip, box] of places) (chip.outline ? goals : starts).set(chip.mark, box);
  return chart.items.flatMap((item): Move[] => {
    const from = starts.get(item);
    const goal = item.to && goals.get(item.to.mark);
    return from && goal ? [{ from, goal }] : [];
  });
}
