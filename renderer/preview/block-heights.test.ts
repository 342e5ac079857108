import { describe, expect, it } from 'vitest';
import { blockAt } from './block-heights';
import type { Block } from './block-list';

const block = (type: string, from: number, to: number): Block => ({
  key: from,
  type,
  from,
  to,
  revision: 1,
  estimate: 20,
  measured: null,
  alive: true,
});

describe('the block at an offset', () => {
  // A note that is written between two paragraphs, shown behind all others.
  const blocks = [
    block('Paragraph', 2, 10),
    block('Paragraph', 30, 40),
    block('Footnote', 50, 60),
    block('Footnote', 12, 20),
  ];

  it('is the one that holds it, or the last one before it', () => {
    expect([0, 2, 11, 25, 30, 45, 99].map((offset) => blockAt(blocks, offset))).toEqual([
      -1, 0, 0, 0, 1, 1, 1,
    ]);
  });

  it('is a note where that is written, wherever it is shown', () => {
    expect([12, 20, 55].map((offset) => blockAt(blocks, offset))).toEqual([3, 3, 2]);
    expect(blockAt([block('Footnote', 0, 5)], 3)).toBe(0);
    expect(blockAt([], 3)).toBe(-1);
  });
});
