import { TYPE } from './axes';
import type { Box } from './scene';
import type { MapChart, MapItem, Mark, Paint } from './spec';
import { clipped, textWidth } from './text-fit';

const CHIP = { height: 20, gap: 6, pad: 7 } as const;
/** Up to so many chips of a field stand one under the other where arrows need the room beside them. */
const MOST_STACKED = 8;

/** What stands in a field of a map. */
export interface Chip {
  readonly mark: Mark;
  readonly label: string;
  readonly paint: Paint;
  readonly outline: boolean;
  readonly column: number;
  readonly row: number;
  readonly width: number;
}

/** Where the chips stand in each field of a map, from its upper left corner, and how high they are together. `room` is the width of a field. */
export function chipFlows(chart: MapChart, room: number) {
  const chips = chipsOf(chart, room);
  const fields = new Map<string, Chip[]>();
  for (const chip of chips) {
    const key = `${chip.column} ${chip.row}`;
    const field = fields.get(key);
    if (field) field.push(chip);
    else fields.set(key, [chip]);
  }
  const most = Math.max(0, ...[...fields.values()].map((field) => field.length));
  const stacked = most <= MOST_STACKED && chips.length > chart.items.length;
  const laid = new Map([...fields].map(([key, field]) => [key, flow(field, room, stacked)]));
  const flows = (column: number, row: number) => laid.get(`${column} ${row}`) ?? [];
  const height = (column: number, row: number) =>
    Math.max(0, ...flows(column, row).map(([, box]) => box.y + box.height));
  return { flows, height };
}

/** Chips that say more than this are cut in a narrow picture, in CSS pixels. */
const LONG = 84;

/** Room that the chips of a map and the words over its columns need to be read. */
export function widestWords({ items, across }: MapChart): number {
  const words = across.steps.flatMap(({ label }) => label.split(' '));
  return Math.min(
    LONG,
    Math.max(
      0,
      ...items.map(({ label }) => textWidth(label, TYPE.small, true) + 2 * CHIP.pad),
      ...words.map((word) => textWidth(word, TYPE.label)),
    ),
  );
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

/** Line by line; each line in the middle, with the same room for arrows at both sides. */
function flow(field: readonly Chip[], room: number, stacked: boolean): [Chip, Box][] {
  const lines: Chip[][] = [];
  let x = 0;
  for (const chip of field) {
    const line = lines.at(-1);
    if (line && !stacked && x + chip.width <= room) line.push(chip);
    else {
      lines.push([chip]);
      x = 0;
    }
    x += chip.width + CHIP.gap;
  }
  return lines.flatMap((line, i) => {
    const width = line.reduce((sum, chip) => sum + chip.width + CHIP.gap, -CHIP.gap);
    let start = Math.max(0, (room - width) / 2);
    return line.map((chip): [Chip, Box] => {
      const box = { x: start, y: i * (CHIP.height + CHIP.gap), width: chip.width, height: CHIP.height };
      start += chip.width + CHIP.gap;
      return [chip, box];
    });
  });
}
