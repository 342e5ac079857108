import { type Box, marksOf, type Scene, type Shape } from './scene';

/** Points along a curve that an arrow is drawn as; empty for other shapes. */
export function pointsOf(shape: Shape): [number, number][] {
  if (shape.kind !== 'path' || !shape.d.includes('C')) return [];
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = (
    shape.d.match(/-?\d+(?:\.\d+)?/g) ?? []
  ).map(Number);
  const mixed = (t: number, a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return Array.from({ length: 101 }, (_, i) => [
    mixed(i / 100, x0, x1, x2, x3),
    mixed(i / 100, y0, y1, y2, y3),
  ]);
}

/** How many points of arrows lie in boxes. */
export function covered(shapes: readonly Shape[], boxes: readonly Box[]): number {
  return shapes
    .flatMap(pointsOf)
    .filter(([x, y]) => boxes.some((b) => x > b.x && x < b.x + b.width && y > b.y && y < b.y + b.height))
    .length;
}

/** How many points of the arrows of a map lie under its chips. */
export function underChips(scene: Scene): number {
  const arrows = scene.shapes.filter((shape): shape is Shape => shape.kind !== 'mark');
  return covered(
    arrows,
    marksOf(scene).map(({ box }) => box),
  );
}
