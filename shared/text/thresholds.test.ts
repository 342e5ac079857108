import { describe, expect, it } from 'vitest';
import { sameSize, sizeOf } from './sizes';
import { limitsIn, thresholdIn } from './thresholds';
import { sameWindow } from './windows';

const size = (text: string) => {
  const found = sizeOf(text);
  if (!found) throw new Error(`No size in ${text}`);
  return found;
};

describe('sizes', () => {
  it.each([
    ['60 min', '1 h'],
    ['99.9%', '99.9 %'],
    ['99.9 percent', '99.9 %'],
    ['0.999', '99.9 %'],
    ['250 ms', '0.25 s'],
    ['72 MB/s', '72 MB per second'],
    ['72,000 kB/s', '72 MB/s'],
    ['1 day', '24 hours'],
    ['two quarters', '6 months'],
    ['1 request', '1'],
    ['37.4 M events', '37,400,000 events'],
    ['10 pages/month', '10 pages a month'],
    ['$4.30M', '$4,300,000'],
  ])('%s = %s', (a, b) => expect(sameSize(size(a), size(b))).toBe(true));

  it.each([
    ['60 min', '60 s'],
    ['99.9 %', '99.95 %'],
    ['10 pages/month', '10 pages/day'],
    ['1 h', '1 month'],
    ['3 records', '3 rows'],
    ['5 MB', '5 MB/s'],
    ['5 %', '5 min'],
    ['$5', '€5'],
  ])('%s ≠ %s', (a, b) => expect(sameSize(size(a), size(b))).toBe(false));

  it('reads no size where no number stands', () => {
    expect(sizeOf('soon')).toBeNull();
    expect(sizeOf('')).toBeNull();
    expect(sizeOf('5 apples')).toMatchObject({ value: 5, unit: '', length: 1 });
  });
});

describe('thresholds', () => {
  it.each([
    ['< 99.9 %', '<', '99.9 %', ''],
    ['below 99.9% over 30 minutes', '<', '99.9 %', '30 minutes'],
    ['completeness < 99.9 % for 30 min', '<', '99.9 %', '30 min'],
    ['over 250 ms', '>', '250 ms', ''],
    ['no more than 15 min', '<=', '15 min', ''],
    ['>= 14.4 x over 1 h and 5 min', '>=', '14.4 x', '1 h and 5 min'],
    ['=> 3 requests in 30 days, then stop', '>=', '3 requests', '30 days'],
    ['greater than or equal to 2.15 FTE', '>=', '2.15 FTE', ''],
    ['> 2.15 FTE for two quarters running (TW-02)', '>', '2.15 FTE', 'two quarters running'],
  ] as const)('%s', (text, comparator, written, window) => {
    const found = thresholdIn(text);
    expect(found).toMatchObject({ comparator, window });
    expect(found && sameSize(found.size, size(written))).toBe(true);
  });

  it('takes a bare number only when asked', () => {
    expect(thresholdIn('15 min')).toBeNull();
    expect(thresholdIn('15 min for 60 min', true)).toMatchObject({ comparator: null, window: '60 min' });
    expect(thresholdIn('as agreed', true)).toBeNull();
  });

  it('reads the limits of a cell with their metrics', () => {
    const text = 'freshness p95 > 15 min for 60 min, or completeness falls below 99.9 % for 30 min (R-03)';
    expect(limitsIn(text).map((l) => [l.metric, l.threshold, l.window])).toEqual([
      ['freshness p95', '> 15 min', '60 min'],
      ['completeness', 'below 99.9 %', '30 min'],
    ]);
    expect(limitsIn('roll back if the duplicate rate > 0.01 %').map((l) => l.metric)).toEqual([
      'duplicate rate',
    ]);
    expect(limitsIn('> 5 %')).toEqual([]);
    expect(limitsIn(text).map((l) => text.slice(l.from, l.to))).toEqual([
      'freshness p95 > 15 min for 60 min',
      'completeness falls below 99.9 % for 30 min',
    ]);
  });

  it('stays linear on long texts', () => {
    const long = '> '.repeat(50_000);
    expect(thresholdIn(long)).toBeNull();
    expect(limitsIn('x < 1 % '.repeat(20_000))).toHaveLength(20);
  });
});

describe('windows', () => {
  it.each([
    ['60 min', '1 h', true],
    ['for 30 minutes', '30 min', true],
    ['any scan', 'each scan', true],
    ['two quarters running', '2 consecutive quarters', true],
    ['1 h and 5 min', '5 min and 1 h', true],
    ['30 min', '60 min', false],
    ['1 h', '1 h and 5 min', false],
    ['any scan', '30 min', false],
    ['any scan', 'any release', false],
  ])('%s, %s: %s', (a, b, same) => expect(sameWindow(a, b)).toBe(same));
});
