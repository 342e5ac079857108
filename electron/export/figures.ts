import type { DrawResponse } from '../../shared/ipc/payloads';
import type { Paper } from './book';
import { Html, html, NOTHING } from './html';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** The text area of a page, in CSS pixels (1/96 inch). */
const TEXT: Readonly<Record<Paper, Room>> = {
  A4: { width: 627, height: 948 },
  Letter: { width: 649, height: 882 },
};

/** What a caption with its space takes from the height, and a title with its rule above. */
const CAPTION = 54;
const TITLE = 140;
/** On a turned page title and caption stand beside the figure. */
const TITLE_STRIP = 142;

/** Where a figure stands: in running text, or on the page that its own title opens. */
export type FigurePlace = 'in-text' | 'below-title';

/** Diagrams are drawn with 14-pixel type; below this scale it would be smaller than 7 points on paper. */
const LEAST_SCALE = 0.667;
/** Turning the sheet is a nuisance: it has to win so much. */
const WORTH_TURNING = 1.08;

/** A drawn diagram, or why there is none. */
export type Drawing =
  | { readonly ok: true; readonly picture: DrawResponse }
  | { readonly ok: false; readonly reason: string };

/** The id of a figure in the book; figures count from 1. */
export function figureId(number: number): string {
  return `figure-${number}`;
}

/** Numbers the figures of a book in the order in which they are asked for. */
export class Figures {
  private count: number;

  /** `before`: figures of the book that stand before these. */
  constructor(
    private readonly drawings: ReadonlyMap<string, Drawing>,
    private readonly paper: Paper,
    private readonly before = 0,
  ) {
    this.count = before;
  }

  /** Figures that were asked for. */
  get total(): number {
    return this.count - this.before;
  }

  /** The figure for a Mermaid text with its numbered caption. `title` may be empty. */
  figure(source: string, title: string, place: FigurePlace = 'in-text'): Html {
    const drawing = this.drawings.get(source);
    if (!drawing?.ok) {
      return html`<p class="figure-missing">This diagram could not be drawn: ${drawing?.reason ?? 'it was not found'}</p>`;
    }
    this.count++;
    const caption = title === '' ? html`Figure ${this.count}` : html`Figure ${this.count} · ${title}`;
    const { look, svg } = fitted(drawing.picture, place, TEXT[this.paper]);
    return html`<figure id="${figureId(this.count)}" class="${look}">${svg}<figcaption>${caption}</figcaption></figure>`;
  }
}

/** How a figure stands on its page: `turned` lies on its side, `turned-page` together with its title. */
type Look = 'upright' | 'turned' | 'turned-page';

/**
 * Fits a picture to its page; turned by a quarter where that keeps the type readable. Never wider than the text: what reaches into a margin makes
 * Chromium shrink the whole book until it fits.
 */
function fitted(picture: DrawResponse, place: FigurePlace, text: Room): { look: Look; svg: Html } {
  const { svg, width, height } = picture;
  if (width <= 0 || height <= 0) return { look: 'upright', svg: NOTHING };
  const titled = place === 'below-title';
  const room = { width: text.width, height: text.height - CAPTION - (titled ? TITLE : 0) };
  const upright = scale(picture, room);
  const side = titled
    ? { width: text.height - 12, height: text.width - TITLE_STRIP }
    : { width: text.height - CAPTION, height: text.width };
  const turned = scale(picture, side);
  if (upright < LEAST_SCALE && turned >= upright * WORTH_TURNING) {
    return { look: titled ? 'turned-page' : 'turned', svg: onItsSide(svg, width * turned, height * turned) };
  }
  return { look: 'upright', svg: new Html(sized(svg, width * upright, height * upright)) };
}

function scale({ width, height }: DrawResponse, room: Room): number {
  return Math.min(1, room.width / width, room.height / height);
}

/** The same picture turned by a quarter to the left; width and height are those it has before turning. */
function onItsSide(svg: string, width: number, height: number): Html {
  const [w, h] = [round(width), round(height)];
  return new Html(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${h}" height="${w}" viewBox="0 0 ${h} ${w}"><g transform="translate(0 ${w}) rotate(-90)">${sized(svg, width, height)}</g></svg>`,
  );
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
