import type { Bodies } from './book';
import { GAP, gapBefore } from './gaps';
import { Html } from './html';
import { PAGE, type Paper } from './paper';
import type { MeasuredPlaces } from './pdf-file';

/** Tables that stay on one page as long as that costs little. */
const KEPT = /<table id="([^"]+)" class="((?:[^"]* )?kept)"[^>]*>([\s\S]*?)<\/table>/g;
/** Fewer rows cannot be parted: two stay together at each end. */
const LEAST_ROWS = 4;

/**
 * Tables that are to break, though they are short: those that went over to the next page whole and left the one before badly filled, beside those
 * that were found before.
 */
export function planLoose(
  bodies: Bodies,
  measured: MeasuredPlaces,
  paper: Paper,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  const loose = new Set(before);
  for (const { markup } of bodies.values()) {
    for (const [, id = '', , content = ''] of markup.matchAll(KEPT)) {
      if (rowsOf(content) < LEAST_ROWS) continue;
      const gap = gapBefore(id, measured, paper);
      if (gap !== null && gap >= PAGE[paper].height * GAP) loose.add(id);
    }
  }
  return loose;
}

function rowsOf(content: string): number {
  return content.slice(content.indexOf('<tbody')).split('<tr').length - 1;
}

/** Lets tables break. */
export function loosen(body: Html, loose: ReadonlySet<string>): Html {
  if (loose.size === 0) return body;
  return new Html(
    body.markup.replace(
      /(<table id="([^"]+)" class=")([^"]*)"/g,
      (tag, start: string, id: string, look: string) =>
        loose.has(id) ? `${start}${look.replace(/ ?\bkept\b/, '').trim()}"` : tag,
    ),
  );
}
