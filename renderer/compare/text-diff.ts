import { Change, presentableDiff } from '@codemirror/merge';
import { differences } from '../../shared/text/differences';

/** Stretches of at most this length are compared word by word, in UTF-16 units. */
const FINE = 20_000;
/** All of that must be done within this time, in milliseconds; what is left is marked by whole lines. */
const TIME = 120;

/**
 * The changes between two texts: first by lines, so that a long text with many changes takes no longer than reading it, then within the
 * lines that changed. `now` tells milliseconds.
 */
export function textChanges(
  a: string,
  b: string,
  now: () => number = () => performance.now(),
): readonly Change[] {
  const end = now() + TIME;
  const [linesA, linesB] = [a.split('\n'), b.split('\n')];
  const [startsA, startsB] = [starts(linesA), starts(linesB)];
  const changes: Change[] = [];
  for (const { fromA, toA, fromB, toB } of differences(linesA, linesB)) {
    // Lines that come or go at the end take the line end before them along.
    const back = (fromA === toA || fromB === toB) && toA === linesA.length ? 1 : 0;
    const inA = reach(startsA, fromA, toA, a.length, back);
    const inB = reach(startsB, fromB, toB, b.length, back);
    const [left, right] = [a.slice(inA.from, inA.to), b.slice(inB.from, inB.to)];
    const time = end - now();
    if (left === '' || right === '' || left.length + right.length > FINE || time <= 0)
      changes.push(new Change(inA.from, inA.to, inB.from, inB.to));
    else
      for (const part of presentableDiff(left, right, { scanLimit: 500, timeout: time }))
        changes.push(
          new Change(inA.from + part.fromA, inA.from + part.toA, inB.from + part.fromB, inB.from + part.toB),
        );
  }
  return changes;
}

/** Offset of each line. */
function starts(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const from = at;
    at += line.length + 1;
    return from;
  });
}

/** Offsets of lines, with the end of the last one unless that is the end of the text. */
function reach(
  starts: readonly number[],
  from: number,
  to: number,
  length: number,
  back: number,
): { readonly from: number; readonly to: number } {
  return { from: (starts[from] ?? length + 1) - back, to: Math.min(starts[to] ?? length, length) };
}
