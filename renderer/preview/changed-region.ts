import type { ChangeSet } from '@codemirror/state';

/** The region that holds all changes, in offsets before (`start`, `endA`) and after (`start`, `endB`). Nothing without changes. */
export function changedRegion(changes: ChangeSet | null): { start: number; endA: number; endB: number } {
  let start = Number.POSITIVE_INFINITY;
  let endA = -1;
  let endB = -1;
  changes?.iterChangedRanges((fromA, toA, _fromB, toB) => {
    start = Math.min(start, fromA);
    endA = Math.max(endA, toA);
    endB = Math.max(endB, toB);
  });
  return { start, endA, endB };
}
