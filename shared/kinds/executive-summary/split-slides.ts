import type { Heading, MarkdownDoc } from '../../text/markdown';

/** One slide of a text: from its headline to the next one. */
export interface SlideRange {
  readonly heading: Heading;
  readonly from: number;
  readonly to: number;
}

/** A slide for each heading of level 2; the window and the printed briefing are split alike. */
export function splitSlides({ headings, text }: MarkdownDoc): SlideRange[] {
  const tops = headings.filter(({ level }) => level === 2);
  return tops.map((heading, i) => ({
    heading,
    from: heading.span.from,
    to: tops[i + 1]?.span.from ?? text.length,
  }));
}
