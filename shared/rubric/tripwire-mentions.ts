import type { MarkdownDoc } from '../text/markdown';
import { holds, ids } from '../text/quantities';
import type { Span } from '../text/span';
import type { Fact } from './fact';

/** The set of records that {@link tripwireMentions} gives. */
export const TRIPWIRE_MENTION = 'tripwire-mention';

/** Mentions per file that are stated as facts. */
const MOST = 200;

/** A number with the unit behind it: `2.15 FTE`, `16.4 %`, `13 days`, `$1.2M`. */
/** Never starts in the middle of a number: that keeps the patterns linear on long digit strings. */
const NUMBER = '(?<![\\d,.])\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const QUANTITY = `(?:[$€£]${NUMBER}(?:[kKM](?!\\p{L})| (?:million|billion))?|${NUMBER}\\s?(?:%|×|[\\p{L}-]+)?)`;
const THRESHOLDS = [
  new RegExp(
    `(?:[<>≤≥]=?|(?<!\\p{L})(?:above|below|over|under|beyond|exceeds|past))\\s{1,3}(${QUANTITY})`,
    'iu',
  ),
  new RegExp(`(${QUANTITY}) is the threshold`, 'iu'),
  new RegExp(`threshold (?:of|is|at) (${QUANTITY})`, 'iu'),
];

/**
 * Paragraphs and list items that speak of one tripwire: by its id, with the `threshold` they give it, whether they call it a break-even
 * (`break-even`), and their words. Tables state tripwires themselves.
 */
export function tripwireMentions(doc: MarkdownDoc): Fact[] {
  const out: Fact[] = [];
  for (const block of doc.blocks) {
    if (block.kind !== 'paragraph' || out.length >= MOST || !holds(doc.plain, 'TW-', block.span)) continue;
    const named = ids(doc.plain, 'TW', block.span);
    const [first] = named;
    if (!first || named.some((m) => m.text !== first.text)) continue;
    const text = doc.plain.slice(block.span.from, block.span.to);
    const threshold = thresholdIn(text, block.span.from);
    const fields = {
      'break-even': /break-?even/i.test(text),
      words: text.replace(/\s+/g, ' ').trim(),
      ...(threshold ? { threshold: threshold.text } : {}),
    };
    const places: Record<string, Span> = threshold ? { threshold: threshold.span } : {};
    const span = { from: first.from, to: first.to };
    out.push({ type: 'record', set: TRIPWIRE_MENTION, id: first.text, fields, places, span });
  }
  return out;
}

function thresholdIn(text: string, offset: number): { readonly text: string; readonly span: Span } | null {
  for (const pattern of THRESHOLDS) {
    const m = pattern.exec(text);
    const found = m?.[1];
    if (!m || found === undefined) continue;
    const from = offset + m.index + m[0].indexOf(found);
    return { text: found.trim(), span: { from, to: from + found.trimEnd().length } };
  }
  return null;
}
