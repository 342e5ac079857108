import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Block } from '../../preview/block';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import { parseSource } from '../../rubric/parse-source';
import { marginsChart } from './margins-chart';
import { type Matrix, readMatrix } from './model';
import { totalsChart } from './totals-chart';

const WORKED = readFileSync(
  new URL('../../../examples/part1-design-doc/tradeoff-matrix.yaml', import.meta.url),
  'utf8',
);

function draw(text: string, chart: (matrix: Matrix) => Block[]): Block[] {
  const source = parseSource('tradeoff-matrix.yaml', text);
  if (!source) throw new Error('not read');
  return chart(readMatrix(source));
}

test('bars add up to the totals of section 6.4, piece by piece', () => {
  const block = chartsOf(draw(WORKED, totalsChart))[0];
  if (block?.chart.form !== 'bars') throw new Error('no bars');
  const bars = block.chart.panels[0]?.bars ?? [];
  expect(bars.map((bar) => bar.total)).toEqual(['4.40', '4.05', '2.95']);
  for (const bar of bars) {
    const sum = bar.parts.reduce((total, part) => total + part.value, 0);
    expect(sum.toFixed(2)).toBe(bar.total);
  }
  expect(bars[0]?.parts.map((part) => part.text).join(',')).toBe('5,5,5,3,5,4,3');
  expect(bars[0]?.strong).toBe(true);
  const c4 = bars[0]?.parts[3];
  expect(c4?.name).toContain('15 × 3 / 100 = 0.45');
  expect(c4?.span && WORKED.slice(c4.span.from, c4.span.to)).toBe('3');
  expectDrawable(block, WORKED);
});

test('margins under a swing of 20 % are those of section 6.4', () => {
  const block = chartsOf(draw(WORKED, marginsChart))[0];
  if (block?.chart.form !== 'tornado') throw new Error('no tornado');
  expect(block.chart.base.value).toBeCloseTo(0.35, 10);
  const c4 = block.chart.rows[3];
  expect([c4?.low?.text, c4?.low?.value.toFixed(3)]).toEqual(['12', '0.433']);
  expect([c4?.high?.text, c4?.high?.value.toFixed(3)]).toEqual(['18', '0.267']);
  expect(block.chart.rows.flatMap((row) => [row.low?.paint, row.high?.paint])).not.toContain('bad');
  expect(c4?.high?.span && WORKED.slice(c4.high.span.from, c4.high.span.to)).toBe('0.2671');
  expect(block.alt).toContain('no weight changes the winner');
  expectDrawable(block, WORKED);
});

test('a margin of the file that is not the computed one is told, and a swing that changes the winner has its colour', () => {
  const told = chartsOf(draw(WORKED.replace('margin: 0.2671', 'margin: 0.3671'), marginsChart))[0];
  if (told?.chart.form !== 'tornado') throw new Error('no tornado');
  expect(told.chart.rows[3]?.high).toMatchObject({
    paint: 'bad',
    name: expect.stringContaining('the file says 0.3671'),
  });
  const flipped = chartsOf(draw(WORKED.replace('swing_pct: 20', 'swing_pct: 90'), marginsChart))[0];
  if (flipped?.chart.form !== 'tornado') throw new Error('no tornado');
  // C4 flips at 27.66, so that 15 raised by 90 % (28.5) lets Kinesis win.
  expect(flipped.chart.rows[3]?.high?.value).toBeLessThan(0);
  expect(flipped.alt).toContain('the winner changes with C4 Operations load');
});

test('what is missing is said in place of the chart', () => {
  const unscored = draw(WORKED.replace('score: 5', 'score: '), totalsChart);
  expect(unscored).toMatchObject([
    { kind: 'paragraph', text: expect.stringContaining('Kafka on Amazon MSK on C1') },
  ]);
  const unweighted = draw(WORKED.replace('weight: 20', 'weight: many'), totalsChart);
  expect(unweighted).toMatchObject([{ text: expect.stringContaining('C1 has no weight yet') }]);
  const unbalanced = draw(WORKED.replace('weight: 20', 'weight: 25'), marginsChart);
  expect(unbalanced).toMatchObject([{ text: expect.stringContaining('do not add up to 100') }]);
});
