import type { Block } from './block-list';

/** A run of blocks with the heights of what is before and after it. */
export interface BlockRun {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Documents up to this many blocks are shown whole. */
const WHOLE = 120;
/** Blocks kept on each side of the screen, in pixels. */
const MARGIN = 900;

/** Knows how tall blocks are: measured where they were drawn, estimated elsewhere. */
export class BlockHeights {
  of(block: Block): number {
    return block.measured ?? block.estimate;
  }

  /** The blocks to have in the page for a scroll position. */
  run(blocks: readonly Block[], top: number, height: number): BlockRun {
    if (blocks.length <= WHOLE) return { first: 0, end: blocks.length, before: 0, after: 0 };
    let y = 0;
    let first = 0;
    while (first < blocks.length) {
      const next = y + this.of(blocks[first] as Block);
      if (next >= top - MARGIN) break;
      y = next;
      first++;
    }
    const before = y;
    let end = first;
    while (end < blocks.length && y < top + height + MARGIN) y += this.of(blocks[end++] as Block);
    let after = 0;
    for (let index = end; index < blocks.length; index++) after += this.of(blocks[index] as Block);
    return { first, end, before, after };
  }

  /** Distance of a block's upper edge from the start of the document. */
  top(blocks: readonly Block[], index: number): number {
    let y = 0;
    for (let i = 0; i < index; i++) y += this.of(blocks[i] as Block);
    return y;
  }
}

/** Index of the block that holds an offset, or of the last one before it; -1 when there is none. Footnotes come last, wherever they are written. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let end = blocks.length;
  for (; end > 0 && blocks[end - 1]?.type === 'Footnote'; end--) {
    const note = blocks[end - 1] as Block;
    if (note.from <= offset && offset <= note.to) return end - 1;
  }
  let low = 0;
  while (low < end) {
    const middle = (low + end) >> 1;
    if ((blocks[middle] as Block).from <= offset) low = middle + 1;
    else end = middle;
  }
  return low - 1;
}
