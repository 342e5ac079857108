import { legend, TYPE } from './axes';
import { type MarkShape, round, type Scene, type Shape } from './scene';
import type { TreeChart, TreeNode } from './spec';
import { wrapped } from './text-fit';

const INDENT = 30;
const GAP = 10;
const LINE = 16;
const MOST_LINES = 4;

/** A node under the one it follows from, one step in: long sentences keep their room, and any depth fits a page's width. */
export function drawTree(chart: TreeChart, width: number): Scene {
  const key = legend(chart.legend ?? [], [0, 0], width);
  const shapes: (Shape | MarkShape)[] = [...key.shapes];
  let top = key.height + (key.height > 0 ? 8 : 0);
  const place = (node: TreeNode, depth: number): void => {
    // Very deep trees stay within the page: from some depth on, steps in are no longer drawn.
    const x = Math.min(depth * INDENT, width * 0.5);
    const room = width - x - 1;
    const lead = node.lead === undefined ? [] : wrapped(node.lead, TYPE.small, room - 22, MOST_LINES);
    const text = wrapped(node.text, TYPE.label, room - 22, MOST_LINES, true);
    const note = node.note === undefined ? [] : wrapped(node.note, TYPE.small, room - 22, MOST_LINES);
    const box = { x, y: top, width: room, height: (lead.length + text.length + note.length) * LINE + 10 };
    const lines = [...lead, ...text, ...note].map((line, i): Shape => {
      const main = i >= lead.length && i < lead.length + text.length;
      return {
        kind: 'text',
        x: x + 12,
        y: box.y + 17 + i * LINE,
        text: line,
        size: main ? TYPE.label : TYPE.small,
        anchor: 'start',
        fill: main ? 'ink' : 'soft',
        ...(main ? { bold: true } : {}),
      };
    });
    shapes.push({
      kind: 'mark',
      mark: node,
      box,
      shapes: [
        { kind: 'rect', ...box, fill: 'plain-wash', radius: 4 },
        { kind: 'rect', x, y: box.y, width: 4, height: box.height, fill: node.paint, radius: 2 },
        ...lines,
      ],
    });
    top += box.height + GAP;
    for (const child of node.children) {
      const childX = Math.min((depth + 1) * INDENT, width * 0.5);
      const start = box.y + box.height;
      const goal = top + 14;
      if (childX > x)
        shapes.push({
          kind: 'path',
          d: `M${x + 12},${round(start)}V${round(goal)}H${childX}`,
          fill: null,
          stroke: 'line',
          weight: 1,
        });
      place(child, depth + 1);
    }
  };
  for (const root of chart.roots) place(root, 0);
  return { width, height: Math.max(0, top - GAP) + 2, shapes };
}
