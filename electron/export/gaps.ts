import { PAGE, type Paper } from './paper';
import type { MeasuredPlaces } from './pdf-file';

/** A figure that may be set smaller, or let text pass. */
export interface Figure {
  readonly id: string;
  readonly next: readonly string[];
  /** Those of them that must not end a page. */
  readonly headings: ReadonlySet<string>;
  /** Height of the drawing in points, without caption and margins. */
  readonly drawing: number;
  /** Letters of its caption. */
  readonly caption: number;
  /** By how much it may be made smaller. */
  readonly least: number;
}

/** Space above a caption, its first line, and a little more: nothing of the margin below it is needed at the end of a page. In points. */
const CAPTION = 30;
/** Further lines of a caption, and about how many letters stand in one. */
const CAPTION_LINE = 11.2;
const CAPTION_LETTERS = 112;
/** A line of text. */
export const LINE = 18;
/** An empty space below this share of the page is no fault. */
export const GAP = 0.2;

/** The place at the end of the text before a figure or a table. */
export function beforeId(id: string): string {
  return `${id}-before`;
}

/** The space that a figure or a table leaves empty below the text before it, in points; null when both stand on one page. */
export function gapBefore(id: string, measured: MeasuredPlaces, paper: Paper): number | null {
  const before = measured.pages.get(beforeId(id));
  const drop = measured.drops.get(beforeId(id));
  const page = measured.pages.get(id);
  if (before === undefined || drop === undefined || page !== before + 1) return null;
  return PAGE[paper].top + PAGE[paper].height - drop - LINE;
}

/** What of such a space is left for a drawing: without its caption, and the headings that go with it. */
export function roomFor(
  { id, caption }: Pick<Figure, 'id' | 'caption'>,
  gap: number,
  measured: MeasuredPlaces,
  paper: Paper,
): number {
  const { top } = PAGE[paper];
  const headings = Math.max(0, (measured.drops.get(id) ?? top) - top);
  return gap - headings - CAPTION - CAPTION_LINE * Math.floor(caption / CAPTION_LETTERS);
}
