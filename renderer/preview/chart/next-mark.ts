import type { Box } from '../../../shared/preview/chart/scene';

/**
 * The mark that a key leads to, by its place in the list: an arrow goes to the nearest one in its direction, Home and End to the first and the
 * last. Null for other keys, and where there is none that way.
 */
export function nextMark(boxes: readonly Box[], from: number, key: string): number | null {
  if (key === 'Home') return boxes.length > 0 ? 0 : null;
  if (key === 'End') return boxes.length > 0 ? boxes.length - 1 : null;
  const direction = DIRECTIONS[key];
  const start = boxes[from];
  if (!direction || !start) return null;
  const [x, y] = middle(start);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, i) => {
    if (i === from) return;
    const [dx, dy] = [middle(box)[0] - x, middle(box)[1] - y];
    const along = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (along < 1) return;
    // What lies straight ahead is nearer than what lies aside.
    const distance = along + 3 * aside;
    if (distance < least) {
      least = distance;
      best = i;
    }
  });
  return best;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function middle({ x, y, width, height }: Box): [number, number] {
  return [x + width / 2, y + height / 2];
}
