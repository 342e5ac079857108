import type { DrawResponse } from '../../shared/ipc/payloads';
import type { ChartBlock } from '../../shared/preview/block';
import { drawChart } from '../../shared/preview/chart/draw';
import { sceneSvg } from '../../shared/preview/chart/svg';
import { PRINT_PALETTE } from './chart-palette';
import { Html, html, NOTHING } from './html';
import { widthOf } from './keep-words';
import { type Listed, Listing } from './listing';
import { type Paper, TEXT } from './paper';
import { round, sized } from './svg-size';
import { tiles } from './tiles';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** What a caption with its space takes from the height, and a title with its rule above. */
const CAPTION = 54;
const TITLE = 140;
/** The same where title and caption are set smaller, because the figure needs the room. */
const SMALL = { title: 102, caption: 40 } as const;
/** On a turned page title and caption stand beside the figure; each further line of a long title takes more. */
const TITLE_STRIP = 126;
const TITLE_LINE = 24;
/** Type of the title beside a turned figure, in CSS pixels. */
const TITLE_TYPE = 18.7;

/** Where a figure stands: in running text, or on the page that its own title opens. */
export type FigurePlace = 'in-text' | 'below-title';

/** The smallest type that is printed, in CSS pixels: 7 points. */
const LEAST_TYPE = 28 / 3;
/** The type of a drawing that does not say its smallest. */
const USUAL_TYPE = 14;
/** A drawing whose type is smaller than that to begin with is enlarged up to this. */
const MOST_SCALE = 1.4;
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

/** Sets the figures of a book and numbers them in the order in which they are asked for. */
export class Figures {
  private readonly listing: Listing;

  /** `before`: figures of the book that stand before these. */
  constructor(
    private readonly drawings: ReadonlyMap<string, Drawing>,
    private readonly paper: Paper,
    before = 0,
  ) {
    this.listing = new Listing('figure', before);
  }

  /** Figures that were asked for, as their list names them. */
  get listed(): readonly Listed[] {
    return this.listing.entries;
  }

  /**
   * The figure for a Mermaid text with its numbered caption. `title` may be empty; `listed` is what the list of figures says where the caption
   * alone would say too little.
   */
  figure(source: string, title: string, place: FigurePlace = 'in-text', listed = title): Html {
    const drawing = this.drawings.get(source);
    if (!drawing?.ok) {
      return html`<p class="figure-missing">This diagram could not be drawn: ${drawing?.reason ?? 'it was not found'}</p>`;
    }
    return this.picture(drawing.picture, title, place, listed);
  }

  /** The figure for a chart: drawn here and now for the width of the page. `listed` as for {@link figure}. */
  chart({ chart, title, alt }: ChartBlock, listed = title): Html {
    const scene = drawChart(chart, TEXT[this.paper].width);
    return this.picture(sceneSvg(scene, PRINT_PALETTE, alt), title, 'in-text', listed);
  }

  protected picture(picture: DrawResponse, title: string, place: FigurePlace, listed: string): Html {
    const { id, number } = this.listing.add(listed);
    const caption = title === '' ? html`Figure ${number}` : html`Figure ${number} · ${title}`;
    const { look, svg, least, scale } = fitted(picture, place, TEXT[this.paper], listed);
    if (scale < least - 0.005) {
      const { width, height } = TEXT[this.paper];
      const text = { width, height: height - (place === 'below-title' ? TITLE : 0) };
      return tiles(picture, { id, caption, scale: least, text });
    }
    return html`<figure id="${id}" class="${look}" data-least="${round(Math.min(1, least / scale))}">${svg}<figcaption>${caption}</figcaption></figure>`;
  }
}

/** How a figure stands on its page: `small-head` stands under a title set smaller, `turned` lies on its side, `turned-page` together with its title. */
type Look = 'upright' | 'upright small-head' | 'turned' | 'turned-page';

interface Fitted {
  readonly look: Look;
  readonly svg: Html;
  /** The scale below which the type would be too small. */
  readonly least: number;
  readonly scale: number;
}

/**
 * Fits a picture to its page; turned by a quarter where that keeps the type readable. Never wider than the text: what reaches into a margin makes
 * Chromium shrink the whole book until it fits.
 */
function fitted(picture: DrawResponse, place: FigurePlace, text: Room, title: string): Fitted {
  const { svg, width, height } = picture;
  const least = leastScale(svg);
  if (width <= 0 || height <= 0) return { look: 'upright', svg: NOTHING, least, scale: least };
  const titled = place === 'below-title';
  const room = { width: text.width, height: text.height - CAPTION - (titled ? TITLE : 0) };
  const upright = scaleIn(picture, room, least);
  const roomier = { width: text.width, height: text.height - SMALL.caption - SMALL.title };
  const squeezed = titled && upright < least ? scaleIn(picture, roomier, least) : 0;
  if (squeezed >= least) {
    const drawing = new Html(sized(svg, width * squeezed, height * squeezed));
    return { look: 'upright small-head', svg: drawing, least, scale: squeezed };
  }
  const side = titled
    ? {
        width: text.height - 12,
        height: text.width - TITLE_STRIP - TITLE_LINE * (titleLines(title, text) - 1),
      }
    : { width: text.height - CAPTION, height: text.width };
  const turned = scaleIn(picture, side, least);
  if (upright < least && turned >= upright * WORTH_TURNING) {
    const svgTurned = onItsSide(svg, width * turned, height * turned);
    return { look: titled ? 'turned-page' : 'turned', svg: svgTurned, least, scale: turned };
  }
  return {
    look: 'upright',
    svg: new Html(sized(svg, width * upright, height * upright)),
    least,
    scale: upright,
  };
}

function titleLines(title: string, text: Room): number {
  return Math.max(1, Math.ceil((widthOf(title) * TITLE_TYPE) / (text.height - 30)));
}

/** The scale at which the smallest type of a drawing is just large enough for print. */
function leastScale(svg: string): number {
  const smallest = Number(/^<svg[^>]* data-smallest-text="([\d.]+)"/.exec(svg)?.[1] ?? USUAL_TYPE);
  return Math.min(MOST_SCALE, LEAST_TYPE / (smallest > 0 ? smallest : USUAL_TYPE));
}

/** Drawings keep their size where they fit, but for those whose type has to be enlarged. */
function scaleIn({ width, height }: DrawResponse, room: Room, least: number): number {
  return Math.min(Math.max(1, least), room.width / width, room.height / height);
}

/** The same picture turned by a quarter to the left; width and height are those it has before turning. */
function onItsSide(svg: string, width: number, height: number): Html {
  const [w, h] = [round(width), round(height)];
  return new Html(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${h}" height="${w}" viewBox="0 0 ${h} ${w}"><g transform="translate(0 ${w}) rotate(-90)">${sized(svg, width, height)}</g></svg>`,
  );
}
