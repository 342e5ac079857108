import { describe, expect, it } from 'vitest';
import { calculationIn, sumsIn } from './calculation';

function read(text: string): string | null {
  const found = calculationIn(text);
  if (!found) return null;
  const show = (o: { id: string | null; value: number | null; from: number; to: number; text: string }) => {
    expect(text.slice(o.from, o.to)).toBe(o.text);
    return o.id ?? String(o.value);
  };
  if (found.kind === 'sum') return found.terms.map(show).join(' + ');
  return `${show(found.left)} ${found.kind === 'product' ? '*' : '/'} ${show(found.right)}`;
}

describe('calculations in words', () => {
  it.each([
    [
      'IM-01 divided by 14,133,338 events accepted in the same windows, previews excluded',
      'IM-01 / 14133338',
    ],
    ['IM-01 over ten lifecycle events per line, rounded', 'IM-01 / 10'],
    ['IM-03 multiplied by the mean line value of $6.60, an average of 12 months', 'IM-03 * 6.6'],
    ['IM-05 times the 12 % sponsored share, rounded half up', 'IM-05 * 0.12'],
    ['IM-07 + IM-08 + IM-09 = 39.00 + 58.00', 'IM-07 + IM-08 + IM-09'],
    ['IM-07 plus IM-08 plus IM-09', 'IM-07 + IM-08 + IM-09'],
    ['2,955 events dropped before the cut-off, which is start less 4 h, over ten', '2955 / 10'],
    [
      '2,955 events dropped from 2024-03-12T09:05Z on, divided by ten and rounded; 3 times as many',
      '2955 / 10',
    ],
    ['IM-02 × 3', 'IM-02 * 3'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'Sum of records_filtered less the baseline of 60, over the 73 windows',
    'IM-03; restored when the query showed 0',
    'IM-01 over 6 h',
    'IM-07, IM-08 and IM-09',
    'IM-01 times 3, divided by 4',
    'Tickets tagged with the incident; 118 person-hours',
    '2024-03-12 times of the day',
    '',
  ])('leaves unread: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('sums written out', () => {
  it('gives terms and total', () => {
    const text = 'by step 6,357 + 32,624 + 66,915; 39.90 + 1.10 = 41.00';
    expect(sumsIn(text).map((sum) => [text.slice(sum.from, sum.to), sum.terms, sum.total])).toEqual([
      ['6,357 + 32,624 + 66,915', [6357, 32624, 66915], null],
      ['39.90 + 1.10', [39.9, 1.1], 41],
    ]);
  });

  it('leaves durations and ids alone', () => {
    expect(sumsIn('IM-07 + IM-08, 2 + 2 h')).toEqual([]);
  });

  it('is fast on long lines', () => {
    const started = performance.now();
    sumsIn('1 + '.repeat(20_000));
    sumsIn('9'.repeat(50_000));
    calculationIn('over '.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
