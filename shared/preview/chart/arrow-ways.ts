import { type Box, round, type Shape } from './scene';

const NONE: readonly Box[] = [];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Out of a box: up, down, left, right. */
const SIDES: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 1, y: 0 },
];
/** An arrow keeps so far from boxes, its own ones too. In CSS pixels. */
const CLEAR = 2;
/** How far a way leaves a box before it turns, besides a share of its length. In CSS pixels. */
const REACHES = [9, 16, 26];
const SHARE = 0.4;
/** Points at which a way is looked at. */
const SAMPLES = 28;
/** What a point costs that lies in a box or outside of the area, and one that lies on another arrow; a pixel of way costs 1. */
const COST = { blocked: 5_000, crowded: 12 } as const;
const BARB = 6;

export interface Move {
  readonly from: Box;
  readonly goal: Box;
}

interface Way {
  readonly from: Point;
  readonly out: Point;
  readonly into: Point;
  readonly goal: Point;
}

/**
 * Arrows from box to box that go around what else stands there, and beside each other, as far as there is room: an arrow under a box would seem
 * to begin at it. Of the ways out of the four sides of a box into the four sides of the other the cheapest is taken; shorter arrows choose first.
 */
export function arrowShapes(moves: readonly Move[], boxes: readonly Box[], area: Box): Shape[] {
  const obstacles = new Squares(64);
  for (const box of boxes) obstacles.add(grown(box, CLEAR - 0.5));
  const taken = new Squares(5);
  const isBlocked = (x: number, y: number) =>
    x < area.x ||
    y < area.y ||
    x > area.x + area.width ||
    y > area.y + area.height ||
    obstacles.at(x, y).some((box) => isIn(box, x, y));
  /** Stops at what another way costs already. */
  const cost = (way: Way, limit: number) => {
    let total = 0;
    let [px, py] = [way.from.x, way.from.y];
    for (let i = 1; i <= SAMPLES && total < limit; i++) {
      const [x, y] = [along(way, 'x', i / SAMPLES), along(way, 'y', i / SAMPLES)];
      total += Math.hypot(x - px, y - py);
      if (i < SAMPLES && isBlocked(x, y)) total += COST.blocked;
      if (taken.at(x, y).length > 0) total += COST.crowded;
      [px, py] = [x, y];
    }
    return total;
  };
  const byLength = moves.map((move, index) => ({ move, index, length: distance(move) }));
  byLength.sort((a, b) => a.length - b.length || a.index - b.index);
  return byLength.flatMap(({ move, length }): Shape[] => {
    if (length < 4) return [];
    let best: Way | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const way of waysOf(move, length)) {
      if (Math.hypot(way.goal.x - way.from.x, way.goal.y - way.from.y) >= least) continue;
      const price = cost(way, least);
      if (price >= least) continue;
      least = price;
      best = way;
    }
    if (!best) return [];
    for (let i = 2; i < SAMPLES - 2; i++) {
      taken.add({ x: along(best, 'x', i / SAMPLES), y: along(best, 'y', i / SAMPLES), width: 0, height: 0 });
    }
    return arrow(best);
  });
}

function waysOf({ from, goal }: Move, length: number): Way[] {
  return SIDES.flatMap((leave) =>
    SIDES.flatMap((enter) =>
      [...REACHES, length * SHARE].map((reach): Way => {
        const [start, stop] = [port(from, leave), port(goal, enter)];
        return {
          from: start,
          out: { x: start.x + leave.x * reach, y: start.y + leave.y * reach },
          into: { x: stop.x + enter.x * reach, y: stop.y + enter.y * reach },
          goal: stop,
        };
      }),
    ),
  );
}

/** The middle of a side, and a bit beyond. */
function port(box: Box, side: Point): Point {
  return {
    x: box.x + box.width / 2 + side.x * (box.width / 2 + CLEAR),
    y: box.y + box.height / 2 + side.y * (box.height / 2 + CLEAR),
  };
}

function distance({ from, goal }: Move): number {
  return Math.hypot(
    goal.x + goal.width / 2 - from.x - from.width / 2,
    goal.y + goal.height / 2 - from.y - from.height / 2,
  );
}

/** Where the curve is after a share of it. */
function along(way: Way, axis: 'x' | 'y', t: number): number {
  const s = 1 - t;
  return (
    s * s * s * way.from[axis] +
    3 * s * s * t * way.out[axis] +
    3 * s * t * t * way.into[axis] +
    t * t * t * way.goal[axis]
  );
}

function arrow({ from, out, into, goal }: Way): Shape[] {
  const angle = Math.atan2(goal.y - into.y, goal.x - into.x);
  const at = ({ x, y }: Point) => `${round(x)},${round(y)}`;
  const barb = (turn: number) =>
    at({ x: goal.x - BARB * Math.cos(angle + turn), y: goal.y - BARB * Math.sin(angle + turn) });
  return [
    {
      kind: 'path',
      d: `M${at(from)}C${at(out)} ${at(into)} ${at(goal)}`,
      fill: null,
      stroke: 'soft',
      weight: 1,
    },
    { kind: 'path', d: `M${at(goal)}L${barb(0.45)}L${barb(-0.45)}Z`, fill: 'soft', stroke: null },
  ];
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function isIn({ x, y, width, height }: Box, px: number, py: number): boolean {
  return px > x && px < x + width && py > y && py < y + height;
}

/** Boxes by the squares of the picture that they touch: what is at a point is found without looking at all. */
class Squares {
  private readonly held = new Map<number, Box[]>();

  constructor(private readonly side: number) {}

  at(x: number, y: number): readonly Box[] {
    return this.held.get(this.key(x, y)) ?? NONE;
  }

  add(box: Box): void {
    const { x, y, width, height } = box;
    const { side } = this;
    for (let left = Math.floor(x / side) * side; left <= x + width; left += side)
      for (let top = Math.floor(y / side) * side; top <= y + height; top += side) {
        const key = this.key(left, top);
        const there = this.held.get(key);
        if (there) there.push(box);
        else this.held.set(key, [box]);
      }
  }

  private key(x: number, y: number): number {
    return Math.floor(x / this.side) * 65_536 + Math.floor(y / this.side);
  }
}
