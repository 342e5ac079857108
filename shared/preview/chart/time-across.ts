import { TYPE } from './axes';
import { lineShape, type MarkShape, type Shape } from './scene';
import type { TimeBar, TimeChart, TimePoint } from './spec';
import { textWidth, within } from './text-fit';

type Place = (value: number) => number;
type Moment = NonNullable<TimeChart['moments']>[number];

/** A line of words over the lanes. */
const LINE = 16;

interface PlacedHead {
  /** A moment, or a time from one to another. */
  readonly mark: Moment | TimeBar;
  readonly row: number;
  readonly start: number;
  readonly text: string;
}

/** What concerns all lanes, with its words over them in as many lines as they need. */
export function headRows(chart: TimeChart, at: Place, [left, right]: readonly [number, number]) {
  const ends: number[] = [];
  const middle = (mark: Moment | TimeBar) => at('at' in mark ? mark.at : (mark.from + mark.to) / 2);
  const placed = [...(chart.moments ?? []), ...(chart.stretches ?? [])]
    .sort((a, b) => middle(a) - middle(b))
    .map((mark): PlacedHead => {
      const place = { x: middle(mark), anchor: 'middle' as const };
      const { x: start, width, text } = within(mark.label, TYPE.small, place, [left, right]);
      let row = ends.findIndex((end) => end + 8 <= start);
      if (row < 0) row = ends.length;
      ends[row] = start + width;
      return { mark, row, start, text };
    });
  return { placed, height: ends.length * LINE + (ends.length > 0 ? 6 : 0) };
}

/** The lines and grounds of what concerns all lanes, from its words down to the end of the lanes. */
export function headLines(
  placed: readonly PlacedHead[],
  at: Place,
  [top, bottom]: readonly [number, number],
): { readonly grounds: readonly Shape[]; readonly lines: readonly Shape[] } {
  const down = ({ row }: PlacedHead) => top + row * LINE + 8;
  return {
    grounds: placed.flatMap((head): Shape[] => {
      const { mark } = head;
      if ('at' in mark) return [];
      const [x, end] = [at(mark.from), Math.max(at(mark.to), at(mark.from) + 2)];
      return [
        { kind: 'rect', x, y: down(head), width: end - x, height: bottom - down(head), fill: mark.paint },
      ];
    }),
    lines: placed.flatMap((head) => {
      const { mark } = head;
      if (!('at' in mark)) return [];
      const x = at(mark.at);
      return [lineShape([x, down(head)], [x, bottom], mark.paint, 1.25, mark.dashed ?? false)];
    }),
  };
}

/** The words of what concerns all lanes, on paper so that lines do not cross them. */
export function headWords({ mark, row, start, text }: PlacedHead, top: number): (Shape | MarkShape)[] {
  const width = textWidth(text, TYPE.small);
  const box = { x: start, y: top + row * LINE, width, height: 15 };
  const ground: Shape = { kind: 'rect', ...box, fill: 'at' in mark ? 'paper' : mark.paint };
  const words: Shape = {
    kind: 'text',
    x: start,
    y: box.y + 11,
    text,
    size: TYPE.small,
    anchor: 'start',
    fill: 'ink',
  };
  return [ground, { kind: 'mark', mark, box, shapes: [words] }];
}

/** Where something begins or ends in a row of the picture. */
export interface LaneEnds {
  readonly from: number;
  readonly to: number;
  /** Middle of its row. */
  readonly middle: number;
}

/** The first thing of a lane, by which other lanes are tied to it. */
export function laneEnds(
  { bars, points }: TimeChart['lanes'][number],
  at: Place,
  middle: (item: TimeBar | TimePoint) => number,
): LaneEnds | null {
  const [bar, point] = [bars[0], points[0]];
  if (bar) return { from: at(bar.from), to: Math.max(at(bar.to), at(bar.from) + 3), middle: middle(bar) };
  return point ? { from: at(point.at), to: at(point.at), middle: middle(point) } : null;
}

/** From the end of one thing down or up to the next, then to where it begins. */
export function linkShapes(from: LaneEnds, to: LaneEnds, half: number): Shape[] {
  const way = to.middle >= from.middle ? 1 : -1;
  const x = from.to - 1;
  const start = from.middle + way * half;
  if (to.from > x + 10) {
    const d = `M${x},${start}V${to.middle}H${to.from - 5}`;
    const tip = `M${to.from - 1},${to.middle}l-6,-3.5v7Z`;
    return [wayShape(d), { kind: 'path', d: tip, fill: 'soft', stroke: null }];
  }
  const end = to.middle - way * half;
  const tip = `M${x},${end}l-3.5,${-6 * way}h7Z`;
  return [wayShape(`M${x},${start}V${end - 5 * way}`), { kind: 'path', d: tip, fill: 'soft', stroke: null }];
}

function wayShape(d: string): Shape {
  return { kind: 'path', d, fill: null, stroke: 'soft', weight: 1.25 };
}
