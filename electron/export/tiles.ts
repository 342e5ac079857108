import type { DrawResponse } from '../../shared/ipc/payloads';
import { Html, html } from './html';
import { round, sized } from './svg-size';

/** What two neighbouring sheets show both, in CSS pixels of the page: so much that most boxes, and every line of text, are whole on one of them. */
const OVERLAP = { across: 124, down: 48 } as const;
/** Room around a sheet for the marks that join it to its neighbours. */
const MARGIN = 15;
/** What the caption takes from the height of a page. */
const CAPTION = 64;

interface Tiling {
  readonly id: string;
  readonly caption: Html;
  readonly scale: number;
  readonly text: { readonly width: number; readonly height: number };
}

interface Slice {
  readonly from: number;
  readonly length: number;
}

/**
 * A drawing that cannot be read on one page, cut into sheets at a scale that can. Neighbours overlap a little, and marks with the same letter and
 * number lie on each other when the sheets are put together. Low sheets share a page.
 */
export function tiles({ svg, width, height }: DrawResponse, { id, caption, scale, text }: Tiling): Html {
  // A drawing that is as wide as the text needs no room beside it: its joins are marked on its own edge.
  const single = width * scale <= text.width;
  const side = single ? Math.min(MARGIN, (text.width - width * scale) / 2) : MARGIN;
  const columns = slices(width * scale, text.width - 2 * side, OVERLAP.across);
  const rows = slices(height * scale, text.height - CAPTION - 2 * MARGIN, OVERLAP.down);
  const total = columns.length * rows.length;
  const sheets = rows.flatMap((row, r) =>
    columns.map((column, c) => {
      const number = r * columns.length + c + 1;
      const size = { width: width * scale, height: height * scale, side };
      const drawing = cutOut(svg, size, column, row, [r, c], {
        left: c > 0,
        right: c < columns.length - 1,
        top: r > 0,
        bottom: r < rows.length - 1,
      });
      const place = html`sheet ${number} of ${total}`;
      return number === 1
        ? html`<figure id="${id}" class="sheet">${drawing}<figcaption>${caption} · ${place}; join them where the marks agree</figcaption></figure>`
        : html`<figure class="sheet">${drawing}<figcaption>${figureWord(caption)}, ${place}</figcaption></figure>`;
    }),
  );
  return new Html(sheets.map(({ markup }) => markup).join('\n'));
}

function figureWord(caption: Html): Html {
  return new Html(/^Figure \d+/.exec(caption.markup)?.[0] ?? 'Figure');
}

/** Equal lengths that overlap and together cover the whole. */
export function slices(whole: number, most: number, overlap: number): Slice[] {
  if (whole <= most) return [{ from: 0, length: whole }];
  const count = Math.ceil((whole - overlap) / (most - overlap));
  const length = (whole + (count - 1) * overlap) / count;
  return Array.from({ length: count }, (_, i) => ({ from: i * (length - overlap), length }));
}

interface Neighbours {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

/** One sheet: the part of the drawing, clipped, and a mark in the middle of each overlap. */
function cutOut(
  svg: string,
  size: { readonly width: number; readonly height: number; readonly side: number },
  column: Slice,
  row: Slice,
  [r, c]: readonly [number, number],
  { left, right, top, bottom }: Neighbours,
): Html {
  const { side } = size;
  const [w, h] = [column.length + 2 * side, row.length + 2 * MARGIN];
  const whole = sized(svg, size.width, size.height).replace(
    /^<svg/,
    `<svg x="${round(-column.from)}" y="${round(-row.from)}"`,
  );
  const across = (x: number, name: string) => mark(x, MARGIN, 0, name) + mark(x, h - MARGIN, 1, name);
  const down = (y: number, name: string) => mark(MARGIN, y, 2, name) + mark(w - MARGIN, y, 3, name);
  const [halfAcross, halfDown] = [OVERLAP.across / 2, OVERLAP.down / 2];
  const marks = [
    left ? across(side + halfAcross, `${letter(r)}${c}`) : '',
    right ? across(side + column.length - halfAcross, `${letter(r)}${c + 1}`) : '',
    top ? down(MARGIN + halfDown, `${letter(r - 1)}${letter(r)}${c + 1}`) : '',
    bottom ? down(MARGIN + row.length - halfDown, `${letter(r)}${letter(r + 1)}${c + 1}`) : '',
  ].join('');
  return new Html(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(w)}" height="${round(h)}" viewBox="0 0 ${round(w)} ${round(h)}">` +
      `<svg x="${round(side)}" y="${MARGIN}" width="${round(column.length)}" height="${round(row.length)}" viewBox="0 0 ${round(column.length)} ${round(row.length)}" overflow="hidden">${whole}</svg>` +
      `<g class="join-marks">${marks}</g></svg>`,
  );
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}

/** A short stroke outside of the drawing with its name beside it; `side` is above, below, left of or right of the drawing. */
function mark(x: number, y: number, side: 0 | 1 | 2 | 3, name: string): string {
  const [dx, dy] = (
    [
      [0, -1],
      [0, 1],
      [-1, 0],
      [1, 0],
    ] as const
  )[side];
  const line = `<path d="M${round(x + dx * 2)} ${round(y + dy * 2)}L${round(x + dx * 13)} ${round(y + dy * 13)}"/>`;
  const upright = dy !== 0;
  const [tx, ty] = upright ? [x + 4, y + (dy < 0 ? -5 : 13)] : [x + (dx < 0 ? -13 : 2), y - 4];
  return `${line}<text x="${round(tx)}" y="${round(ty)}">${name}</text>`;
}
