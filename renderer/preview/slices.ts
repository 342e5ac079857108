import { useCallback, useState } from 'react';

/** Entries up to this many are all in the page. */
const WHOLE = 150;
/** Entries that come and go together. */
export const SLICE = 50;
/** Slices are in the page when they are this close to the screen, in pixels. */
const MARGIN = 1_200;

/** Entries that are in the page together, or the room that they take. */
export interface Slice<T> {
  readonly key: number;
  readonly items: readonly T[];
  /** Place of the first entry in the whole list. */
  readonly first: number;
  /** Pixels to keep free instead; null while its entries are in the page. */
  readonly room: number | null;
  /** For the element that holds the entries, or keeps their room free: with the key as its `data-slice`. */
  readonly ref: ((element: HTMLElement | null) => (() => void) | undefined) | undefined;
}

/**
 * Cuts a long list into slices, of which only those near the screen are in the page. Few entries are one slice. Where the engine cannot say what
 * is near the screen, all of them are. `height` is what an entry probably takes, in pixels, before it was ever in the page.
 */
export function useSlices<T>(items: readonly T[], height: (item: T) => number): readonly Slice<T>[] {
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
  if (items.length <= WHOLE || typeof IntersectionObserver === 'undefined')
    return [{ key: 0, items, first: 0, room: null, ref: undefined }];
  return Array.from({ length: Math.ceil(items.length / SLICE) }, (_, key) => {
    const slice = items.slice(key * SLICE, (key + 1) * SLICE);
    const room = near.has(key)
      ? null
      : (watched.heights.get(key) ?? slice.reduce((sum, item) => sum + height(item), 0));
    return { key, items: slice, first: key * SLICE, room, ref: watch };
  });
}

/** Before anything is known of the screen, its head is all there is to see. */
const FIRST: ReadonlySet<number> = new Set([0]);

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}
