import type { BlockRange, BlockSplice } from './block-ranges';
import { estimatedHeight } from './estimated-height';

/**
 * A block of the preview. The object stays the same while its block lives, so that drawn content, measured height and DOM stay with it;
 * `from` and `to` move with edits elsewhere. `revision` counts up whenever its drawing is out of date.
 */
export interface Block {
  readonly key: number;
  type: string;
  from: number;
  to: number;
  revision: number;
  /** Height to expect before it is measured, in pixels. */
  estimate: number;
  /** Height it was last drawn with, in pixels; null before. */
  measured: number | null;
  /** False once the text no longer has it. */
  alive: boolean;
}

export interface BlockChange {
  readonly blocks: readonly Block[];
  /** Blocks whose text is new or changed. */
  readonly touched: readonly Block[];
  /** True when a definition that other blocks may use was added, changed or removed. */
  readonly definitions: boolean;
}

const DEFINES = new Set(['LinkReference', 'Footnote']);

/** Follows the blocks of one text through its edits. */
export class BlockList {
  private nextKey = 1;
  /** A block that defined something was renewed as what it is now. */
  private redefined = false;
  blocks: readonly Block[] = [];

  /**
   * Takes over what became of the blocks. Blocks that no change touched keep their identity and are only shifted; those between them are
   * matched in order, so that the paragraph one types in keeps its DOM.
   */
  take(splices: readonly BlockSplice[]): BlockChange {
    const touched: Block[] = [];
    let definitions = false;
    for (const splice of splices) if (this.replace(splice, touched)) definitions = true;
    return { blocks: this.blocks, touched: touched.filter(({ alive }) => alive), definitions };
  }

  /** True when it was about definitions. */
  private replace({ first, end, ranges, shift, start, endA }: BlockSplice, touched: Block[]): boolean {
    const old = this.blocks.slice(first, end);
    let head = 0;
    while (same(old[head], ranges[head], 0) && (old[head] as Block).to < start) head++;
    let tail = 0;
    while (
      tail < Math.min(old.length, ranges.length) - head &&
      same(old[old.length - 1 - tail], ranges[ranges.length - 1 - tail], shift) &&
      (old[old.length - 1 - tail] as Block).from > endA
    ) {
      tail++;
    }
    const gone = old.slice(head, old.length - tail);
    const fresh = ranges.slice(head, ranges.length - tail).map((range, index) => {
      const before = gone[index];
      const kept = before && family(before.type) === family(range.type) ? before : null;
      return this.renewed(kept, range);
    });
    const defines = [...gone, ...fresh].some(({ type }) => DEFINES.has(type)) || this.redefined;
    this.redefined = false;
    const alive = new Set(fresh);
    for (const block of gone) block.alive = alive.has(block);
    touched.push(...fresh);
    const behind = this.blocks.slice(end - tail);
    if (shift !== 0) {
      for (const block of behind) {
        block.from += shift;
        block.to += shift;
      }
    }
    this.blocks = this.blocks.slice(0, first + head).concat(fresh, behind);
    return defines;
  }

  private renewed(kept: Block | null, { type, from, to }: BlockRange): Block {
    const block: Block = kept ?? {
      key: this.nextKey++,
      type,
      from: 0,
      to: 0,
      revision: 0,
      estimate: 0,
      measured: null,
      alive: true,
    };
    if (kept && DEFINES.has(kept.type)) this.redefined = true;
    block.type = type;
    block.from = from;
    block.to = to;
    block.revision++;
    block.estimate = estimatedHeight(type, to - from);
    return block;
  }
}

function same(block: Block | undefined, range: BlockRange | undefined, delta: number): boolean {
  return (
    block !== undefined &&
    range !== undefined &&
    block.type === range.type &&
    block.from + delta === range.from &&
    block.to + delta === range.to
  );
}

/** Blocks of one family may turn into each other without losing their place on screen. */
function family(type: string): string {
  return type.replace(/\d$/, '').replace(/^Setext|^ATX/, '');
}
