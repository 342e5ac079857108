import { describe, expect, it } from 'vitest';
import type { Block } from './block';
import { allBlocks, blockChanges, type PlacedBlock, withChanges } from './block-changes';

const paragraph = (text: string, from: number): Block => ({
  kind: 'paragraph',
  text,
  span: { from, to: from + text.length },
});
const table = (rows: readonly string[], from: number): Block => ({
  kind: 'table',
  columns: [{ label: 'Name', align: 'start' }],
  rows: rows.map((text, at) => ({
    cells: [{ text, span: { from: from + at * 10, to: from + at * 10 + 5 } }],
  })),
});

/** The blocks with their places as they are now. */
const placed = (blocks: readonly PlacedBlock[]): readonly Block[] =>
  blocks.map(({ block, shift }) =>
    JSON.parse(JSON.stringify(block), (key, value) =>
      (key === 'from' || key === 'to') && typeof value === 'number' ? value + shift : value,
    ),
  );

function changed(before: readonly Block[], after: readonly Block[], shift: number) {
  const changes = blockChanges(before, after, shift);
  const shown = withChanges([], allBlocks(before));
  return { changes, shown, now: withChanges(shown, changes) };
}

describe('what became of the blocks of a file', () => {
  it('is told by the ones that changed; those behind only moved', () => {
    const before = [paragraph('One', 0), paragraph('Two', 10), table(['a', 'b'], 20), paragraph('Last', 50)];
    const after = [paragraph('One', 0), paragraph('Two!', 10), table(['a', 'b'], 21), paragraph('Last', 51)];
    const { changes, shown, now } = changed(before, after, 1);
    expect(changes).toEqual({ head: 1, tail: 2, shift: 1, blocks: [after[1]] });
    expect(placed(now)).toEqual(after);
    expect(now[0]).toBe(shown[0]);
    expect(now[2]?.block).toBe(shown[2]?.block);
  });

  it('adds up over several changes', () => {
    const first = [paragraph('A', 0), paragraph('B', 5)];
    const second = [paragraph('A1', 0), paragraph('B', 6)];
    const third = [paragraph('A12', 0), paragraph('B', 7)];
    let shown = withChanges([], allBlocks(first));
    shown = withChanges(shown, blockChanges(first, second, 1));
    shown = withChanges(shown, blockChanges(second, third, 1));
    expect(placed(shown)).toEqual(third);
    expect(shown[1]).toMatchObject({ shift: 2 });
  });

  it.each([
    ['a row more', [table(['a'], 0), paragraph('Z', 40)], [table(['a', 'b'], 0), paragraph('Z', 50)], 10],
    [
      'a block less',
      [paragraph('A', 0), paragraph('B', 5), paragraph('C', 9)],
      [paragraph('A', 0), paragraph('C', 5)],
      -4,
    ],
    ['everything gone', [paragraph('A', 0)], [], -1],
    [
      'twins',
      [paragraph('A', 0), paragraph('A', 5)],
      [paragraph('A', 0), paragraph('A', 5), paragraph('A', 10)],
      5,
    ],
    ['a value that only looks moved', [paragraph('A', 3)], [paragraph('A', 3)], 7],
    ['nothing known before', [], [paragraph('A', 0)], 0],
  ] as const)('holds for %s', (_name, before, after, shift) => {
    expect(placed(changed(before, after, shift).now)).toEqual(after);
  });

  it('takes no number for a place that is none', () => {
    const chart = (from: number): Block =>
      ({ kind: 'diagram', source: `${from}`, title: 'T', span: { from, to: from } }) as Block;
    const { changes } = changed([chart(1)], [chart(2)], 1);
    expect(changes.blocks).toHaveLength(1);
  });
});
