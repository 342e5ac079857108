import type { MarkdownDoc, Section } from '../../text/markdown';
import { words } from '../../text/prose';
import { ids, type Match, matches } from '../../text/quantities';
import { subSections, textOf } from '../../text/sections';
import { contains, type Span } from '../../text/span';

/** One recorded dissent: a sub-section whose heading carries its id. */
export interface DissentBlock {
  readonly id: string;
  readonly heading: Span;
  /** The heading's text. */
  readonly title: string;
  readonly body: Span;
  /** Heading and body together, to look for the name in. */
  readonly text: string;
  /** The longest quotation of the block; null when nothing is quoted. */
  readonly quote: { readonly span: Span; readonly text: string; readonly words: number } | null;
  /** Where it says what would change the dissenter's mind; null when it does not. */
  readonly mindChange: Match | null;
  readonly tripwires: readonly Match[];
}

/** Nobody records more dissents in one decision; it bounds the work on a file that is something else. */
const MOST = 50;
const QUOTED = '“[^”]{1,2000}”|"[^"]{1,2000}"';
const MIND = 'would change (?:my|his|her|their) mind';

export function readDissent(doc: MarkdownDoc, section: Section | null): readonly DissentBlock[] {
  if (!section) return [];
  return subSections(doc, section)
    .slice(0, MOST)
    .flatMap((s) => {
      const id = ids(s.heading.text, 'D')[0]?.text;
      if (id === undefined) return [];
      const mind = matches(doc.plain, MIND, s.body, 'i')[0] ?? null;
      return [
        {
          id,
          heading: s.heading.span,
          title: s.heading.text,
          body: s.body,
          text: `${s.heading.text} ${textOf(doc, s.body)}`,
          quote: longestQuote(doc, s.body, mind?.from ?? s.body.to),
          mindChange: mind && answered(doc, mind, s.body) ? mind : null,
          tripwires: ids(doc.plain, 'TW', s.body),
        },
      ];
    });
}

/** The statement: a quotation block, or words in quotation marks before the field about a change of mind. */
function longestQuote(doc: MarkdownDoc, body: Span, end: number): DissentBlock['quote'] {
  const spans = [
    ...doc.quotes.filter((q) => contains(body, q)),
    ...matches(doc.plain, QUOTED, { from: body.from, to: Math.max(body.from, end) }),
  ];
  let best: DissentBlock['quote'] = null;
  for (const { from, to } of spans) {
    const text = textOf(doc, { from, to }).replace(/^["“]|["”]$/g, '');
    const count = words(text);
    if (!best || count > best.words) best = { span: { from, to }, text, words: count };
  }
  return best;
}

/** True when words follow the field's name in its paragraph. */
function answered(doc: MarkdownDoc, field: Match, body: Span): boolean {
  const end = doc.plain.slice(field.to, body.to).search(/\n\s*\n|\n\s*[-*]\s/);
  return words(doc.plain.slice(field.to, end < 0 ? body.to : field.to + end)) >= 3;
}
