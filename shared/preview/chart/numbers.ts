import { grouped, percent } from '../number-text';
import type { NumberLook } from './spec';

const STEPS: readonly (readonly [number, string])[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** A number for narrow places: three figures and the letter of its size, so 1,624,461 is "1.62M" and 44,150 is "44.2k". */
export function compact(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const [unit, letter] = STEPS.find(([step]) => size >= step * 0.9995) ?? [1, ''];
  const scaled = size / unit;
  const decimals = unit === 1 && Number.isInteger(size) ? 0 : scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  // Half up, whatever the last bit of a binary fraction says.
  const power = 10 ** decimals;
  const text = String(Math.round(scaled * power + 1e-9) / power);
  return `${value < 0 ? '−' : ''}${text}${letter}`;
}

/** A value as the axis writes it. */
export function numberText(value: number, look: NumberLook): string {
  switch (look) {
    case 'compact':
      return compact(value);
    case 'percent':
      return percent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1);
    case 'fixed2':
      return value.toFixed(2).replace('-', '−');
    case 'plain':
      return grouped(Number(value.toPrecision(12)));
  }
}
