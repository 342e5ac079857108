import { readableText } from '../../text/markdown';
import { contains, type Span } from '../../text/span';
import type { LeadFigure } from './lead-figure';
import { type Briefing, NUMBERED } from './model';
import type { ListLook } from './slide-look';
import { piecesIn } from './slide-pieces';
import { splitSlides } from './split-slides';

/** One point as it is set on a slide. */
export interface ShownPoint {
  readonly leadIn: string;
  readonly text: string;
  readonly figure: LeadFigure | null;
  readonly ask: boolean;
  readonly span: Span;
}

/** What the audience sees of a slide, in the order of the text. */
export type ShownPiece =
  | { readonly kind: 'sentence'; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'points';
      readonly look: ListLook['look'];
      readonly points: readonly ShownPoint[];
      readonly span: Span;
    }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly span: Span;
    }
  | { readonly kind: 'code'; readonly text: string; readonly span: Span }
  | { readonly kind: 'diagram'; readonly source: string; readonly title: string; readonly span: Span };

/** A slide as plain data, for the view in the window. */
export interface ShownSlide {
  readonly number: number;
  readonly headline: string;
  readonly span: Span;
  readonly pieces: readonly ShownPiece[];
  readonly notes: readonly { readonly text: string; readonly span: Span }[];
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
      return {
        number: index + 1,
        headline: headline.replace(NUMBERED, '') || headline,
        span: heading.span,
        pieces: piecesIn(doc, whole, words),
        notes: doc.blocks
          .filter(({ kind, inQuote, span }) => inQuote && kind === 'paragraph' && contains(whole, span))
          .map(({ span }, i) => ({
            text: i === 0 ? words(span).replace(/^(?:>\s*)?(?:speaker )?notes?\s*:\s*/i, '') : words(span),
            span,
          })),
      };
    }),
  };
}
