import { legend, TYPE } from './axes';
import { type Box, type MarkShape, round, type Scene, type Shape } from './scene';
import { type MapChart, type MapItem, type Mark, type Paint, textOn } from './spec';
import { clipped, textWidth, within, wrapped } from './text-fit';

type Shapes = (Shape | MarkShape)[];

const CHIP = { height: 20, gap: 6, pad: 7 } as const;
/** Between the edge of a field and its chips: in narrow fields the words of the chips need the room. */
const padding = (fieldWidth: number) => (fieldWidth < 70 ? 3 : 8);
const LEAST_ROW = 44;
/** Fields are no wider than this: a map of few columns does not have to fill a page. */
const WIDEST = 190;

interface Chip {
  readonly mark: Mark;
  readonly label: string;
  readonly paint: Paint;
  readonly outline: boolean;
  readonly column: number;
  readonly row: number;
  readonly width: number;
}

/** Fields with what stands in them as chips; what moves is an outline in its new field, with an arrow to it. */
export function drawMap(chart: MapChart, width: number): Scene {
  const { across, down } = chart;
  const names = Math.min(
    width * 0.3,
    Math.max(
      20,
      ...down.steps.flatMap((step) => [
        textWidth(step.label, TYPE.label),
        textWidth(step.note ?? '', TYPE.small),
      ]),
    ),
  );
  const left = (down.label === '' ? 0 : 20) + names + 10;
  const fieldWidth = Math.min(WIDEST, (width - left) / Math.max(1, across.steps.length));
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
  const chips = chipsOf(chart, fieldWidth - 2 * padding(fieldWidth));
  const heights = down.steps.map((step, row) =>
    Math.max(
      LEAST_ROW,
      sideHead(step, 0, 0, names).length * 14 + 8,
      ...across.steps.map(
        (_step, column) => flowHeight(chips, column, row, fieldWidth) + 2 * padding(fieldWidth),
      ),
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
      for (const [chip, box] of flow(chips, column, row, fieldWidth))
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
  shapes.push(...arrows(chart, chips, places));
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

/** What stands first, then what comes to stand: by item, so that an item's two chips are alike. */
function chipsOf(chart: MapChart, room: number): Chip[] {
  const chip = (item: MapItem, outline: boolean): Chip => {
    const label = clipped(item.label, TYPE.small, room - 2 * CHIP.pad, !outline);
    const [column, row] = outline && item.to ? item.to.at : item.at;
    const mark = outline && item.to ? item.to.mark : item;
    return {
      mark,
      label,
      paint: item.paint,
      outline,
      column,
      row,
      width: textWidth(label, TYPE.small, true) + 2 * CHIP.pad,
    };
  };
  const moved = chart.items.filter(
    (item) => item.to && !(item.to.at[0] === item.at[0] && item.to.at[1] === item.at[1]),
  );
  return [...chart.items.map((item) => chip(item, false)), ...moved.map((item) => chip(item, true))];
}

function flow(chips: readonly Chip[], column: number, row: number, fieldWidth: number): [Chip, Box][] {
  const room = fieldWidth - 2 * padding(fieldWidth);
  let [x, y] = [0, 0];
  return chips
    .filter((chip) => chip.column === column && chip.row === row)
    .map((chip): [Chip, Box] => {
      if (x > 0 && x + chip.width > room) {
        x = 0;
        y += CHIP.height + CHIP.gap;
      }
      const box = { x, y, width: chip.width, height: CHIP.height };
      x += chip.width + CHIP.gap;
      return [chip, box];
    });
}

function flowHeight(chips: readonly Chip[], column: number, row: number, fieldWidth: number): number {
  return Math.max(0, ...flow(chips, column, row, fieldWidth).map(([, box]) => box.y + box.height));
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

/** From each chip to its outline: a gentle bend, so that arrows of one direction do not lie on each other. */
function arrows(chart: MapChart, chips: readonly Chip[], places: ReadonlyMap<Chip, Box>): Shape[] {
  return chart.items.flatMap((item): Shape[] => {
    const to = item.to;
    const start = chips.find((chip) => chip.mark === item);
    const stop = to ? chips.find((chip) => chip.outline && chip.mark === to.mark) : undefined;
    const from = start && places.get(start);
    const goal = stop && places.get(stop);
    if (!from || !goal) return [];
    return arrow(from, goal);
  });
}

function arrow(from: Box, goal: Box): Shape[] {
  const a = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  const b = { x: goal.x + goal.width / 2, y: goal.y + goal.height / 2 };
  const [start, stop] = [edge(from, b), edge(goal, a)];
  const [dx, dy] = [stop.x - start.x, stop.y - start.y];
  const length = Math.hypot(dx, dy);
  if (length < 4) return [];
  const bend = Math.min(14, length * 0.12);
  const control = {
    x: (start.x + stop.x) / 2 - (dy / length) * bend,
    y: (start.y + stop.y) / 2 + (dx / length) * bend,
  };
  const angle = Math.atan2(stop.y - control.y, stop.x - control.x);
  const barb = (turn: number) =>
    `${round(stop.x - 6 * Math.cos(angle + turn))},${round(stop.y - 6 * Math.sin(angle + turn))}`;
  return [
    {
      kind: 'path',
      d: `M${round(start.x)},${round(start.y)}Q${round(control.x)},${round(control.y)} ${round(stop.x)},${round(stop.y)}`,
      fill: null,
      stroke: 'soft',
      weight: 1,
    },
    {
      kind: 'path',
      d: `M${round(stop.x)},${round(stop.y)}L${barb(0.45)}L${barb(-0.45)}Z`,
      fill: 'soft',
      stroke: null,
    },
  ];
}

/** Where the way from the middle of a box to a point leaves the box, and a bit beyond. */
function edge(box: Box, to: { readonly x: number; readonly y: number }) {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const [dx, dy] = [to.x - x, to.y - y];
  if (dx === 0 && dy === 0) return { x, y };
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (box.width / 2 + 2) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (box.height / 2 + 2) / Math.abs(dy),
  );
  return { x: x + dx * Math.min(1, share), y: y + dy * Math.min(1, share) };
}
