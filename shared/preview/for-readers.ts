import type { Block } from './block';

/** True for what is seen by those who read, and not only by those who write. */
export function isForReaders(block: Block): boolean {
  return block.kind !== 'table' || !block.forWriting;
}
