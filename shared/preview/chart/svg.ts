import { round, type Scene, type Shape } from './scene';
import type { Paint } from './spec';

/** What paints look like, as hexadecimal colours. */
export type Palette = Readonly<Record<Paint, string>>;

export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The faces that charts are set in: the one their text was measured in comes first. */
export const CHART_FONT = 'Inter, sans-serif';

/** A scene as an SVG document in fixed colours, for print. `alt` is its text alternative. */
export function sceneSvg(scene: Scene, palette: Palette, alt: string): ChartPicture {
  const { width, height } = { width: round(scene.width), height: round(scene.height) };
  let smallest = Number.POSITIVE_INFINITY;
  const write = (shape: Shape) => {
    if (shape.kind === 'text') smallest = Math.min(smallest, shape.size);
    return shapeSvg(shape, palette);
  };
  const shapes = scene.shapes.map((shape) =>
    shape.kind === 'mark' ? shape.shapes.map(write).join('') : write(shape),
  );
  const least = Number.isFinite(smallest) ? ` data-smallest-text="${smallest}"` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" id="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${CHART_FONT}" role="img" aria-label="${escaped(alt)}"${least}>${shapes.join('')}</svg>`;
  return { svg, width, height };
}

function shapeSvg(shape: Shape, palette: Palette): string {
  switch (shape.kind) {
    case 'text': {
      if (shape.text === '') return '';
      const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
      const weight = shape.bold ? ' font-weight="600"' : '';
      const [x, y] = [round(shape.x), round(shape.y)];
      const turn = shape.upward ? ` transform="rotate(-90 ${x} ${y})"` : '';
      const halo = shape.halo
        ? ` stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
        : '';
      return `<text x="${x}" y="${y}" font-size="${shape.size}"${anchor}${weight}${halo} fill="${palette[shape.fill]}"${turn}>${escaped(shape.text)}</text>`;
    }
    case 'rect': {
      const radius =
        shape.radius === undefined ? '' : ` rx="${Math.min(shape.radius, round(shape.height / 2))}"`;
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}"${radius} fill="${shape.fill === null ? 'none' : palette[shape.fill]}"${shape.stroke ? ` stroke="${palette[shape.stroke]}"` : ''}${shape.dashed ? ' stroke-dasharray="3 2.5"' : ''}></rect>`;
    }
    case 'path':
      return `<path d="${shape.d}" fill="${shape.fill === null ? 'none' : palette[shape.fill]}"${shape.stroke === null ? '' : ` stroke="${palette[shape.stroke]}" stroke-width="${shape.weight ?? 1}" stroke-linejoin="round"`}${shape.dashed ? ' stroke-dasharray="4 3"' : ''}></path>`;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
