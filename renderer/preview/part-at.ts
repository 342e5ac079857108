import type { PlacedBlock } from '../../shared/preview/block-changes';
import { movedSpan, type Span } from '../../shared/text/span';
import { type DataPart, partsOf } from './data-places';

/** Where each part of a page stands in the text; null for what was computed, and for pictures, which light up their marks themselves. */
export interface StandingParts {
  readonly parts: readonly DataPart[];
  readonly spans: readonly (Span | null)[];
}

export function standingParts(blocks: readonly PlacedBlock[]): StandingParts {
  const parts = partsOf(blocks.map(({ block }) => block));
  const spans = parts.map((part) => {
    const span = spanOf(part);
    return span && movedSpan(span, blocks[part.block]?.shift ?? 0);
  });
  return { parts, spans };
}

/** The parts that a line of the text is about, the narrowest first; of parts as wide, the one higher up. */
export function partsAt({ spans }: StandingParts, line: Span): readonly number[] {
  const found: number[] = [];
  for (const [index, span] of spans.entries())
    if (span && span.from <= line.to && span.to >= line.from) found.push(index);
  const width = (index: number) => {
    const span = spans[index];
    return span ? span.to - span.from : 0;
  };
  return found.sort((a, b) => width(a) - width(b) || a - b);
}

/** From the first of the values of a part to the last. */
function spanOf(part: DataPart): Span | null {
  switch (part.kind) {
    case 'entry':
      return part.item.value.span;
    case 'item':
      return part.item.span;
    case 'block':
      return part.item.kind === 'heading' || part.item.kind === 'paragraph' ? part.item.span : null;
    case 'row': {
      const spans = part.item.cells
        .flatMap((cell) => [cell.span, ...(cell.parts ?? []).map((piece) => piece.span)])
        .filter((span) => span !== null);
      if (spans.length === 0) return null;
      return {
        from: Math.min(...spans.map(({ from }) => from)),
        to: Math.max(...spans.map(({ to }) => to)),
      };
    }
  }
}
