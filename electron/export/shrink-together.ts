import type { Figure } from './gaps';

/** What is measured is rounded. */
const SLACK = 3;

/**
 * Where a figure went over to the next page and cannot be made so small that it fits: it and the figures `above` it on the page it left, each a little
 * smaller. Nobody sees that of charts of one width, and everybody sees a page that is a third empty. Nothing where even that is not enough; `scaled`
 * is how they were measured, `room` what the page left has for the drawing.
 */
export function shrunkTogether(
  figure: Figure,
  above: readonly Figure[],
  scaled: ReadonlyMap<string, number>,
  room: number,
): ReadonlyMap<string, number> {
  if (above.length === 0) return new Map();
  const others = above.reduce((sum, { drawing }) => sum + drawing, 0);
  const ratio = (room - SLACK + others) / (figure.drawing + others);
  const all = [...above, figure].map(({ id, least }) => ({ id, least, to: (scaled.get(id) ?? 1) * ratio }));
  if (ratio >= 1 || all.some(({ to, least }) => to < least)) return new Map();
  return new Map(all.map(({ id, to }) => [id, Math.floor(to * 1000) / 1000]));
}
