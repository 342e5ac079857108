import { durationsIn } from './durations';
import { dates, MONEY, matches, QTY } from './quantities';
import type { Span } from './span';

/** What kind of thing a number counts. Lengths of time are in minutes; `count` is everything that is counted one by one. */
export type Dimension = 'money' | 'share' | 'time' | 'span' | 'factor' | 'staff' | 'bytes' | 'count';

/** A number with a unit, comparable across spellings: "6 h 05 min" and "365 minutes" are the same. */
export interface Measure extends Span {
  readonly text: string;
  readonly value: number;
  /** Half of the last place it is quoted to: 5,000 for "5.37 million". */
  readonly tolerance: number;
  readonly dimension: Dimension;
  /** What is counted, in the singular, or the unit of a rate: "event", "h"; empty for a bare number. */
  readonly unit: string;
}

const SCALE: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, million: 1e6, billion: 1e9, '': 1 };
const MINUTES: Readonly<Record<string, number>> = {
  ms: 1 / 60_000,
  s: 1 / 60,
  sec: 1 / 60,
  min: 1,
  minute: 1,
  h: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  week: 10_080,
};
const BARE = '(?<![\\d.,:/-])\\d[\\d,]*(?:\\.\\d+)?(?![\\d:/]|[.,]\\d|-\\d)';
const SCALED_MONEY = `${MONEY}(?:\\s?(?:k|M|million|billion)(?![A-Za-z]))?`;

/** The quantities of a text, in text order. Parts of ids and dates are none. */
export function measuresIn(text: string, within: Span = { from: 0, to: text.length }): Measure[] {
  return collect(text, within, false);
}

/** As {@link measuresIn}, with numbers that have no unit as bare counts: what a report states, in its tables too. */
export function numbersIn(text: string, within: Span = { from: 0, to: text.length }): Measure[] {
  return collect(text, within, true);
}

function collect(text: string, within: Span, bare: boolean): Measure[] {
  const found: Measure[] = [];
  const taken = new Uint8Array(Math.max(0, within.to - within.from));
  const take = (span: Span): boolean => {
    const [from, to] = [span.from - within.from, span.to - within.from];
    if (taken[from] === 1 || taken[to - 1] === 1) return false;
    taken.fill(1, from, to);
    return true;
  };
  // "P2 days", "AI-04 h": the digits belong to a name.
  const named = (at: number) => /[\p{L}_]-?$/u.test(text.slice(Math.max(0, at - 2), at));
  const add = (hit: Measure) => {
    // "$35,333, and": the last comma is the sentence's.
    const text = hit.text.replace(/(?<!,),+$/, '');
    const measure = { ...hit, text, to: hit.from + text.length };
    if (!named(measure.from) && take(measure)) found.push(measure);
  };
  for (const date of dates(text, within)) take(date);
  for (const hit of matches(text, SCALED_MONEY, within)) add(moneyOf(hit));
  for (const { from, to, text: spelled, minutes, tolerance } of durationsIn(text, within))
    add({ from, to, text: spelled, value: minutes, tolerance, dimension: 'time', unit: '' });
  for (const hit of matches(text, QTY, within)) add(quantityOf(hit));
  if (bare)
    for (const hit of matches(text, BARE, within))
      add({ ...hit, ...scaled(hit.text, ''), dimension: 'count', unit: '' });
  return found.sort((a, b) => a.from - b.from);
}

/** A number of a data file with the unit that stands in a field of its own. */
export function measureOf(value: number, unit: string, span: Span): Measure {
  const text = `${value} ${unit}`.trim();
  const base = { from: span.from, to: span.to, text };
  if (/^(?:USD|EUR|GBP|\$|€|£)$/i.test(unit))
    return { ...base, value, tolerance: 0, dimension: 'money', unit: '' };
  const { dimension, factor, noun } = dimensionOf(unit);
  return { ...base, value: value * factor, tolerance: 0, dimension, unit: noun };
}

/** Different things, counted alike, are told apart only by numbers that are likely to be equal by chance. */
const TELLING = 1000;

/** True when a quoted measure is a stated one, rounded to the precision it is quoted with. */
export function quotesMeasure(
  quoted: Measure,
  stated: Pick<Measure, 'value' | 'dimension' | 'unit'>,
): boolean {
  if (quoted.dimension !== stated.dimension) return false;
  if (Math.abs(quoted.value - stated.value) > quoted.tolerance + 1e-9 * Math.max(1, Math.abs(quoted.value)))
    return false;
  if (quoted.unit === '' || stated.unit === '' || quoted.unit === stated.unit) return true;
  return (
    quoted.dimension === 'count' &&
    Math.abs(quoted.value) >= TELLING &&
    !rate(quoted.unit) &&
    !rate(stated.unit)
  );
}

const rate = (unit: string) => unit.includes('/');

function moneyOf(hit: Span & { readonly text: string }): Measure {
  const scale = /(?:k|M|million|billion)$/.exec(hit.text)?.[0] ?? '';
  return { ...hit, ...scaled(hit.text, scale), dimension: 'money', unit: '' };
}

function quantityOf(hit: Span & { readonly text: string }): Measure {
  const unit = hit.text.replace(/^[\d,.]+\s?/, '');
  const [noun = '', per] = unit.split('/') as [string, string?];
  const scale = noun in SCALE ? noun : '';
  const { value, tolerance } = scaled(hit.text, scale);
  const read = dimensionOf(scale === '' ? unit : per === undefined ? '' : `/${per}`);
  return {
    ...hit,
    value: value * read.factor,
    tolerance: tolerance * read.factor,
    dimension: read.dimension,
    unit: read.noun,
  };
}

function dimensionOf(unit: string): { dimension: Dimension; factor: number; noun: string } {
  const one = singular(unit.trim());
  if (one === '%') return { dimension: 'share', factor: 1, noun: '' };
  if (one === '×' || one === 'x') return { dimension: 'factor', factor: 1, noun: '' };
  const minutes = MINUTES[one.replace(/^engineer-/, '')];
  if (minutes !== undefined) return { dimension: 'time', factor: minutes, noun: '' };
  if (/^(?:month|quarter|year)$/.test(one)) return { dimension: 'span', factor: 1, noun: one };
  if (/^FTE/.test(one)) return { dimension: 'staff', factor: 1, noun: one };
  const bytes = /^([KMGT])B(\/.*)?$/.exec(one);
  if (bytes)
    return {
      dimension: 'bytes',
      factor: 1000 ** ('KMGT'.indexOf(bytes[1] as string) + 1),
      noun: bytes[2] ?? '',
    };
  return { dimension: 'count', factor: 1, noun: one };
}

/** "events/min" → "event/min", "engineer-weeks" → "engineer-week"; units of one or two letters stay. */
function singular(unit: string): string {
  return unit.replace(/^([\p{L}-]{3,})s(?=$|\/)/u, '$1');
}

function scaled(text: string, scale: string): { value: number; tolerance: number } {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/(?<!,),+$/, '') ?? '0';
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const factor = SCALE[scale] ?? 1;
  return { value: Number(digits.replace(/,/g, '')) * factor, tolerance: (0.5 / 10 ** decimals) * factor };
}
