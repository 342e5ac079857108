import type { DrawResponse } from '../../../shared/ipc/payloads';
import { type Drawing, type FigurePlace, Figures } from '../figures';
import { Html, html } from '../html';
import { Listing } from '../listing';
import { sized } from '../svg-size';

/** Figures for the screen: at their own size, shrunk where the window is narrower; nothing has to be turned or cut into sheets. */
export class ScreenFigures extends Figures {
  private readonly shown = new Listing('figure');

  constructor(drawings: ReadonlyMap<string, Drawing>) {
    super(drawings, 'A4');
  }

  protected override picture(
    picture: DrawResponse,
    title: string,
    _place: FigurePlace,
    listed: string,
  ): Html {
    const { id, number } = this.shown.add(listed);
    const caption = title === '' ? `Figure ${number}` : `Figure ${number} · ${title}`;
    const { svg, width, height } = picture;
    const label = listed === '' ? `Figure ${number}` : listed;
    return html`<figure id="${id}" tabindex="0" aria-label="${label}"><div class="plate">${new Html(sized(svg, width, height))}</div><figcaption>${caption}</figcaption></figure>`;
  }
}
