import type { DrawResponse } from '../../shared/ipc/payloads';
import type { Paper } from './book';
import { Html, html, NOTHING } from './html';

/** Room for a figure on a page, in CSS pixels (1/96 inch): text width, and text height less caption and heading. */
const ROOM: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 627, height: 850 },
  Letter: { width: 649, height: 780 },
};

/** What a title with its rule takes from the height when a figure is to stand below it on the same page. */
const TITLE_HEIGHT = 165;

/** Where a figure stands: in running text, or on the page that its own title opens. */
export type FigurePlace = 'in-text' | 'below-title';

/** Diagrams are drawn with 14-pixel type; below this scale it would be smaller than 7 points on paper. */
const LEAST_SCALE = 0.667;

/** A drawn diagram, or why there is none. */
export type Drawing =
  | { readonly ok: true; readonly picture: DrawResponse }
  | { readonly ok: false; readonly reason: string };

/** Numbers the figures of a book in the order in which they are asked for. */
export class Figures {
  private count = 0;

  constructor(
    private readonly drawings: ReadonlyMap<string, Drawing>,
    private readonly paper: Paper,
  ) {}

  get total(): number {
    return this.count;
  }

  /** The figure for a Mermaid text with its numbered caption. `title` may be empty. */
  figure(source: string, title: string, place: FigurePlace = 'in-text'): Html {
    const drawing = this.drawings.get(source);
    if (!drawing?.ok) {
      return html`<p class="figure-missing">This diagram could not be drawn: ${drawing?.reason ?? 'it was not found'}</p>`;
    }
    this.count++;
    const caption = title === '' ? html`Figure ${this.count}` : html`Figure ${this.count} · ${title}`;
    return html`<figure id="figure-${this.count}">${this.fitted(drawing.picture, place)}<figcaption>${caption}</figcaption></figure>`;
  }

  /** Fits the page; turned by a quarter where that keeps the type readable. */
  private fitted({ svg, width, height }: DrawResponse, place: FigurePlace): Html {
    const page = ROOM[this.paper];
    const room = { ...page, height: page.height - (place === 'below-title' ? TITLE_HEIGHT : 0) };
    if (width <= 0 || height <= 0) return NOTHING;
    const upright = Math.min(1, room.width / width, room.height / height);
    const turned = Math.min(1, room.width / height, room.height / width);
    if (upright >= LEAST_SCALE || turned <= upright) {
      return new Html(sized(svg, width * upright, height * upright));
    }
    const [w, h] = [width * turned, height * turned];
    const inner = sized(svg, w, h);
    return new Html(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${round(h)}" height="${round(w)}" viewBox="0 0 ${round(h)} ${round(w)}"><g transform="translate(0 ${round(w)}) rotate(-90)">${inner}</g></svg>`,
    );
  }
}

/** Sets width and height of the root element; its viewBox keeps the drawing whole. */
function sized(svg: string, width: number, height: number): string {
  const end = svg.indexOf('>');
  const tag = svg
    .slice(0, end)
    .replace(/\s(?:width|height)="[^"]*"/g, '')
    .replace(/\sstyle="[^"]*"/, '');
  return `${tag} width="${round(width)}" height="${round(height)}"${svg.slice(end)}`;
}

function round(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
