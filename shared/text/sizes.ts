import { WORDS_TO_TWELVE } from './number-words';

/** A number with its unit brought to a common one, so that "60 min" and "1 h" are the same size. */
export interface Sized {
  /** In the common unit. */
  readonly value: number;
  /** `min`, `month`, `byte`, `%`, `x`, a currency sign, a counted thing such as `request`, or empty; with `/s` and the like behind it. */
  readonly unit: string;
  /** How many characters it takes, from the start of the text it was read from. */
  readonly length: number;
}

const MINUTES: Readonly<Record<string, number>> = {
  ms: 1 / 60_000,
  s: 1 / 60,
  sec: 1 / 60,
  second: 1 / 60,
  m: 1,
  min: 1,
  minute: 1,
  h: 60,
  hr: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  week: 10_080,
};
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const BYTES = ['', 'K', 'M', 'G', 'T', 'P'];
const COUNTED = new Set(
  'event record row line order request page ticket user grocer broker team error message alert query job run time case incident'.split(
    ' ',
  ),
);

const NUMBER = new RegExp(
  `\\s*([$€£])?\\s?(?:(\\d[\\d,]*(?:\\.\\d+)?)|(${WORDS_TO_TWELVE.join('|')})(?![\\p{L}-]))`,
  'iuy',
);
const WORD = /\s?(%|×|\p{L}+)(?!-?\p{L})/uy;
const PER =
  /\s?(?:\/|per\s|an?\s)\s?(s|sec|second|min|minute|h|hour|d|day|week|month|quarter|year)(?![\p{L}])/iuy;

/** Reads the size that a text starts with; null when it starts with no number. A word that is no unit is left unread. */
export function sizeOf(text: string): Sized | null {
  NUMBER.lastIndex = 0;
  const hit = NUMBER.exec(text);
  if (!hit) return null;
  const written =
    hit[2] === undefined
      ? WORDS_TO_TWELVE.indexOf((hit[3] as string).toLowerCase())
      : Number(hit[2].replace(/,/g, ''));
  let value = written;
  let unit = hit[1] ?? '';
  let length = hit[0].length;
  // A scale may stand before the counted thing: "37.4 M events".
  for (let words = 0; words < 2; words++) {
    WORD.lastIndex = length;
    const word = WORD.exec(text);
    const meaning = word ? unitOf(word[1] as string) : null;
    if (!word || !meaning) break;
    length += word[0].length;
    value *= meaning.factor;
    unit += meaning.unit;
    if (!meaning.scale) break;
  }
  PER.lastIndex = length;
  const per = unit === '' ? null : PER.exec(text);
  if (!per) return { value, unit, length };
  return { value, unit: `${unit}/${singular(per[1] as string).charAt(0)}`, length: length + per[0].length };
}

function unitOf(
  word: string,
): { readonly unit: string; readonly factor: number; readonly scale?: true } | null {
  if (word === '%') return { unit: '%', factor: 1 };
  const scale = SCALES[word];
  if (scale !== undefined) return { unit: '', factor: scale, scale: true };
  const bytes = /^([KkMGTP]?)(i?)B$/.exec(word);
  if (bytes)
    return {
      unit: 'byte',
      factor: (bytes[2] ? 1024 : 1000) ** BYTES.indexOf((bytes[1] as string).toUpperCase()),
    };
  const name = singular(word.toLowerCase());
  if (name === 'percent' || name === 'pct') return { unit: '%', factor: 1 };
  if (name === '×' || name === 'x') return { unit: 'x', factor: 1 };
  if (name === 'fte') return { unit: 'FTE', factor: 1 };
  const minutes = MINUTES[name];
  if (minutes !== undefined) return { unit: 'min', factor: minutes };
  const months = MONTHS[name];
  if (months !== undefined) return { unit: 'month', factor: months };
  return COUNTED.has(name) ? { unit: name, factor: 1 } : null;
}

function singular(word: string): string {
  if (word === 'ms' || word === 's') return word;
  if (word === 'queries') return 'query';
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** True for the same amount of the same thing. A bare number counts the thing of the other side; a share may be written 0.999 or 99.9 %. */
export function sameSize(a: Sized, b: Sized): boolean {
  if (near(a.value, b.value) && sameUnit(a, b)) return true;
  if (a.unit === '%' && b.unit === '') return near(a.value, b.value * 100);
  return a.unit === '' && b.unit === '%' && near(a.value * 100, b.value);
}

/** True where the units can be compared: equal, or a bare number beside a counted thing. */
export function sameUnit(a: Sized, b: Sized): boolean {
  return (
    a.unit === b.unit || (a.unit === '' && COUNTED.has(b.unit)) || (b.unit === '' && COUNTED.has(a.unit))
  );
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
