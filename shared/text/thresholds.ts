import { type Sized, sizeOf } from './sizes';
import type { Span } from './span';

export type Comparator = '<' | '<=' | '>' | '>=' | '=';

/** A limit as a text states it: "< 99.9 %", "falls below 99.9% over 30 minutes". The span is the comparison, the number and the window. */
export interface Threshold extends Span {
  /** Null where the text only gives a number. */
  readonly comparator: Comparator | null;
  readonly size: Sized;
  /** The words that say for how long, without "for" or "over"; empty when there are none. */
  readonly window: string;
}

/** Comparisons by their words. */
const COMPARISONS: readonly (readonly [words: string, comparator: Comparator])[] = [
  ['greater than or equal to', '>='],
  ['more than or equal to', '>='],
  ['less than or equal to', '<='],
  ['lower than or equal to', '<='],
  ['no more than', '<='],
  ['not more than', '<='],
  ['no less than', '>='],
  ['not less than', '>='],
  ['no fewer than', '>='],
  ['greater than', '>'],
  ['higher than', '>'],
  ['more than', '>'],
  ['less than', '<'],
  ['lower than', '<'],
  ['fewer than', '<'],
  ['at least', '>='],
  ['at most', '<='],
  ['up to', '<='],
  ['exceeding', '>'],
  ['exceeds', '>'],
  ['exceed', '>'],
  ['above', '>'],
  ['over', '>'],
  ['below', '<'],
  ['under', '<'],
];
const SYMBOLS: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
  '<=': '<=',
  '>=': '>=',
  '=<': '<=',
  '=>': '>=',
  '=': '=',
  '==': '=',
};
/** The longest words come first, so that "no more than" is not read as "more than". */
const COMPARATOR = new RegExp(
  `[<>=]=|=[<>]|[<>=≤≥]|(?<![\\p{L}\\p{N}-])(?:${COMPARISONS.map(([words]) => words.replaceAll(' ', '\\s')).join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);
const WINDOW = /\s?,?\s?(?:for|over|within|in|during|across)\s/iuy;
/** A window ends where a remark or the next statement starts. */
const WINDOW_END = /[;,()[\]]|\.(?:\s|$)|\sor\s|$/gu;

/** The first limit that a text states; null when it holds none. `bare` also takes a number without a comparison, at the start of the text. */
export function thresholdIn(text: string, bare = false): Threshold | null {
  for (const hit of text.matchAll(COMPARATOR)) {
    const from = hit.index + hit[0].length;
    const size = sizeOf(text.slice(from, from + LONGEST));
    if (size)
      return withWindow(text, { from: hit.index, to: from + size.length }, comparatorOf(hit[0]), size);
  }
  const size = bare ? sizeOf(text.slice(0, LONGEST)) : null;
  return size ? withWindow(text, { from: 0, to: size.length }, null, size) : null;
}

/** A number with its unit is shorter than this. */
const LONGEST = 80;

function withWindow(text: string, at: Span, comparator: Comparator | null, size: Sized): Threshold {
  WINDOW.lastIndex = at.to;
  const lead = WINDOW.exec(text);
  if (lead) {
    const start = at.to + lead[0].length;
    WINDOW_END.lastIndex = start;
    const to = WINDOW_END.exec(text)?.index ?? text.length;
    const window = text.slice(start, to).trim();
    if (window !== '')
      return { comparator, size, window, from: at.from, to: start + text.slice(start, to).trimEnd().length };
  }
  return { comparator, size, window: '', ...at };
}

function comparatorOf(spelled: string): Comparator {
  const key = spelled.toLowerCase().replace(/\s+/g, ' ');
  return SYMBOLS[key] ?? COMPARISONS.find(([words]) => words === key)?.[1] ?? '=';
}

/** A limit with the metric it limits, as running text says it. */
export interface StatedLimit extends Span {
  readonly metric: string;
  /** The comparison with its number, as written. */
  readonly threshold: string;
  readonly window: string;
}

/** The limits of a sentence or table cell: "freshness p95 > 15 min for 60 min, or completeness < 99.9 %". A limit without a metric is left out. */
export function limitsIn(text: string): StatedLimit[] {
  const out: StatedLimit[] = [];
  let from = 0;
  // Each step reads on behind the last one, and a cell holds few limits.
  for (let step = 0; step < MOST_LIMITS; step++) {
    const rest = text.slice(from);
    const found = thresholdIn(rest);
    if (!found) return out;
    const metric = metricOf(rest.slice(0, found.from));
    const end = from + found.to;
    if (metric !== '') {
      const start = from + rest.lastIndexOf(metric, found.from);
      const shown = rest.slice(found.from, found.to);
      const cut = found.window === '' ? -1 : shown.lastIndexOf(found.window);
      const threshold = (cut < 0 ? shown : shown.slice(0, cut))
        .replace(/,?\s(?:for|over|within|in|during|across)\s$/i, '')
        .trim();
      out.push({ metric, threshold, window: found.window, from: start, to: end });
    }
    from = end;
  }
  return out;
}

const MOST_LIMITS = 20;

/** No metric is called by more; a text without marks would be looked through again at each comparison. */
const LONGEST_METRIC = 200;

/** The metric at the end of what stands before a comparison: behind the last comma, "or", "if" or bracket, without a verb such as "falls". */
function metricOf(before: string): string {
  const parts = before.split(/[;,:()[\].]\s|[;,:()[\]]|(?<!\p{L})(?:or|if|when|while|once|because|and)\s/iu);
  return (parts.at(-1) ?? '')
    .slice(-LONGEST_METRIC)
    .replace(/(?:\s(?:is|are|goes|go|falls?|drops?|rises?|stays?|remains?|gets?|has|been|runs?))+\s*$/iu, '')
    .replace(/^\s*(?:the|any|a|an)\s/iu, '')
    .trim();
}
