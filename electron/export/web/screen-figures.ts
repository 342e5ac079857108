import { type Drawing, type FigurePlace, Figures } from '../figures';
import { Html, html } from '../html';
import { Listing } from '../listing';
import { sized } from '../svg-size';

/** Figures for the screen: at their own size, shrunk where the window is narrower; nothing has to be turned or cut into sheets. */
export class ScreenFigures extends Figures {
  private readonly shown = new Listing('figure');

  constructor(private readonly screen: ReadonlyMap<string, Drawing>) {
    super(screen, 'A4');
  }

  override figure(source: string, title: string, _place: FigurePlace = 'in-text', listed = title): Html {
    const drawing = this.screen.get(source);
    if (!drawing?.ok)
      return html`<p class="figure-missing">This diagram could not be drawn: ${drawing?.reason ?? 'it was not found'}</p>`;
    const { id, number } = this.shown.add(listed);
    const caption = title === '' ? `Figure ${number}` : `Figure ${number} · ${title}`;
    const { svg, width, height } = drawing.picture;
    const label = listed === '' ? `Figure ${number}` : listed;
    return html`<figure id="${id}" tabindex="0" aria-label="${label}"><div class="plate">${new Html(sized(svg, width, height))}</div><figcaption>${caption}</figcaption></figure>`;
  }
}
