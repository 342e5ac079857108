import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readConsensus } from './model';
import { positionsChart } from './positions-chart';

const WORKED = kitText('examples/part3-architecture-review/consensus-doc.md');

function draw(text: string) {
  const source = parseSource('consensus-doc.md', text);
  if (!source) throw new Error('not read');
  return positionsChart(readConsensus(source));
}

test('scores and positions are those of section 6.6', () => {
  const [block] = chartsOf(draw(WORKED));
  if (block?.chart.form !== 'bars') throw new Error('no bars');
  const bars = block.chart.panels[0]?.bars ?? [];
  expect(bars.map((bar) => bar.parts[0]?.value)).toEqual([9, 8, 8, 8, 7, 7, 6, 6, 5, 4, 3, 2, -3, -4]);
  expect(block.chart.references?.[0]?.value).toBeCloseTo(4.714, 3);
  const series = block.chart.series.map(({ label }) => label);
  const inSeries = series.map((_, at) => bars.filter((bar) => bar.parts[0]?.series === at).length);
  expect(series).toEqual(['consent', 'consent with reservation', 'disagree and commit']);
  expect(inSeries).toEqual([11, 1, 2]);
  const span = bars.at(-1)?.parts[0]?.span;
  expect(span && WORKED.slice(span.from, span.to)).toBe('−4');
  expect(block.alt).toBe(
    '14 voters: 11 consent, 1 consent-with-reservation and 2 disagree-and-commit. Scores add up to 66, 4.71 on average, from −4 (Kofi Darrow) to +9 (Matilde Sorensen).',
  );
  expectDrawable(block, WORKED);
});

test('who has no score is named, and a word that is no position is called that', () => {
  const table = `## Positions

| Name | Position | Score | Reason |
| --- | --- | --- | --- |
| Ada | consent | 4 | It pays back |
| Bo | maybe | -2 | Not sure |
| Cy | object | | Too early |
`;
  const [block, left] = draw(`# Consensus\n\n${table}`);
  if (block?.kind !== 'chart' || block.chart.form !== 'bars') throw new Error('no bars');
  expect(block.chart.series.map(({ label }) => label)).toEqual(['consent', 'no known position']);
  expect(left).toMatchObject({ text: expect.stringContaining('Cy is not on it') });
  expect(draw('# Consensus\n')).toMatchObject([{ text: expect.stringContaining('Not drawn') }]);
});
