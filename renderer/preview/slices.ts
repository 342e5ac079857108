import { useCallback, useState } from 'react';

/** Rows up to this many are all in the page. */
const WHOLE = 150;
/** Rows that come and go together. */
const SLICE = 60;
/** Slices are in the page when they are this close to the screen, in pixels. */
const MARGIN = 1_200;
/** Height of a row that was never in the page, in pixels. */
const ROW = 30;

/** Rows that are in the page together, or the room that they take. */
export interface RowSlice<T> {
  readonly key: number;
  readonly rows: readonly T[];
  /** Place of the first row in the whole list. */
  readonly first: number;
  /** Pixels to keep free instead; null while its rows are in the page. */
  readonly room: number | null;
  /** For the element that holds the rows, or keeps their room free. */
  readonly ref: ((element: HTMLElement | null) => (() => void) | undefined) | undefined;
}

/**
 * Cuts a long list into slices, of which only those near the screen are in the page. Few rows are one slice. Where the engine cannot say what is
 * near the screen, all of them are.
 */
export function useSlices<T>(rows: readonly T[]): readonly RowSlice<T>[] {
  const [near, setNear] = useState<ReadonlySet<number>>(FIRST);
  const [watched] = useState(() => ({
    observer: null as IntersectionObserver | null,
    keys: new WeakMap<Element, number>(),
    heights: new Map<number, number>(),
  }));
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const { keys, heights } = watched;
      keys.set(element, Number(element.dataset['slice']));
      watched.observer ??= new IntersectionObserver(
        (entries) => {
          for (const { target, boundingClientRect, isIntersecting } of entries) {
            const key = keys.get(target);
            if (key !== undefined && !isIntersecting && target.isConnected)
              heights.set(key, boundingClientRect.height);
          }
          setNear((before) => {
            const after = new Set(before);
            for (const { target, isIntersecting } of entries) {
              const key = keys.get(target);
              if (key === undefined || !target.isConnected) continue;
              if (isIntersecting) after.add(key);
              else after.delete(key);
            }
            return sameSet(before, after) ? before : after;
          });
        },
        { root: element.closest('[role="document"]'), rootMargin: `${MARGIN}px 0px` },
      );
      watched.observer.observe(element);
      return () => watched.observer?.unobserve(element);
    },
    [watched],
  );
  if (rows.length <= WHOLE || typeof IntersectionObserver === 'undefined')
    return [{ key: 0, rows, first: 0, room: null, ref: undefined }];
  return Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, key) => {
    const slice = rows.slice(key * SLICE, (key + 1) * SLICE);
    const room = near.has(key) ? null : (watched.heights.get(key) ?? slice.length * ROW);
    return { key, rows: slice, first: key * SLICE, room, ref: watch };
  });
}

/** Before anything is known of the screen, its head is all there is to see. */
const FIRST: ReadonlySet<number> = new Set([0]);

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}
