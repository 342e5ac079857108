import type { Span } from './span';

/** An amount of money as it is written. */
export interface Amount extends Span {
  readonly text: string;
  /** `$`, `€` or `£`. */
  readonly sign: string;
  /** Without its sign: prose says "behind by $58,805" where a table says −58,805. */
  readonly value: number;
  /** The precision it is quoted to: 1 for `$4,182,509`, 10,000 for `$4.18M`; "about" makes the zeros at the end count as rounding. */
  readonly step: number;
  /** The words around make it a bound or an aim ("≤ $4.30M", "a budget of $5M"): no claim that something costs this much. */
  readonly limit: boolean;
}

const DIGITS = `(?:\\d{1,3}(?:[,'’\\u00A0\\u202F]\\d{3})+|\\d+)`;
const SCALE = `(?:\\s?(?:k|K|M|bn|billion|million|thousand)|(?:m|B|b|mn|tn))(?![\\p{L}\\d])`;
const AMOUNT = new RegExp(`([$€£])\\s?(${DIGITS})(\\.\\d+)?(${SCALE})?`, 'gu');
/** The rest of a range whose first number leaves the scale to the second: `$4.2–4.6M`. */
const RANGE_SCALE = new RegExp(`^\\s?(?:[-–—]|to)\\s?[$€£]?\\s?${DIGITS}(?:\\.\\d+)?(${SCALE})`, 'u');

/** Powers of ten. */
const SCALES: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  tn: 12,
};

const ABOUT =
  /(?:[~≈±]|(?<!\p{L})(?:about|around|roughly|approximately|approx\.?|circa|nearly|almost|some|close to|in the region of|order of))\s*$/iu;
const LIMIT_BEFORE =
  /(?:[≤≥<>]=?|(?<!\p{L})(?:at most|at least|no more than|not more than|less than|more than|under|below|above|over|up to|exceed(?:s|ed|ing)?|beyond|within|(?:cap(?:ped)?|limit(?:ed)?|ceiling|budget(?:ed)?|threshold|target|allowance|maximum|max|minimum|min)(?: (?:at|of|to|for|is|was))?:?))\s*$/iu;
const LIMIT_AFTER =
  /^\s*(?:\+|(?:or|and) (?:less|more|under|below|above|over)(?!\p{L})|(?:a year |per year )?(?:cap|ceiling|budget|limit|target|threshold)(?!\p{L}))/iu;

/** The amounts of money in a part of a text. A number whose groups and decimals cannot be told apart (`€4.182`) is left out. */
export function amountsOfMoney(text: string, within: Span = { from: 0, to: text.length }): Amount[] {
  const part = text.slice(within.from, within.to);
  const out: Amount[] = [];
  for (const m of part.matchAll(AMOUNT)) {
    const [whole, sign = '', digits = '', decimals = '', scaleText] = m;
    const after = part.slice(m.index + whole.length, m.index + whole.length + 40);
    // Dots between groups, or a decimal comma: another country's way of writing, which could mean either.
    if (/^[.,]\d/.test(after) || (sign === '€' && /^\.\d{3}$/.test(decimals) && !scaleText)) continue;
    const before = part.slice(Math.max(0, m.index - 40), m.index).replace(/\s+/g, ' ');
    const scale = SCALES[(scaleText ?? RANGE_SCALE.exec(after)?.[1] ?? '').trim().toLowerCase()] ?? 0;
    const number = digits.replace(/\D/g, '');
    const places = Math.max(0, decimals.length - 1);
    const rounded = ABOUT.test(before) && places === 0 && Number(number) > 0;
    const zeros = rounded ? (/(?<!0)0*$/.exec(number)?.[0].length ?? 0) : 0;
    const from = within.from + m.index;
    out.push({
      from,
      to: from + whole.length,
      text: whole,
      sign,
      // Written out, because 4.18 × 10⁶ in binary fractions is not 4,180,000.
      value: Number(`${number}${decimals}e${scale}`),
      step: Number(`1e${scale + zeros - places}`),
      limit: LIMIT_BEFORE.test(before) || LIMIT_AFTER.test(after),
    });
  }
  return out;
}

/** True when an exact value, rounded to the precision of the amount, is the amount; its sign does not count. */
export function quotes(amount: Pick<Amount, 'value' | 'step'>, exact: number): boolean {
  const noise = 1e-9 * Math.max(1, Math.abs(exact));
  return Math.abs(amount.value - Math.abs(exact)) <= amount.step / 2 + noise;
}

/** A value in the words of an amount: same sign, scale, decimals and grouping. */
export function writtenLike(amount: string, value: number): string {
  const m = new RegExp(AMOUNT.source, 'u').exec(amount);
  if (!m)
    return Math.round(Math.abs(value))
      .toString()
      .replace(/\B(?=(?:\d{3})+$)/g, ',');
  const [, sign = '', digits = '', decimals = '', scaleText = ''] = m;
  const scale = SCALES[scaleText.trim().toLowerCase()] ?? 0;
  const [whole = '', rest] = (Math.abs(value) / 10 ** scale)
    .toFixed(Math.max(0, decimals.length - 1))
    .split('.');
  const mark = /\D/.exec(digits)?.[0] ?? (digits.length > 3 ? '' : ',');
  const blank = /^[$€£]\s/u.test(m[0]) ? ' ' : '';
  const grouped = mark === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  return `${sign}${blank}${grouped}${rest === undefined ? '' : `.${rest}`}${scaleText}`;
}
