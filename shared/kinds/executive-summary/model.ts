import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import {
  type ListItem,
  type MarkdownDoc,
  parseMarkdown,
  type Section,
  type TextBlock,
} from '../../text/markdown';
import { itemsIn, topSections } from '../../text/sections';
import { contains, type Span } from '../../text/span';

/** How many slides a briefing has. */
export const SLIDES = 5;

/** One slide: what the audience sees, and the notes that only the speaker does. */
export interface Slide {
  readonly number: number;
  readonly section: Section;
  /** The text behind "Slide n —". */
  readonly headline: Span;
  /** Items of the lists outside the notes. */
  readonly bullets: readonly ListItem[];
  /** Headline, bullets and paragraphs outside the notes, as blocks of prose. */
  readonly visible: readonly TextBlock[];
  /** Quoted blocks: `> Notes: …`. */
  readonly notes: readonly TextBlock[];
}

/** An executive summary as far as it is written. */
export interface Briefing {
  readonly doc: MarkdownDoc;
  /** The front matter. */
  readonly header: DataReader;
  /** In text order; numbers as written, so that they may repeat or be missing. */
  readonly slides: readonly Slide[];
  /** The first slide of a number; null when there is none. */
  slide(number: number): Slide | null;
  /** Where the title is, or the first line. */
  readonly title: Span;
}

/** "Slide 3 of 5 — " in front of a headline. */
export const NUMBERED = /^slide\s*#?(\d{1,2})(?!\d)\s*(?:of\s+\d{1,2}\s*)?[\s—–:.|-]*/iu;

export function readBriefing(source: Source): Briefing {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const slides = topSections(doc).flatMap((section) => readSlide(doc, section) ?? []);
  return {
    doc,
    header: rootReader(source),
    slides,
    slide: (number) => slides.find((slide) => slide.number === number) ?? null,
    title: doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) },
  };
}

function readSlide(doc: MarkdownDoc, section: Section): Slide | null {
  const { span } = section.heading;
  const line = doc.plain.slice(span.from, span.to);
  const start = line.search(/\S/);
  const numbered = start < 0 ? null : NUMBERED.exec(line.slice(start));
  if (!numbered) return null;
  const whole = { from: span.from, to: section.body.to };
  const blocks = doc.blocks.filter((block) => contains(whole, block.span));
  const quoted = (item: ListItem) => doc.quotes.some((quote) => contains(quote, item.span));
  return {
    number: Number(numbered[1]),
    section,
    headline: { from: Math.min(span.to, span.from + start + numbered[0].length), to: span.to },
    bullets: itemsIn(doc, section.body).filter((item) => !quoted(item)),
    visible: blocks.filter((block) => !block.inQuote),
    notes: blocks.filter((block) => block.inQuote),
  };
}

/** The plain text of some blocks, each on a line of its own. */
export function textOfBlocks(doc: MarkdownDoc, blocks: readonly TextBlock[]): string {
  return blocks.map(({ span }) => doc.plain.slice(span.from, span.to)).join('\n');
}
