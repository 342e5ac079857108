import { INTER_REGULAR, INTER_SEMIBOLD, OTHER_WIDTH } from './inter-widths';

/** Width of a text in Inter at a type size, in CSS pixels. Kerning is left out: it only makes text narrower. */
export function textWidth(text: string, size: number, bold = false): number {
  const widths = bold ? INTER_SEMIBOLD : INTER_REGULAR;
  let total = 0;
  for (const character of text) total += widths.get(character) ?? (character > '\u2e80' ? 1000 : OTHER_WIDTH);
  return (total * size) / 1000;
}

/** A text that fits a width: cut with an ellipsis where it does not. */
export function clipped(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${characters.slice(0, middle).join('').trimEnd()}…`, size, bold) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${characters.slice(0, low).join('').trimEnd()}…`;
}

/** A text broken at blanks into at most so many lines; what does not fit the last one is cut. Empty for an empty text. */
export function wrapped(text: string, size: number, width: number, most: number, bold = false): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      line = [line, ...words.slice(i)].join(' ');
      break;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => clipped(each, size, width, bold));
}

/** Words around or beside a place, cut and moved so that they stay between two edges; they start at `x`. */
export function within(
  text: string,
  size: number,
  place: { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' },
  [left, right]: readonly [number, number],
  bold = false,
): { readonly text: string; readonly x: number; readonly width: number } {
  const words = clipped(text, size, right - left, bold);
  const width = textWidth(words, size, bold);
  const start = place.x - width * { start: 0, middle: 0.5, end: 1 }[place.anchor];
  return { text: words, x: Math.max(left, Math.min(right - width, start)), width };
}
