import type { Span } from './span';

/** Source of the unit alternation of the artifact specification (section 1, `UNIT`). */
const UNIT =
  '(?:%|×|x|ms|s|sec|min|minutes?|h|hours?|d|days?|weeks?|months?|quarters?|years?|engineer-weeks?|FTE(?:-years?)?|[KMGT]B|events?|' +
  'records?|rows?|lines?|orders?|requests?|pages?|tickets?|users?|grocers?|brokers?|teams?|k|M|million|billion)' +
  '(?:/(?:s|min|h|day|week|month|year))?';

/** A number never starts in the middle of one: this keeps the patterns linear on long digit strings. */
const NUMBER = '(?<![\\d,])\\d[\\d,]*(?:\\.\\d+)?';

export const MONEY = `[$€£]\\s?\\d[\\d,]*(?:\\.\\d+)?`;
/** A number with a unit, or an amount of money. */
export const QTY = `(?:${MONEY}|${NUMBER}\\s?${UNIT}(?![A-Za-z]))`;
export const DATE = '\\d{4}-\\d{2}-\\d{2}';
export const TIMESTAMP = `${DATE}T\\d{2}:\\d{2}(?::\\d{2})?Z`;
export const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d';

export interface Match extends Span {
  readonly text: string;
}

/** Compiled patterns by flags, then by source: no key is built per use, and the sources are few constants. */
const compiled = new Map<string, Map<string, RegExp>>();

function pattern(source: string, flags: string): RegExp {
  let sources = compiled.get(flags);
  if (!sources) {
    sources = new Map();
    compiled.set(flags, sources);
  }
  let regex = sources.get(source);
  if (!regex) {
    regex = new RegExp(source, flags);
    sources.set(source, regex);
  }
  regex.lastIndex = 0;
  return regex;
}

/** All matches of a pattern source within a part of a text, with offsets into the whole text. Case matters unless `i` is given. */
export function matches(
  text: string,
  source: string,
  within: Span = { from: 0, to: text.length },
  flags = '',
): Match[] {
  const part = text.slice(within.from, within.to);
  const out: Match[] = [];
  // Not `matchAll`, which copies the pattern each time.
  const regex = pattern(source, flags === '' ? 'gu' : `gu${flags}`);
  for (let m = regex.exec(part); m; m = regex.exec(part)) {
    const from = within.from + m.index;
    out.push({ from, to: from + m[0].length, text: m[0] });
    if (m[0] === '') regex.lastIndex += (part.codePointAt(m.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return out;
}

/** True when a part of a text holds a word exactly; far cheaper than a pattern, to tell where one is worth looking for. */
export function holds(text: string, word: string, { from, to }: Span): boolean {
  return text.slice(from, to).includes(word);
}

/** True when the pattern occurs in the text. */
export function has(text: string, source: string, flags = ''): boolean {
  return pattern(source, flags === '' ? 'u' : `u${flags}`).test(text);
}

export const quantities = (text: string, within?: Span) => matches(text, QTY, within);
export const amounts = (text: string, within?: Span) => matches(text, MONEY, within);
const DATE_ALONE = `(?<!\\d)${DATE}(?!\\d)`;
export const dates = (text: string, within?: Span) => matches(text, DATE_ALONE, within);

const idPatterns = new Map<string, string>();

/** Tokens such as `R-03` or `ADR-001`; `family` is the part before the hyphen. */
export function ids(text: string, family: string, within?: Span): Match[] {
  let source = idPatterns.get(family);
  if (source === undefined) {
    source = `(?<![A-Za-z0-9-])${family}-\\d{2,4}(?!\\d)`;
    idPatterns.set(family, source);
  }
  return matches(text, source, within);
}

/** The numeric value of a matched amount or quantity, with k, M, million and billion applied; NaN when there is no number. */
export function numericValue(match: string): number {
  const m = /(\d[\d,]*(?:\.\d+)?)\s?(k|M|million|billion)?(?![A-Za-z])/u.exec(match);
  if (!m) return Number.NaN;
  const scale = { k: 1e3, M: 1e6, million: 1e6, billion: 1e9 }[m[2] ?? ''] ?? 1;
  return Number((m[1] as string).replace(/,/g, '')) * scale;
}

/** Days since 1970-01-01 of an ISO date, or null when the calendar has no such day. */
export function dayNumber(date: string): number | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!m) return null;
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const time = Date.UTC(y, mo - 1, d);
  const back = new Date(time);
  return back.getUTCFullYear() === y && back.getUTCMonth() === mo - 1 && back.getUTCDate() === d
    ? time / 86_400_000
    : null;
}

/** Minutes since 1970 of a UTC timestamp (`2024-03-12T09:05Z`, seconds optional), or null. */
export function minuteNumber(timestamp: string): number | null {
  const m = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?Z$/.exec(timestamp);
  const day = m ? dayNumber(m[1] as string) : null;
  return m && day !== null ? day * 1440 + Number(m[2]) * 60 + Number(m[3]) + Number(m[4] ?? 0) / 60 : null;
}

/** Monday-to-Friday days after `from` up to and including `to`; 0 when they are the same day, negative when `to` is earlier. */
export function businessDays(from: number, to: number): number {
  if (to < from) return -businessDays(to, from);
  let count = 0;
  for (let day = from + 1; day <= to; day++) {
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday !== 0 && weekday !== 6) count++;
  }
  return count;
}
