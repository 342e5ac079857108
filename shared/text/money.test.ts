import { describe, expect, it } from 'vitest';
import { amountsOfMoney, quotes, writtenLike } from './money';

const read = (text: string) => amountsOfMoney(text).map((a) => [a.text, a.value, a.step]);

describe('amounts of money', () => {
  it.each([
    ['costs $952,563, and', [['$952,563', 952563, 1]]],
    ['$4.18M', [['$4.18M', 4180000, 10000]]],
    ['$0.96M', [['$0.96M', 960000, 10000]]],
    ['$117.5k.', [['$117.5k', 117500, 100]]],
    ['€ 3 million', [['€ 3 million', 3000000, 1000000]]],
    ['£2bn', [['£2bn', 2000000000, 1000000000]]],
    ['$1.83 per million', [['$1.83', 1.83, 0.01]]],
    ['$1,140,000/year', [['$1,140,000', 1140000, 1]]],
    ['$39,015.90', [['$39,015.90', 39015.9, 0.01]]],
    ['behind by −$58,805', [['$58,805', 58805, 1]]],
    // A range may leave the scale to its second number.
    ['$4.2–4.6M', [['$4.2', 4200000, 100000]]],
    [
      '$4.2M to $4.6M',
      [
        ['$4.2M', 4200000, 100000],
        ['$4.6M', 4600000, 100000],
      ],
    ],
    // "About" makes the zeros at the end a rounding.
    ['about $950,000', [['$950,000', 950000, 10000]]],
    ['~$950k', [['$950k', 950000, 10000]]],
    ['about $0', [['$0', 0, 1]]],
    ["CHF-like $1'000'000", [["$1'000'000", 1000000, 1]]],
    // Dots between groups or a decimal comma could mean either.
    ['€4.182.509 and €4.182', []],
    ['€1,5', []],
    ['$5 men', [['$5', 5, 1]]],
    ['no money', []],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it.each([
    '≤ $4.30M',
    '< $5',
    'at most $5',
    'under $5',
    'a budget of $5M',
    'up to $5',
    '$5M or less',
    'a $5M budget',
  ])('a bound or an aim: %s', (text) => {
    expect(amountsOfMoney(text).map((a) => a.limit)).toEqual([true]);
  });

  it.each(['costs $5', 'overhead $5', '$5 over three years', 'a $5 budgetary'])('no bound: %s', (text) => {
    expect(amountsOfMoney(text).map((a) => a.limit)).toEqual([false]);
  });

  it('stands where it is said to stand', () => {
    const text = 'Pay $1.5M now, £3 later.';
    expect(amountsOfMoney(text, { from: 3, to: 20 }).map((a) => text.slice(a.from, a.to))).toEqual([
      '$1.5M',
      '£3',
    ]);
  });
});

it('a value is quoted when it rounds to the amount', () => {
  const [exact, short] = [amountsOfMoney('$4,182,509')[0], amountsOfMoney('$4.18M')[0]];
  if (!exact || !short) throw new Error('no amount');
  expect([4182509, -4182509, 4182508].map((v) => quotes(exact, v))).toEqual([true, true, false]);
  expect([4182509, 4184999, 4185001, 4174999].map((v) => quotes(short, v))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it.each([
  ['$4,182,059', 4182509, '$4,182,509'],
  ['$4.20M', 4182509, '$4.18M'],
  ['€ 12k', -15400, '€ 15k'],
  ['$1000', 23204, '$23204'],
  ['$5', 12345.6, '$12,346'],
  ['816,728', 816718, '816,718'],
])('%s with another value is %d in the same words', (amount, value, wanted) => {
  expect(writtenLike(amount, value)).toBe(wanted);
});

it('takes time in proportion to the text', () => {
  const long = `$${'1'.repeat(200_000)} and ${'$1,'.repeat(50_000)}`;
  const started = performance.now();
  amountsOfMoney(long);
  expect(performance.now() - started).toBeLessThan(2_000);
});
