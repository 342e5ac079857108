import { hashOf, unitsOf } from './units';

/** What stands around the title of a copied part, and before its signs. */
const START = 'From the worked example: ';
const MIDDLE = '. Not yours until rewritten. [';

/** A marker as it stands in a text. */
export interface Marker {
  readonly from: number;
  readonly to: number;
  /** What was copied: a heading or a key. */
  readonly title: string;
  /** One sign per sentence or line of what was copied, at most {@link MOST_SIGNS} of them. */
  readonly signs: readonly string[];
}

/** Enough to tell what was kept from what was rewritten, short enough for one line. */
const MOST_SIGNS = 12;

/**
 * The line that says of the text below it that it was copied: a comment, so that no reader of the finished page sees it. Null when the text
 * says nothing that could be recognised.
 */
export function markerLine(format: 'md' | 'yaml', title: string, copied: string): string | null {
  const signs = spread([...new Set(unitsOf(copied).map(hashOf))], MOST_SIGNS);
  if (signs.length === 0) return null;
  // Neither the end of a comment nor of the marker's own parts.
  const plain = title
    .replace(/-->|[[\]\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  const text = `${START}${plain}${MIDDLE}${signs.join(' ')}]`;
  return format === 'md' ? `<!-- ${text} -->` : `# ${text}`;
}

/** The markers of a text, in their order. Lines that only look alike are none. */
export function markersIn(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  for (let at = text.indexOf(START); at >= 0; at = text.indexOf(START, at + START.length)) {
    const from = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to);
    if (line.length > 600) continue;
    const open = /^[ \t]*(?:<!--|#)[ \t]*$/.test(text.slice(from, at));
    const middle = line.indexOf(MIDDLE);
    const signs = /^([0-9a-z]{4}(?: [0-9a-z]{4}){0,23})\](?:[ \t]*-->)?[ \t\r]*$/.exec(
      middle < 0 ? '' : line.slice(middle + MIDDLE.length),
    )?.[1];
    if (!open || signs === undefined) continue;
    const title = line.slice(at - from + START.length, middle);
    markers.push({ from, to, title, signs: signs.split(' ') });
  }
  return markers;
}

/** At most so many of a list, spread evenly over it. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as T);
}
