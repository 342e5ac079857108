/** A number with its unit, percent as a share: what thresholds and break-evens are compared by. */
export interface Measure {
  readonly value: number;
  /** The precision it is written to. */
  readonly step: number;
  /** `share` for percents, ratios and factors, else the unit's first word in the singular. */
  readonly unit: string;
}

const SHARES = new Set(['', '%', '×', 'x', 'share', 'ratio', 'factor', 'percent', 'times']);
const MONEY_SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

/** The first number of a threshold such as `> 2.15 FTE` or `< 16.4 % a year`; null when there is none. */
export function measureIn(text: string): Measure | null {
  const m = /([$€£]?)(\d[\d,]*)(\.\d+)?\s?(%|×|[\p{L}-]+)?/u.exec(text);
  if (!m) return null;
  const [, sign, digits = '', decimals = '', unitText = ''] = m;
  const scale = sign ? (MONEY_SCALE[unitText.toLowerCase()] ?? 1) : unitText === '%' ? 0.01 : 1;
  const places = Math.max(0, decimals.length - 1);
  return {
    value: Number(`${digits.replace(/,/g, '')}${decimals}`) * scale,
    step: scale * 10 ** -places,
    unit: sign ? 'money' : unitOf(unitText),
  };
}

/** The unit of a break-even, and what its value is multiplied by to be compared. */
export function modelUnit(unit: string): { readonly unit: string; readonly factor: number } {
  const first = unit.trim().split(/[\s/]/)[0] ?? '';
  if (/^(?:USD|EUR|GBP|[A-Z]{3}|[$€£])$/.test(first) && !/^FTE$/i.test(first))
    return { unit: 'money', factor: 1 };
  return { unit: unitOf(first), factor: first === '%' || first === 'percent' ? 0.01 : 1 };
}

function unitOf(text: string): string {
  const word = text.toLowerCase();
  return SHARES.has(word) ? 'share' : word.replace(/s$/, '');
}

/** True when an exact value, rounded to the precision of the measure, is the measure. */
export function measures({ value, step }: Measure, exact: number): boolean {
  return Math.abs(value - exact) <= step / 2 + 1e-9 * Math.max(1, Math.abs(exact));
}
