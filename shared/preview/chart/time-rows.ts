import { TYPE } from './axes';
import type { TimeBar, TimeChart, TimePoint } from './spec';
import { textWidth } from './text-fit';

export type Place = (value: number) => number;

/** Height of a row of a lane. */
export const ROW = 24;
/** Between what stands behind one another in a row. */
const ROW_GAP = 4;

/** Words take so much of the picture, so that rows are shared; where nothing follows in a row they go on. */
function room(right: number): number {
  return Math.max(110, right * 0.22);
}

/** Where the words of something stand that do not fit into it. */
export interface Beside {
  readonly before: boolean;
  /** Room that they have there. */
  readonly width: number;
}

export const NO_WORDS: Beside = { before: false, width: 0 };

/** Behind their place, or before it where they do not fit there and there is more room. */
function beside(item: TimeBar | TimePoint, at: Place, right: number, most = room(right)): Beside {
  const [from, to] = endsOf(item, at);
  const words = Math.min(most, textWidth(item.label, TYPE.small));
  const after = right - to - padOf(item);
  const before = from - at(Number.NEGATIVE_INFINITY) - padOf(item);
  const isBefore = words > after && before > after;
  return { before: isBefore, width: Math.max(0, Math.min(words, isBefore ? before : after)) };
}

/** Where something begins and ends in the picture; bars are never too thin to be seen. */
export function endsOf(item: TimeBar | TimePoint, at: Place): [number, number] {
  if ('at' in item) return [at(item.at), at(item.at)];
  return [at(item.from), Math.max(at(item.to), at(item.from) + 3)];
}

function isInside(bar: TimeBar, at: Place): boolean {
  const [from, to] = endsOf(bar, at);
  return textWidth(bar.label, TYPE.small) + (bar.bracket ? 24 : 2 * padOf(bar) - 2) <= to - from;
}

/** Words stand in their bar where they fit, else behind it; both take room in the row. */
function extent(item: TimeBar | TimePoint, at: Place, right: number): [number, number] {
  const [from, to] = endsOf(item, at);
  if ('at' in item) {
    // Strokes may touch: their heaps are what is to be seen.
    if (item.label === '') return [from - 1, from + 1 - ROW_GAP];
  } else if (isInside(item, at)) return [from, to];
  const { before, width } = beside(item, at, right);
  const point = 'at' in item ? 6 : 0;
  return before ? [from - width - padOf(item), to + point] : [from - point, to + width + padOf(item)];
}

/** Between what something is drawn as and its words; more where a point stands on the end of a bar. */
export function padOf(item: TimeBar | TimePoint): number {
  if ('at' in item) return 10;
  return (item.points ?? []).length > 0 ? 11 : 6;
}

/** Which row of its lane each thing is in, and the room of the words that stand beside it. */
export function laneRows(lane: TimeChart['lanes'][number], at: Place, right: number) {
  const rowOf = new Map<TimeBar | TimePoint, number>();
  const wordsOf = new Map<TimeBar | TimePoint, Beside>();
  const all = [...lane.bars, ...lane.points];
  if (lane.listed) {
    for (const [row, item] of all.entries()) {
      rowOf.set(item, row);
      wordsOf.set(item, beside(item, at, right, Number.POSITIVE_INFINITY));
    }
    return { rowOf, wordsOf, count: Math.max(1, all.length) };
  }
  const last: { readonly item: TimeBar | TimePoint; readonly end: number }[] = [];
  const items = all.map((item) => ({ item, extent: extent(item, at, right) }));
  items.sort((a, b) => a.extent[0] - b.extent[0]);
  for (const {
    item,
    extent: [from, to],
  } of items) {
    let row = last.findIndex(({ end }) => end + ROW_GAP <= from);
    if (row < 0) row = last.length;
    const before = last[row];
    if (before) grow(before.item, from - ROW_GAP);
    last[row] = { item, end: to };
    rowOf.set(item, row);
    wordsOf.set(item, beside(item, at, right));
  }
  for (const { item } of last) grow(item, right);
  return { rowOf, wordsOf, count: Math.max(1, last.length) };

  /** Words behind something may go on to what follows in the row. */
  function grow(item: TimeBar | TimePoint, end: number): void {
    const words = wordsOf.get(item);
    if (!words || words.before) return;
    const width = end - endsOf(item, at)[1] - padOf(item);
    if (width > words.width) wordsOf.set(item, { before: false, width });
  }
}
