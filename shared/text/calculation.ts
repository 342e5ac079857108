import { WORDS_TO_TWELVE } from './number-words';
import type { Span } from './span';

/** One side of a calculation: another value by its id, or a number written out. */
export interface Operand extends Span {
  readonly id: string | null;
  /** As a factor: "12 %" is 0.12, "ten" is 10; null for an id. */
  readonly value: number | null;
  readonly text: string;
}

/** How a value is said to follow from others: "IM-01 divided by ten events per line", "IM-07 + IM-08 + IM-09". */
export type Calculation =
  | { readonly kind: 'quotient' | 'product'; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'sum'; readonly terms: readonly Operand[] };

const NUMBER = `(?<![\\d.,:-])[$€£]?\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?%)?(?![\\d:]|-\\d)|(?<![\\p{L}-])(?:${WORDS_TO_TWELVE.slice(2).join('|')}|half)(?![\\p{L}-])`;
const ID = '(?<![A-Za-z0-9-])[A-Z]{2,3}-\\d{2,4}(?!\\d)';
const FIRST = new RegExp(`^\\s*(?:${ID}|${NUMBER})`, 'u');
const VALUE = new RegExp(`${ID}|${NUMBER}`, 'u');
const DIVISION = 'divided by|over|÷|/';
const PRODUCT = 'multiplied by|times|×|\\*';
const OPERATOR = new RegExp(
  `(?<=[\\s\\d%])(?:(${DIVISION})|(${PRODUCT}))(?=\\s)|,\\s(?:(over)|(times))\\s`,
  'giu',
);
const SUM = new RegExp(`^\\s*(${ID})(?:\\s*(?:\\+|plus)\\s*${ID})+`, 'u');

/** A calculation says what it does in its first words; the rest of a method explains. */
const LONGEST = 400;

/**
 * Reads how a value is computed, where a text starts by saying so. Two factors only: a text that goes on to multiply and divide is left unread,
 * because guessing at brackets would accuse correct figures. Null for anything else.
 */
export function calculationIn(text: string): Calculation | null {
  const head = text.slice(0, LONGEST);
  const sum = SUM.exec(head);
  if (sum) {
    const terms = [...sum[0].matchAll(new RegExp(ID, 'gu'))];
    return { kind: 'sum', terms: terms.map((hit) => operand(hit[0], hit.index)) };
  }
  const first = FIRST.exec(head);
  if (!first) return null;
  const start = first[0].length - first[0].trimStart().length;
  const left = operand(first[0].trim(), start);
  const statement = head.slice(0, endOfStatement(head, left.to));
  const operators = [...statement.slice(left.to).matchAll(OPERATOR)];
  const [operator] = operators;
  if (!operator || operators.length > 1) return null;
  const after = left.to + operator.index + operator[0].length;
  const clause = statement.slice(after, endOfClause(statement, after));
  const hit = VALUE.exec(clause);
  // A time is no factor: "IM-01 over 6 h" is a rate somebody reads off, not a figure that is computed here.
  if (
    !hit ||
    /^\s?(?:h|min|minutes?|hours?|days?|s)(?![A-Za-z])/.test(clause.slice(hit.index + hit[0].length))
  )
    return null;
  const right = operand(hit[0], after + hit.index);
  const quotient = /^,?\s?(?:divided|over|÷|\/)/i.test(operator[0]);
  return { kind: quotient ? 'quotient' : 'product', left, right };
}

/** What two operands give. */
export function apply(kind: 'quotient' | 'product', left: number, right: number): number {
  return kind === 'product' ? left * right : left / right;
}

function operand(text: string, from: number): Operand {
  const lead = text.length - text.trimStart().length;
  const span = { from: from + lead, to: from + text.length };
  const shown = text.trim();
  if (/^[A-Z]{2,3}-/.test(shown)) return { ...span, id: shown, value: null, text: shown };
  const word = WORDS_TO_TWELVE.indexOf(shown.toLowerCase());
  const digits = Number(shown.replace(/[^\d.]/g, ''));
  const value = shown.toLowerCase() === 'half' ? 0.5 : word >= 0 ? word : digits;
  return { ...span, id: null, value: shown.endsWith('%') ? value / 100 : value, text: shown };
}

/** A statement ends at a semicolon or a full stop. */
function endOfStatement(text: string, from: number): number {
  const hit = /;|\.(?=\s|$)/.exec(text.slice(from));
  return hit ? from + hit.index : text.length;
}

/** A clause ends at a comma as well, but not at one within a number. */
function endOfClause(text: string, from: number): number {
  const hit = /,(?!\d)/.exec(text.slice(from));
  return hit ? from + hit.index : text.length;
}

/** Numbers joined by plus signs: "6,357 + 32,624 = 38,981". `total` is what stands behind the equals sign. */
export interface WrittenSum extends Span {
  readonly terms: readonly number[];
  readonly total: number | null;
}

const TERM = '[$€£]?\\d[\\d,]*(?:\\.\\d+)?';
const CHAIN = new RegExp(
  `(?<![\\d.,:+-])${TERM}(?:\\s?\\+\\s?${TERM})+(?![\\d,]*\\d)(?:\\s?=\\s?(${TERM}))?(?!\\s?(?:h|min|s|d)(?![A-Za-z]))`,
  'gu',
);

/** The sums that a text writes out. */
export function sumsIn(text: string): WrittenSum[] {
  return [...text.matchAll(CHAIN)].map((hit) => {
    const [terms = ''] = hit[0].split('=');
    const number = (shown: string) => Number(shown.replace(/[^\d.]/g, ''));
    return {
      from: hit.index,
      to: hit.index + terms.trimEnd().length,
      terms: terms.split('+').map(number),
      total: hit[1] === undefined ? null : number(hit[1]),
    };
  });
}
