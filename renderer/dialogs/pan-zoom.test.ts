import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, moved, zoomedAt } from './pan-zoom';

const frame = { width: 800, height: 600 };
const picture = { width: 400, height: 100 };

describe('a picture in its frame', () => {
  it('is as large as fits, in the middle, and no more than twice its size', () => {
    expect(fitted(frame, { width: 1600, height: 400 })).toEqual({ scale: 0.5, x: 0, y: 200 });
    expect(fitted(frame, picture)).toEqual({ scale: 2, x: 0, y: 200 });
    expect(fitted(frame, { width: 10, height: 10 }).scale).toBe(2);
    expect(fitted(frame, { width: 0, height: 0 })).toEqual({ scale: 1, x: 0, y: 0 });
  });

  it('keeps the point under the pointer when it grows', () => {
    const lie = { scale: 1, x: 100, y: 100 };
    const point = { x: 200, y: 150 };
    const larger = zoomedAt(lie, 2, point, frame, picture);
    expect(larger).toEqual({ scale: 2, x: 0, y: 50 });
    expect((point.x - larger.x) / larger.scale).toBe((point.x - lie.x) / lie.scale);
  });

  it('never leaves the frame, whatever is done with it', () => {
    const step = fc.record({
      dx: fc.integer({ min: -9e3, max: 9e3 }),
      dy: fc.integer({ min: -9e3, max: 9e3 }),
      factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        let lie = fitted(frame, picture);
        for (const { dx, dy, factor } of steps) {
          lie = moved(zoomedAt(lie, factor, { x: dx, y: dy }, frame, picture), dx, dy, frame, picture);
          expect(lie.x).toBeLessThanOrEqual(frame.width - 60);
          expect(lie.x + picture.width * lie.scale).toBeGreaterThanOrEqual(60 - 1e-6);
          expect(lie.y).toBeLessThanOrEqual(frame.height - 60);
          expect(lie.y + picture.height * lie.scale).toBeGreaterThanOrEqual(60 - 1e-6);
        }
      }),
    );
  });
});
