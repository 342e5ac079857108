import type { Block } from './block';

/** What a structured file means, told by what changed since it was told last. */
export interface BlockChanges {
  /** So many blocks from the start are as they were. */
  readonly head: number;
  /** So many blocks at the end are as they were, but for places, which lie `shift` characters further on. */
  readonly tail: number;
  readonly shift: number;
  /** The blocks between them. */
  readonly blocks: readonly Block[];
}

/** A block, and how far its places moved since it was made. */
export interface PlacedBlock {
  readonly block: Block;
  readonly shift: number;
}

/** Blocks as they were made. */
export function unmoved(blocks: readonly Block[]): readonly PlacedBlock[] {
  return blocks.map((block) => ({ block, shift: 0 }));
}

/** All blocks as a change of nothing. */
export function allBlocks(blocks: readonly Block[]): BlockChanges {
  return { head: 0, tail: 0, shift: 0, blocks };
}

/** What became of the blocks of a text that is `shift` characters longer now. */
export function blockChanges(before: readonly Block[], after: readonly Block[], shift: number): BlockChanges {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(before[head], after[head], 0)) head++;
  let tail = 0;
  while (tail < most - head && same(before[before.length - 1 - tail], after[after.length - 1 - tail], shift))
    tail++;
  return { head, tail, shift, blocks: after.slice(head, after.length - tail) };
}

/** The blocks after a change. Those that it left are the same objects. */
export function withChanges(
  before: readonly PlacedBlock[],
  { head, tail, shift, blocks }: BlockChanges,
): readonly PlacedBlock[] {
  const behind = before.slice(before.length - tail);
  return [
    ...before.slice(0, head),
    ...unmoved(blocks),
    ...(shift === 0
      ? behind
      : behind.map((placed) => ({ block: placed.block, shift: placed.shift + shift }))),
  ];
}

/** What is called so is a place in the text: it may have moved as a whole. */
const PLACES: ReadonlySet<string> = new Set(['span', 'extent']);

/** Compares plain values, but for where they stand. */
function same(a: unknown, b: unknown, shift: number): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((value, at) => same(value, b[at], shift));
  const one = a as Readonly<Record<string, unknown>>;
  const other = b as Readonly<Record<string, unknown>>;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => {
      if (!Object.hasOwn(other, key)) return false;
      return PLACES.has(key) && shift !== 0
        ? moved(one[key], other[key], shift)
        : same(one[key], other[key], shift);
    })
  );
}

function moved(a: unknown, b: unknown, shift: number): boolean {
  if (a === null || b === null) return a === b;
  const one = a as { readonly from: number; readonly to: number };
  const other = b as { readonly from: number; readonly to: number };
  return one.from + shift === other.from && one.to + shift === other.to;
}
