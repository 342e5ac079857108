import type { ChangeSet } from '@codemirror/state';
import type { BlockRange } from './block-ranges';
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
  blocks: readonly Block[] = [];

  /**
   * Takes over new ranges. Blocks that no change touched keep their identity and are only shifted; the blocks between them are matched in
   * order, so that the paragraph one types in keeps its DOM.
   */
  take(ranges: readonly BlockRange[], changes: ChangeSet | null): BlockChange {
    const old = this.blocks;
    const { start, endA, endB } = changedRegion(changes);
    const delta = endB - endA;
    let head = 0;
    if (changes || old.length > 0) {
      while (
        head < old.length &&
        head < ranges.length &&
        same(old[head], ranges[head], 0) &&
        (old[head] as Block).to < start
      )
        head++;
    }
    let tail = 0;
    while (
      tail < old.length - head &&
      tail < ranges.length - head &&
      same(old[old.length - 1 - tail], ranges[ranges.length - 1 - tail], delta) &&
      (old[old.length - 1 - tail] as Block).from > endA
    ) {
      tail++;
    }
    const touched: Block[] = [];
    let definitions = false;
    const goneMiddle = old.slice(head, old.length - tail);
    const newMiddle = ranges.slice(head, ranges.length - tail).map((range, index) => {
      const before = goneMiddle[index];
      const kept = before && family(before.type) === family(range.type) ? before : null;
      const block: Block = kept ?? {
        key: this.nextKey++,
        type: range.type,
        from: 0,
        to: 0,
        revision: 0,
        estimate: 0,
        alive: true,
      };
      if (DEFINES.has(range.type) || (kept && DEFINES.has(kept.type))) definitions = true;
      block.type = range.type;
      block.from = range.from;
      block.to = range.to;
      block.revision++;
      block.estimate = estimatedHeight(range.type, range.to - range.from);
      touched.push(block);
      return block;
    });
    const kept = new Set(newMiddle);
    for (const block of goneMiddle) block.alive = kept.has(block);
    definitions ||= goneMiddle.some((block) => DEFINES.has(block.type));
    const after = old.slice(old.length - tail);
    if (delta !== 0) {
      for (const block of after) {
        block.from += delta;
        block.to += delta;
      }
    }
    this.blocks = [...old.slice(0, head), ...newMiddle, ...after];
    return { blocks: this.blocks, touched, definitions };
  }
}

/** The region that holds all changes, in offsets before (`start`, `endA`) and after (`start`, `endB`). Everything without changes. */
function changedRegion(changes: ChangeSet | null): { start: number; endA: number; endB: number } {
  if (!changes) return { start: Number.POSITIVE_INFINITY, endA: -1, endB: -1 };
  let start = Number.POSITIVE_INFINITY;
  let endA = -1;
  let endB = -1;
  changes.iterChangedRanges((fromA, toA, _fromB, toB) => {
    start = Math.min(start, fromA);
    endA = Math.max(endA, toA);
    endB = Math.max(endB, toB);
  });
  return { start, endA, endB };
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
