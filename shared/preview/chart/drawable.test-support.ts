import { expect } from 'vitest';
import type { Block, ChartBlock } from '../block';
import { drawChart } from './draw';
import { marksOf, type Scene, type Shape, type TextShape } from './scene';
import { textWidth } from './text-fit';

/** A narrow pane, a page of the book, a wide pane. In CSS pixels. */
const WIDTHS = [300, 627, 860];

/** The charts among blocks. */
export function chartsOf(blocks: readonly Block[]): ChartBlock[] {
  return blocks.filter((block): block is ChartBlock => block.kind === 'chart');
}

/**
 * Draws a chart at several widths and looks at what any chart owes its reader: all text within the picture and large enough, finite
 * coordinates, words for each mark, spans within the file, a text alternative, and a table with rows of its width.
 */
export function expectDrawable(block: ChartBlock, text: string): void {
  expect(block.title).not.toBe('');
  expect(block.alt).toMatch(/\.$/);
  expect(block.table.rows.length).toBeGreaterThan(0);
  for (const row of block.table.rows) expect(row.cells).toHaveLength(block.table.columns.length);
  for (const width of WIDTHS) {
    const scene = drawChart(block.chart, width);
    expect(scene.height).toBeGreaterThan(20);
    expect(outside(scene), `${block.title} at ${width}`).toEqual([]);
    for (const { mark } of marksOf(scene)) {
      if (mark.span === null) continue;
      expect(mark.name).not.toBe('');
      expect(mark.span.from).toBeGreaterThanOrEqual(0);
      expect(mark.span.to).toBeLessThanOrEqual(text.length);
    }
  }
}

/** Words that leave the picture, and shapes that have no place. */
export function outside(scene: Scene): string[] {
  const shapes = scene.shapes.flatMap((shape): readonly Shape[] =>
    shape.kind === 'mark' ? shape.shapes : [shape],
  );
  return shapes.flatMap((shape) => {
    if (shape.kind === 'path') return /NaN|Infinity|undefined/.test(shape.d) ? [`path ${shape.d}`] : [];
    const numbers =
      shape.kind === 'text' ? [shape.x, shape.y] : [shape.x, shape.y, shape.width, shape.height];
    if (!numbers.every(Number.isFinite)) return [`${shape.kind} at ${numbers.join(' ')}`];
    if (shape.kind !== 'text' || shape.text === '') return [];
    const [from, to] = reach(shape);
    const end = shape.upward ? scene.height : scene.width;
    if (shape.size < 10) return [`"${shape.text}" is set in ${shape.size}`];
    return from < -1 || to > end + 1 || shape.y < 5 || shape.y > scene.height
      ? [`"${shape.text}" from ${Math.round(from)} to ${Math.round(to)} of ${end}`]
      : [];
  });
}

/** Where a text begins and ends along its line. */
function reach({ text, size, bold, anchor, upward, x, y }: TextShape): [number, number] {
  const width = textWidth(text, size, bold);
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  // Upward text starts below and runs to above.
  return upward ? [y - width * (1 - share), y + width * share] : [x - width * share, x + width * (1 - share)];
}
