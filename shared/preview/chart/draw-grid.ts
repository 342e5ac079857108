import { legend, TYPE } from './axes';
import { lineShape, type MarkShape, type Scene, type Shape } from './scene';
import { type GridChart, textOn } from './spec';
import { clipped, textWidth, wrapped } from './text-fit';

const ROW = 23;
/** Columns are no wider than this. */
const WIDEST_STEP = 150;
/** Names have this share of the width at least, if they need it. */
const LEAST_NAMES = 0.24;
/** Two letters and the edges of their field have room in it, and short words in as much more. In CSS pixels. */
const LEAST_STEP = 21;
const LONG_STEP = 46;
/** Longest words under a column, in CSS pixels. */
const LONGEST_NOTE = 110;

/** Short words at the crossing of rows and columns; names of columns stand upright where they are too long to lie. */
export function drawGrid(chart: GridChart, least: number): Scene {
  const leastStep = leastStepOf(chart);
  const width = Math.max(least, leastWidth(chart, leastStep));
  const shapes: (Shape | MarkShape)[] = [];
  const key = legend(chart.legend ?? [], [0, 0], width);
  shapes.push(...key.shapes);
  const notes = Math.min(
    width * 0.2,
    Math.max(0, ...chart.rows.map((row) => textWidth(row.note ?? '', TYPE.small))),
  );
  // Where there are many columns, names give way to them, down to a quarter of the width.
  const share = Math.max(
    width * LEAST_NAMES,
    Math.min(width * 0.34, width - 24 - leastStep * chart.columns.length),
  );
  const names =
    Math.min(share, Math.max(40, ...chart.rows.map((row) => textWidth(row.label, TYPE.label)))) + 12;
  const room = width - names - (notes > 0 ? notes + 12 : 0);
  const widest = Math.max(0, ...chart.columns.map((column) => textWidth(column.label, TYPE.small))) + 10;
  // Few columns take the width at which their names lie.
  const wanted = widest <= WIDEST_STEP && widest * chart.columns.length <= room ? Math.max(72, widest) : 72;
  const step = Math.min(wanted, room / Math.max(1, chart.columns.length));
  const upright = chart.columns.some((column) => textWidth(column.label, TYPE.small) > step - 6);
  const headHeight = upright
    ? Math.min(120, Math.max(0, ...chart.columns.map((c) => textWidth(c.label, TYPE.small)))) + 8
    : 20;
  let top = key.height + (key.height > 0 ? 8 : 0);
  chart.columns.forEach((column, i) => {
    const x = names + step * (i + 0.5);
    shapes.push(
      upright
        ? {
            kind: 'text',
            x: x + 4,
            y: top + headHeight - 6,
            text: clipped(column.label, TYPE.small, 120),
            size: TYPE.small,
            anchor: 'start',
            fill: 'soft',
            upward: true,
          }
        : {
            kind: 'text',
            x,
            y: top + 13,
            text: column.label,
            size: TYPE.small,
            anchor: 'middle',
            fill: 'soft',
          },
    );
  });
  top += headHeight;
  const right = names + step * chart.columns.length;
  const foot = top;
  // Behind the cells; how far down the columns go is known when the rows are.
  const backs = shapes.length;
  for (const row of chart.rows) {
    const lines = wrapped(row.label, TYPE.label, names - 12, 3);
    const height = ROW + Math.max(0, lines.length - 1) * 12;
    const middle = top + height / 2;
    if (row.paint) shapes.push({ kind: 'rect', x: 0, y: top, width: right, height, fill: row.paint });
    shapes.push(lineShape([0, top], [right, top], 'hairline'));
    lines.forEach((text, i) => {
      shapes.push({
        kind: 'text',
        x: 4,
        y: middle + 4 + (i - (lines.length - 1) / 2) * 13,
        text,
        size: TYPE.label,
        anchor: 'start',
        fill: 'ink',
      });
    });
    row.cells.slice(0, chart.columns.length).forEach((cell, i) => {
      if (!cell) return;
      const box = { x: names + step * i + 1, y: middle - 10, width: step - 2, height: 20 };
      const wide = textWidth(cell.text, TYPE.label, cell.strong) > box.width - 2;
      const size = wide ? TYPE.small : TYPE.label;
      shapes.push({
        kind: 'mark',
        mark: cell,
        box,
        shapes: cell.silent
          ? []
          : [
              ...(cell.paint === null
                ? []
                : [{ kind: 'rect' as const, ...box, fill: cell.paint, radius: 4 }]),
              {
                kind: 'text',
                x: box.x + box.width / 2,
                y: middle + 4,
                text: clipped(cell.text, size, step, cell.strong),
                size,
                anchor: 'middle',
                fill: cell.paint !== null ? textOn(cell.paint) : cell.quiet ? 'soft' : 'ink',
                ...(cell.strong ? { bold: true } : {}),
              },
            ],
      });
    });
    wrapped(row.note ?? '', TYPE.small, notes, 2).forEach((text, i, all) => {
      shapes.push({
        kind: 'text',
        x: right + 12,
        y: middle + 4 + (i - (all.length - 1) / 2) * 12,
        text,
        size: TYPE.small,
        anchor: 'start',
        fill: 'bad',
      });
    });
    top += height;
  }
  shapes.push(lineShape([0, top], [right, top], 'hairline'));
  const fills = chart.columns.flatMap(({ paint }, i): Shape[] =>
    paint
      ? [{ kind: 'rect', x: names + step * i, y: foot, width: step, height: top - foot, fill: paint }]
      : [],
  );
  shapes.splice(backs, 0, ...fills);
  const notesUnder = columnNotes(chart, { names, step, top });
  return { width, height: top + 2 + notesUnder.height, shapes: [...shapes, ...notesUnder.shapes] };
}

/** Room that what stands in the fields needs. */
function leastStepOf({ rows }: GridChart): number {
  const words = rows.flatMap(({ cells }) =>
    cells.map((cell) => (cell ? textWidth(cell.text, TYPE.small, cell.strong) : 0)),
  );
  return Math.min(LONG_STEP, Math.max(LEAST_STEP, Math.max(0, ...words) + 5));
}

/** What columns need beside the names: a narrower picture would show fields without their words. */
function leastWidth({ columns, rows }: GridChart, step: number): number {
  const names = Math.max(40, ...rows.map((row) => textWidth(row.label, TYPE.label)));
  const others = 12 + step * columns.length;
  return Math.min(names + others, others / (1 - LEAST_NAMES));
}

/** What is wrong with columns, upright under them, each as long as it is but for a limit. */
function columnNotes(
  { columns }: GridChart,
  { names, step, top }: { readonly names: number; readonly step: number; readonly top: number },
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const notes = columns.map(({ note }) => clipped(note ?? '', TYPE.small, LONGEST_NOTE));
  const longest = Math.max(0, ...notes.map((note) => textWidth(note, TYPE.small)));
  const shapes = notes.flatMap((text, i): Shape[] =>
    text === ''
      ? []
      : [
          {
            kind: 'text',
            x: names + step * (i + 0.5) + 4,
            y: top + 6,
            text,
            size: TYPE.small,
            anchor: 'end',
            fill: 'bad',
            upward: true,
          },
        ],
  );
  return { shapes, height: longest === 0 ? 0 : longest + 10 };
}
