import { describe, expect, it } from 'vitest';
import { measureOf, measuresIn, numbersIn, quotesMeasure } from './measures';

const read = (text: string) => measuresIn(text).map((m) => [m.text, m.dimension, m.value, m.unit]);
const one = (text: string) => {
  const [first] = numbersIn(text);
  if (!first) throw new Error(`no number in ${text}`);
  return first;
};

describe('measuresIn', () => {
  it('reads quantities in one unit per dimension', () => {
    expect(read('365 minutes, 6 h 05 min, 37.98 %, $98.6k and 5.37 million order events')).toEqual([
      ['365 minutes', 'time', 365, ''],
      ['6 h 05 min', 'time', 365, ''],
      ['37.98 %', 'share', 37.98, ''],
      ['$98.6k', 'money', 98_600, ''],
      ['5.37 million', 'count', 5_370_000, ''],
    ]);
    expect(read('6 engineer-weeks, 3 weeks, 14.4×, 2 FTE, 1 month and 12 events/min')).toEqual([
      ['6 engineer-weeks', 'time', 60_480, ''],
      ['3 weeks', 'time', 30_240, ''],
      ['14.4×', 'factor', 14.4, ''],
      ['2 FTE', 'staff', 2, 'FTE'],
      ['1 month', 'span', 1, 'month'],
      ['12 events/min', 'count', 12, 'event/min'],
    ]);
  });

  it('leaves names and dates alone', () => {
    expect(read('AI-04 weeks, P2 days, on 2024-03-12 d and S3 requests')).toEqual([]);
    expect(numbersIn('CF-03 at 09:40 on 2024-03-12, v8, $5 and 1,912 of 6,340').map((m) => m.text)).toEqual([
      '$5',
      '1,912',
      '6,340',
    ]);
  });

  it('is linear on long digit strings', () => {
    const start = performance.now();
    numbersIn('1'.repeat(200_000));
    numbersIn('1,'.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('quotesMeasure', () => {
  it.each([
    ['5.37 million', '5,367,722 events', true],
    ['5.4 million', '5,367,722 events', true],
    ['5.36 million', '5,367,722 events', false],
    ['$98,600', '$98,600.00', true],
    ['$98,600', '$98,601', false],
    ['6 h', '365 min', true],
    ['7 h', '365 min', false],
    ['64 tickets', '64', true],
    ['64 tickets', '64 events', false],
    ['5,367,722 rows', '5,367,722 events', true],
    ['10.26 ×', '10.26 %', false],
    ['12 events/min', '12 events', false],
  ])('%s against %s', (quoted, stated, expected) =>
    expect(quotesMeasure(one(quoted), one(stated))).toBe(expected),
  );

  it('takes a value and its unit from fields of their own', () => {
    const span = { from: 0, to: 1 };
    expect(quotesMeasure(one('$39,015.90'), measureOf(39015.9, 'USD', span))).toBe(true);
    expect(quotesMeasure(one('1,912 grocers'), measureOf(1912, 'grocers', span))).toBe(true);
    expect(quotesMeasure(one('2 weeks'), measureOf(2, 'weeks', span))).toBe(true);
  });
});
