import { describe, expect, it } from 'vitest';
import { MAX_FORMULA_DEPTH, MAX_FORMULA_LENGTH, parseFormula } from './formula';
import { evaluateFormula, roundHalfUp } from './formula-value';

const VALUES: Readonly<Record<string, number>> = { a: 2, b: 3, c: 0.5, y: 4, zero: 0, G: 1.3 };

function value(text: string): number | string {
  const parsed = parseFormula(text);
  if (!parsed.ok) return `${parsed.error.from}-${parsed.error.to} ${parsed.error.message}`;
  const result = evaluateFormula(parsed.value, (name) => VALUES[name] ?? null);
  return result.ok ? result.value : `${result.error.from}-${result.error.to} ${result.error.message}`;
}

describe('evaluating', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['2 ^ 3 ^ 2', 512],
    ['2 * 3 ^ 2', 18],
    ['a * b - c', 5.5],
    ['ceil(2.1) + ceil(2)', 5],
    ['max(a, b, 1) * min(a, b)', 6],
    ['ceil(40 * G)', 52],
    ['  ( a )  ', 2],
    ['0.5*y', 2],
    ['0', 0],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it.each([
    ['a * q', '4-5 "q" is no assumption, price or derived value of this model'],
    ['a / (b - 3)', '4-11 This divides by zero'],
    ['(0 - 1) ^ 0.5', '0-13 This has no finite value'],
    ['10 ^ 400', '0-8 This has no finite value'],
  ])('%s has no value, and says where', (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe('parsing', () => {
  it.each([
    ['', '0-0 A value is missing at the end of the formula'],
    ['a +', '3-3 A value is missing at the end of the formula'],
    ['a b', '2-3 An operator is missing before "b"'],
    ['a * -b', '4-5 A formula has no minus sign before a value; write 0 - … instead'],
    ['a * / b', '4-5 A value is missing before "/"'],
    ['(a + b', '0-1 The parenthesis is not closed'],
    ['a + b)', '5-6 An operator is missing before ")"'],
    ['max(a)', '0-3 max compares two values or more'],
    ['ceil(a, b)', '0-4 ceil takes one value'],
    ['ceil a', '0-4 ceil needs its values in parentheses'],
    ['min(a, b', '0-3 The parenthesis of min is not closed'],
    ['1e9 * a', '0-3 "1e9" is neither a number nor a name; numbers are written in full, without e'],
    ['a % b', '2-3 "%" has no meaning in a formula'],
    ['a ×b', '2-3 "×" has no meaning in a formula'],
    ['.5 * a', '0-1 "." has no meaning in a formula'],
  ])('%j is refused at its place', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('lists names and numbers with their places', () => {
    const parsed = parseFormula('max(0, y - 1) * a_fte * 12');
    expect(parsed.ok && parsed.value.names.map((n) => `${n.text}@${n.from}`)).toEqual(['y@7', 'a_fte@16']);
    expect(parsed.ok && parsed.value.numbers.map((n) => n.text)).toEqual(['0', '1', '12']);
  });

  it('stops at its limits and not before', () => {
    const nested = (depth: number) => `${'('.repeat(depth - 1)}a${')'.repeat(depth - 1)}`;
    expect(value(nested(MAX_FORMULA_DEPTH))).toBe(2);
    expect(value(nested(MAX_FORMULA_DEPTH + 1))).toBe(
      `32-33 The formula nests deeper than ${MAX_FORMULA_DEPTH} levels`,
    );
    const long = (length: number) => `a${' '.repeat(length - 2)}b`;
    expect(value(long(MAX_FORMULA_LENGTH))).toContain('An operator is missing');
    expect(value(long(MAX_FORMULA_LENGTH + 1))).toContain(`longer than ${MAX_FORMULA_LENGTH}`);
    expect(value(Array.from({ length: 125 }, () => '2').join(' ^ '))).toContain('no finite value');
  });
});

describe('rounding half up', () => {
  it.each([
    [2.5, 3],
    [2.4999, 2],
    [-2.5, -2],
    [1_000_000.4999, 1_000_000],
    [1.005 * 1000, 1005],
    [0.1 + 0.2 + 0.2, 1],
  ])('%d becomes %d', (exact, rounded) => {
    expect(roundHalfUp(exact)).toBe(rounded);
  });
});
