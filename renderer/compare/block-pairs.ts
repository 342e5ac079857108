import type { Stretch } from '../../shared/text/differences';
import type { Block } from '../preview/block-list';
import type { Viewport } from '../preview/viewport';

/** A passage that differs: its blocks on either side, and where it stands. */
export interface ChangedPassage {
  readonly blocksA: readonly Block[];
  readonly blocksB: readonly Block[];
  readonly placeA: number;
  readonly placeB: number;
}

/** Two pages, block by block. */
export interface BlockPairs {
  readonly changes: readonly ChangedPassage[];
  /** Offsets that stand at the same height, in order on both sides. */
  readonly stops: readonly (readonly [number, number])[];
}

/** Puts the blocks of two pages together, given where they differ. */
export function pairsOf(a: readonly Block[], b: readonly Block[], stretches: readonly Stretch[]): BlockPairs {
  const place = (blocks: readonly Block[], index: number) => blocks[index]?.from ?? blocks.at(-1)?.to ?? 0;
  const changes = stretches.map(({ fromA, toA, fromB, toB }) => ({
    blocksA: a.slice(fromA, toA),
    blocksB: b.slice(fromB, toB),
    placeA: place(a, fromA),
    placeB: place(b, fromB),
  }));
  const stops: (readonly [number, number])[] = [[0, 0]];
  let [atA, atB] = [0, 0];
  for (const { fromA, toA, fromB, toB } of [
    ...stretches,
    { fromA: a.length, toA: a.length, fromB: b.length, toB: b.length },
  ]) {
    for (; atA < fromA; atA++, atB++) stops.push([place(a, atA), place(b, atB)]);
    stops.push([place(a, fromA), place(b, fromB)]);
    [atA, atB] = [toA, toB];
  }
  stops.push([place(a, a.length), place(b, b.length)]);
  return { changes, stops };
}

/** The offset on the other side that stands where `offset` does; between two stops in proportion. */
export function counterpart(stops: BlockPairs['stops'], offset: number, from: 0 | 1): number {
  let [low, high] = [0, stops.length - 1];
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((stops[mid]?.[from] ?? 0) <= offset) low = mid;
    else high = mid - 1;
  }
  const before = stops[low] ?? [0, 0];
  const after = stops[low + 1] ?? before;
  const to = from === 0 ? 1 : 0;
  const share = after[from] > before[from] ? (offset - before[from]) / (after[from] - before[from]) : 0;
  return Math.round(before[to] + Math.min(1, share) * (after[to] - before[to]));
}

/** Something that scrolls to places of its own counting. */
type Scrolled = Pick<Viewport, 'firstVisible' | 'stop'> & { scrollTo(place: number): void };

interface Page {
  readonly viewport: Scrolled;
  readonly page: HTMLElement;
}

/** Keeps two pages at what is the same in both. The one that was touched last leads. Returns the function that ends it. */
export function followScroll(one: Page, other: Page, { stops }: Pick<BlockPairs, 'stops'>): () => void {
  let leader = one;
  let frame = 0;
  const ends: (() => void)[] = [];
  for (const [page, follower, side] of [
    [one, other, 0],
    [other, one, 1],
  ] as const) {
    const lead = () => {
      if (leader === page) return;
      leader = page;
      page.viewport.stop();
    };
    const onScroll = () => {
      if (leader !== page) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        follower.viewport.scrollTo(counterpart(stops, page.viewport.firstVisible(), side)),
      );
    };
    for (const type of ['wheel', 'pointerdown', 'keydown', 'focusin'] as const) {
      page.page.addEventListener(type, lead, { passive: true, capture: true });
      ends.push(() => page.page.removeEventListener(type, lead, { capture: true }));
    }
    page.page.addEventListener('scroll', onScroll, { passive: true });
    ends.push(() => page.page.removeEventListener('scroll', onScroll));
  }
  return () => {
    cancelAnimationFrame(frame);
    for (const end of ends) end();
  };
}
