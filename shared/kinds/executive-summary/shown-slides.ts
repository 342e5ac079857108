import { readableText } from '../../text/markdown';
import { itemsIn } from '../../text/sections';
import { contains, type Span } from '../../text/span';
import type { LeadFigure } from './lead-figure';
import { type Briefing, NUMBERED } from './model';
import { isAsk, type ListLook, leadIn, listLook } from './slide-look';
import { splitSlides } from './split-slides';

/** One point as it is set on a slide. */
export interface ShownPoint {
  readonly leadIn: string;
  readonly text: string;
  readonly figure: LeadFigure | null;
  readonly ask: boolean;
  readonly span: Span;
}

/** A slide as plain data, for the view in the window. */
export interface ShownSlide {
  readonly number: number;
  readonly headline: string;
  readonly span: Span;
  /** Sentences beside the list. */
  readonly paragraphs: readonly { readonly text: string; readonly span: Span }[];
  readonly look: ListLook['look'];
  readonly points: readonly ShownPoint[];
  readonly notes: readonly { readonly text: string; readonly span: Span }[];
  /** Tables and blocks of code, which only the export sets. */
  readonly others: number;
}

export interface ShownBriefing {
  readonly title: string;
  readonly audience: string;
  readonly slides: readonly ShownSlide[];
}

/** The briefing as slides, as far as it is written. */
export function shownBriefing({ doc, header, title }: Briefing): ShownBriefing {
  const words = (span: Span) => readableText(doc, span).replace(/^#+\s*/, '');
  return {
    title: header.at('title').text ?? words(title),
    audience: header.at('audience').text ?? '',
    slides: splitSlides(doc).map(({ heading, from, to }, index) => {
      const whole = { from, to };
      const headline = words(heading.span);
      const blocks = doc.blocks.filter(({ span }) => contains(whole, span));
      const items = itemsIn(doc, whole).filter(
        ({ span }) => !doc.quotes.some((quote) => contains(quote, span)),
      );
      const tops = items.filter(({ depth }) => depth === 0);
      const texts = tops.map(({ span }) => words(span).replace(/^(?:[-*+]|\d+[.)])\s+/, ''));
      const { look, figures } = listLook(texts);
      return {
        number: index + 1,
        headline: headline.replace(NUMBERED, '') || headline,
        span: heading.span,
        paragraphs: blocks
          .filter(
            ({ kind, inQuote, span }) =>
              kind === 'paragraph' && !inQuote && !items.some((item) => contains(item.span, span)),
          )
          .map(({ span }) => ({ text: words(span), span })),
        look,
        points: tops.map(({ span }, i) => {
          const text = texts[i] ?? '';
          const head = leadIn(text);
          return {
            leadIn: head,
            text: text.slice(head.length).trim(),
            figure: figures[i] ?? null,
            ask: isAsk(text),
            span,
          };
        }),
        notes: blocks
          .filter(({ inQuote, kind }) => inQuote && kind === 'paragraph')
          .map(({ span }, i) => ({
            text: i === 0 ? words(span).replace(/^(?:>\s*)?(?:speaker )?notes?\s*:\s*/i, '') : words(span),
            span,
          })),
        others:
          doc.tables.filter(({ span }) => contains(whole, span)).length +
          doc.codeBlocks.filter(({ span }) => contains(whole, span)).length,
      };
    }),
  };
}
