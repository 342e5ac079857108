import { legend, TYPE } from './axes';
import { drawTree } from './draw-tree';
import { type Box, lineShape, type MarkShape, type Scene, type Shape } from './scene';
import { type BonesChart, textOn } from './spec';
import { wrapped } from './text-fit';

type Bone = BonesChart['bones'][number];

const LINE = 14;
const PAD = 6;
/** A bone leans so far towards the head. */
const LEAN = 30;
const LEAST_COLUMN = 140;
const HEAD_SHARE = 0.2;
/** Of a leaf; in narrow columns a sentence takes as many. */
const MOST_LINES = 8;

/** A fishbone: bones above and below a spine that ends in the head. Where the columns would be too narrow for words it is a tree. */
export function drawBones(chart: BonesChart, width: number): Scene {
  const columns = Math.ceil(chart.bones.length / 2);
  const headWidth = Math.max(110, width * HEAD_SHARE);
  const column = (width - headWidth - 14) / Math.max(1, columns);
  if (columns === 0 || column < LEAST_COLUMN) return drawTree(asTree(chart), width);
  const key = legend(chart.legend ?? [], [0, 0], width);
  const start = key.height + (key.height > 0 ? 10 : 0);
  const laid = chart.bones.map((bone) => layOut(bone, column));
  const side = (odd: number) =>
    Math.max(0, ...laid.filter((_, i) => i % 2 === odd).map(({ height }) => height));
  const head = wrapped(chart.head.text, TYPE.label, headWidth - 20, 8, true);
  const headHeight = head.length * 16 + 20;
  const above = Math.max(side(0), headHeight / 2);
  const spine = start + above;
  const below = Math.max(side(1), headHeight / 2);
  const headBox = {
    x: width - headWidth,
    y: spine - headHeight / 2,
    width: headWidth - 1,
    height: headHeight,
  };
  const shapes: (Shape | MarkShape)[] = [
    ...key.shapes,
    lineShape([0, spine], [headBox.x, spine], 'soft', 2.5),
    {
      kind: 'mark',
      mark: chart.head,
      box: headBox,
      shapes: [
        { kind: 'rect', ...headBox, fill: 'bad-wash', stroke: 'bad', radius: 5 },
        ...head.map(
          (text, i): Shape => ({
            kind: 'text',
            x: headBox.x + headBox.width / 2,
            y: headBox.y + 23 + i * 16,
            text,
            size: TYPE.label,
            anchor: 'middle',
            fill: 'ink',
            bold: true,
          }),
        ),
      ],
    },
  ];
  laid.forEach((bone, i) => {
    shapes.push(
      ...boneShapes(bone, {
        x: Math.floor(i / 2) * column,
        width: column,
        spine,
        up: i % 2 === 0,
        height: side(i % 2),
      }),
    );
  });
  return { width, height: spine + below + 4, shapes };
}

interface Laid {
  readonly bone: Bone;
  readonly title: readonly string[];
  readonly leaves: readonly (readonly string[])[];
  readonly titleHeight: number;
  readonly height: number;
}

function layOut(bone: Bone, column: number): Laid {
  const title = wrapped(bone.label, TYPE.label, column - 3 * PAD - 8, 2, true);
  const leaves = bone.leaves.map((leaf) =>
    wrapped(leaf.text, TYPE.small, column - LEAN - 3 * PAD - 4, MOST_LINES),
  );
  const titleHeight = title.length * 16 + 8;
  const height = titleHeight + leaves.reduce((sum, lines) => sum + leafHeight(lines), 0) + 18;
  return { bone, title, leaves, titleHeight, height };
}

function leafHeight(lines: readonly string[]): number {
  return lines.length * LINE + 12;
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly spine: number;
  readonly up: boolean;
  /** From the spine to the ends of the bones of this side. */
  readonly height: number;
}

function boneShapes(
  { bone, title, leaves, titleHeight, height: own }: Laid,
  { x, width, spine, up, height }: Place,
) {
  const far = up ? spine - height : spine + height;
  const foot = x + width - PAD;
  const top = up ? far + titleHeight : far - titleHeight;
  const boneAt = (y: number) => foot - LEAN * Math.min(1, Math.abs(y - spine) / Math.abs(top - spine));
  const box: Box = { x: x + PAD, y: up ? far : top, width: width - 2 * PAD, height: titleHeight };
  const shapes: (Shape | MarkShape)[] = [
    lineShape([foot - LEAN, top], [foot, spine], 'soft', 1.75),
    {
      kind: 'mark',
      mark: bone,
      box,
      shapes: [
        { kind: 'rect', ...box, fill: 's1', radius: 4 },
        ...title.map(
          (text, i): Shape => ({
            kind: 'text',
            x: box.x + box.width / 2,
            y: box.y + 16 + i * 16,
            text,
            size: TYPE.label,
            anchor: 'middle',
            fill: textOn('s1'),
            bold: true,
          }),
        ),
      ],
    },
  ];
  // Leaves hang at the end of their bone, on both sides.
  let y = up ? top + 4 : top - (own - titleHeight - 18) - 4;
  leaves.forEach((lines, i) => {
    const leaf = bone.leaves[i];
    if (!leaf) return;
    const rib = y + leafHeight(lines) - 5;
    const end = boneAt(rib);
    shapes.push({
      kind: 'mark',
      mark: leaf,
      box: { x: x + PAD, y, width: Math.max(10, end - x - PAD), height: leafHeight(lines) - 3 },
      shapes: [
        ...lines.map(
          (text, row): Shape => ({
            kind: 'text',
            x: x + PAD,
            y: y + 12 + row * LINE,
            text,
            size: TYPE.small,
            anchor: 'start',
            fill: 'ink',
          }),
        ),
        lineShape([x + PAD, rib], [end, rib], leaf.paint, 1.75, leaf.dashed ?? false),
      ],
    });
    y += leafHeight(lines);
  });
  return shapes;
}

/** The same bones one under the other. */
function asTree({ head, bones, legend: entries }: BonesChart) {
  return {
    form: 'tree' as const,
    roots: [
      {
        ...head,
        paint: 'bad' as const,
        children: bones.map((bone) => ({
          ...bone,
          text: bone.label,
          paint: 's1' as const,
          children: bone.leaves.map((leaf) => ({ ...leaf, children: [] })),
        })),
      },
    ],
    ...(entries ? { legend: entries } : {}),
  };
}
