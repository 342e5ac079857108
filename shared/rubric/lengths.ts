import type { MarkdownDoc } from '../text/markdown';
import { words, wordsWithin } from '../text/prose';
import type { Span } from '../text/span';
import type { Source } from './artifact';
import type { Fact } from './fact';

/** Lengths are rounded, so that a word typed is not news for the whole kit. */
const STEP = 50;

/**
 * How many words a file has (`''`) and, in Markdown, each section under its anchor: what a reading guide adds up. Neither the front matter is
 * counted nor the boxes of a template that say what to write: they are gone before anybody reads the file.
 */
export function lengthFacts(source: Source): readonly Fact[] {
  if (source.format !== 'md') return [lengthFact('', words(source.text), { from: 0, to: 0 })];
  const { markdown } = source;
  const { text, sections, anchors } = markdown;
  const counted = readWords(markdown);
  const total = lengthFact('', counted({ from: 0, to: text.length }), { from: 0, to: 0 });
  // Repeated headings get numbered anchors; should one still be lost, the sections behind it would go under a wrong name.
  if (anchors.size !== sections.length) return [total];
  return [
    total,
    ...[...anchors].flatMap((anchor, i) => {
      const section = sections[i];
      if (!section || anchor === '') return [];
      const { body, heading } = section;
      const count = counted({ from: heading.span.from, to: body.to });
      return [lengthFact(anchor, count, heading.span)];
    }),
  ];
}

/** How a box of a template begins. */
const PROMPT = /^>\s{0,3}\[!PROMPT\]/;

/** Counts the words of a range that stay for its readers. */
function readWords(doc: MarkdownDoc): (range: Span) => number {
  const { text, quotes } = doc;
  const prompts = text.includes('[!PROMPT]')
    ? quotes.filter(({ from }) => PROMPT.test(text.slice(from, from + 20)))
    : [];
  return (range) =>
    prompts
      .filter(({ from, to }) => from >= range.from && to <= range.to)
      .reduce((count, prompt) => count - wordsWithin(doc, prompt), wordsWithin(doc, range));
}

function lengthFact(
  anchor: string,
  count: number,
  span: { readonly from: number; readonly to: number },
): Fact {
  const fields = { words: Math.round(count / STEP) * STEP };
  return { type: 'record', set: 'length', id: anchor, fields, places: {}, span };
}
