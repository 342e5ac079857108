import { expect, test } from 'vitest';
import { NO_FLOATS, planFloats } from './floats';
import { beforeId } from './gaps';
import { Html } from './html';
import type { MeasuredPlaces } from './pdf-file';

/** Two charts of so many points; the second one goes over to page 4 below a heading. */
const body = (first: number, second: number, least = 0.85) =>
  new Html(
    ['f', 'g']
      .map((id, i) => {
        const height = (i === 0 ? first : second) / 0.75;
        const next = i === 0 ? 'g' : 'end';
        return `<figure id="${id}" class="upright" data-least="${least}" data-next="${next}"><svg width="400" height="${height}"></svg></figure>`;
      })
      .join(''),
  );

function measured(endOfFirst: number, page = 4): MeasuredPlaces {
  return {
    pages: new Map([
      ['f', 3],
      [beforeId('g'), 3],
      ['g', page],
    ]),
    drops: new Map([
      ['f', 90],
      [beforeId('g'), endOfFirst],
      ['g', 100],
    ]),
    count: 9,
  };
}

const scaledOf = (html: Html, places: MeasuredPlaces, before = NO_FLOATS) =>
  Object.fromEntries(planFloats(new Map([['a01', html]]), places, 'A4', before).scaled);

test('a chart that does not fit, and the one above it, are set a little smaller so that it does', () => {
  // 311 points are free below the first; the second needs 300, 30 for its caption and 32 for its heading.
  const { f = 1, g = 1 } = scaledOf(body(200, 300), measured(450));
  expect(f).toBe(g);
  expect(f).toBeGreaterThan(0.85);
  expect(200 * (1 - f) + 311).toBeGreaterThan(300 * g + 30 + 32);
  expect(f).toBeLessThan(0.9);
});

test('no type gets too small for it, and nothing happens where that would not do', () => {
  expect(scaledOf(body(200, 300, 0.9), measured(450))).toEqual({});
  expect(scaledOf(body(40, 340), measured(450))).toEqual({});
  expect(scaledOf(body(200, 300), measured(450, 3))).toEqual({});
});

test('what was set smaller is counted from its whole size', () => {
  const before = { moved: new Map(), scaled: new Map([['f', 0.95]]) };
  const { f = 1, g = 1 } = scaledOf(body(285, 300), measured(449), before);
  expect(f).toBeCloseTo(g * 0.95, 2);
  expect(f).toBeGreaterThanOrEqual(0.85);
});
