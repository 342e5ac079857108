import type { Drawing } from '../figures';
import { Html, html } from '../html';
import { round, sized } from '../svg-size';

/** What a diagram may take of a slide, in CSS pixels. */
const ROOM = { width: 1120, height: 400 };
/** Small drawings are enlarged for the back row, up to this. */
const MOST_SCALE = 1.6;

/** A diagram as a vector, fitted to a slide. What cannot be drawn says why. */
export function slideFigure(drawing: Drawing | undefined, title: string): Html {
  if (!drawing?.ok)
    return html`<p class="figure-missing">This diagram could not be drawn: ${drawing?.reason ?? 'it was not found'}</p>`;
  const { svg, width, height } = drawing.picture;
  if (width <= 0 || height <= 0) return html`<p class="figure-missing">This diagram is empty.</p>`;
  const scale = Math.min(MOST_SCALE, ROOM.width / width, ROOM.height / height);
  const caption = title === '' ? html`` : html`<figcaption>${title}</figcaption>`;
  const drawn = new Html(sized(svg, Number(round(width * scale)), Number(round(height * scale))));
  return html`<figure>${drawn}${caption}</figure>`;
}
