import { expect, test } from 'vitest';
import { arrowShapes } from './arrow-ways';
import { covered, pointsOf } from './arrow-ways.test-support';
import type { Box } from './scene';

const AREA: Box = { x: 0, y: 0, width: 300, height: 300 };

function chip(x: number, y: number): Box {
  return { x, y, width: 44, height: 20 };
}

test('where nothing stands between, an arrow goes straight from side to side', () => {
  const [from, goal] = [chip(100, 20), chip(100, 120)];
  const [line, tip] = arrowShapes([{ from, goal }], [from, goal], AREA);
  const points = line ? pointsOf(line) : [];
  expect(points.every(([x]) => Math.abs(x - 122) < 0.01)).toBe(true);
  expect(points[0]?.[1]).toBeGreaterThan(40);
  expect(points.at(-1)?.[1]).toBeLessThan(120);
  expect(tip).toMatchObject({ fill: 'soft', stroke: null });
});

test('arrows from a stack go around those that stand below them, and not on each other', () => {
  const stack = [0, 1, 2].map((i) => chip(100, 20 + 26 * i));
  const goals = [0, 1, 2].map((i) => chip(100, 150 + 26 * i));
  const moves = stack.map((from, i) => ({ from, goal: goals[i] ?? from }));
  const shapes = arrowShapes(moves, [...stack, ...goals], AREA);
  expect(covered(shapes, [...stack, ...goals])).toBe(0);
  const ways = shapes.map(pointsOf).filter((points) => points.length > 0);
  expect(ways).toHaveLength(3);
  const together = (a: [number, number][], b: [number, number][]) =>
    a.filter(([x, y]) => b.some(([u, v]) => Math.hypot(x - u, y - v) < 2)).length;
  const [one = [], two = [], three = []] = ways;
  for (const shared of [together(one, two), together(one, three), together(two, three)])
    expect(shared).toBeLessThan(25);
});

test('an arrow stays within the map', () => {
  const area: Box = { x: 100, y: 0, width: 60, height: 300 };
  const [from, between, goal] = [chip(108, 20), chip(108, 80), chip(108, 140)];
  const shapes = arrowShapes([{ from, goal }], [from, between, goal], area);
  const points = shapes.flatMap(pointsOf);
  expect(points.every(([x]) => x >= 100 && x <= 160)).toBe(true);
});
