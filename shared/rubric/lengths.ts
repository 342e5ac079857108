import { words, wordsWithin } from '../text/prose';
import type { Source } from './artifact';
import type { Fact } from './fact';

/** Lengths are rounded, so that a word typed is not news for the whole kit. */
const STEP = 50;

/**
 * How many words a file has (`''`) and, in Markdown, each section under its anchor: what a reading guide adds up. Front matter is not counted.
 */
export function lengthFacts(source: Source): readonly Fact[] {
  if (source.format !== 'md') return [lengthFact('', words(source.text), { from: 0, to: 0 })];
  const { markdown } = source;
  const { text, sections, anchors } = markdown;
  const total = lengthFact('', wordsWithin(markdown, { from: 0, to: text.length }), { from: 0, to: 0 });
  // Repeated headings get numbered anchors; should one still be lost, the sections behind it would go under a wrong name.
  if (anchors.size !== sections.length) return [total];
  return [
    total,
    ...[...anchors].flatMap((anchor, i) => {
      const section = sections[i];
      if (!section || anchor === '') return [];
      const { body, heading } = section;
      const count = wordsWithin(markdown, { from: heading.span.from, to: body.to });
      return [lengthFact(anchor, count, heading.span)];
    }),
  ];
}

function lengthFact(
  anchor: string,
  count: number,
  span: { readonly from: number; readonly to: number },
): Fact {
  const fields = { words: Math.round(count / STEP) * STEP };
  return { type: 'record', set: 'length', id: anchor, fields, places: {}, span };
}
