import type { Block } from '../../shared/preview/block';
import {
  allBlocks,
  type BlockChanges,
  blockChanges,
  type PlacedBlock,
  unmoved,
  withChanges,
} from '../../shared/preview/block-changes';

/** What one side tells the other about the blocks of a file. */
export interface Told {
  /** The question whose answer it builds on; null when it builds on none. */
  readonly since: number | null;
  readonly changes: BlockChanges | null;
}

/** The checker's side: remembers what it told last, so that a key does not send a file of thousands of rows again. */
export class ToldBlocks {
  private last: {
    readonly id: number;
    readonly path: string;
    readonly blocks: readonly Block[];
    readonly length: number;
  } | null = null;

  /** `length` is that of the text the blocks were made from, in UTF-16 units. */
  tell(id: number, path: string, blocks: readonly Block[] | null, length: number): Told {
    if (!blocks) return { since: null, changes: null };
    const { last } = this;
    this.last = { id, path, blocks, length };
    if (last?.path !== path) return { since: null, changes: allBlocks(blocks) };
    return { since: last.id, changes: blockChanges(last.blocks, blocks, length - last.length) };
  }
}

/** The window's side: puts what it is told together with what it has. */
export class HeardBlocks {
  private last: { readonly id: number; readonly blocks: readonly PlacedBlock[] } | null = null;

  hear(id: number, { since, changes }: Told): readonly PlacedBlock[] | null {
    if (!changes) return null;
    if (since !== null && this.last?.id !== since) return null;
    const blocks = since === null ? unmoved(changes.blocks) : withChanges(this.last?.blocks ?? [], changes);
    this.last = { id, blocks };
    return blocks;
  }
}
