import { describe, expect, it } from 'vitest';
import { rounds, seeded } from '../util/seeded.test-support';
import { contains, holderAmong, type Span } from './span';

/** Spans that are apart or within each other, in the order of the text. */
function nested(next: (below: number) => number, from: number, to: number, depth: number): Span[] {
  const all: Span[] = [];
  for (let at = from; at < to && depth > 0; ) {
    const start = at + next(6);
    const end = Math.min(to, start + next(12));
    if (start >= to) break;
    const within = { from: start, to: end };
    all.push(...(next(3) > 0 ? [within] : []), ...nested(next, start, end, depth - 1));
    at = end + next(3);
  }
  return all;
}

describe('the holder among several spans', () => {
  it('is the outermost that contains another', () => {
    const next = seeded(5);
    for (let round = 0; round < rounds(300); round++) {
      const outer = nested(next, 0, 60, 3);
      const holder = holderAmong(outer);
      let at = 0;
      while (at < 60) {
        const inner = { from: at, to: at + next(4) };
        const wanted = outer.find((one) => contains(one, inner)) ?? null;
        expect(holder(inner), JSON.stringify([outer, inner])).toEqual(wanted);
        at = inner.to + next(2);
      }
    }
  });
});
