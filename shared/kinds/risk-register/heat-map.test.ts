import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { underChips } from '../../preview/chart/arrow-ways.test-support';
import { drawChart } from '../../preview/chart/draw';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import type { MapChart } from '../../preview/chart/spec';
import { parseSource } from '../../rubric/parse-source';
import { heatMap } from './heat-map';
import { readRegister } from './model';

const WORKED = readFileSync(
  new URL('../../../examples/part1-design-doc/risk-register.json', import.meta.url),
  'utf8',
);

function blocks(text: string) {
  const source = parseSource('risk-register.json', text);
  if (!source) throw new Error('not read');
  return heatMap(readRegister(source));
}

function mapOf(text: string): MapChart {
  const chart = chartsOf(blocks(text))[0]?.chart;
  if (chart?.form !== 'map') throw new Error('no map');
  return chart;
}

test('each risk of the worked register stands where the specification puts it', () => {
  // Likelihood and impact from section 6.3; rows count from likelihood 5 down.
  const expected: Record<string, readonly [likelihood: number, impact: number]> = {
    'R-01': [3, 4],
    'R-02': [3, 3],
    'R-03': [3, 5],
    'R-04': [3, 3],
    'R-05': [3, 3],
    'R-06': [2, 5],
    'R-07': [2, 4],
    'R-08': [2, 5],
    'R-09': [3, 4],
    'R-10': [2, 5],
    'R-11': [2, 2],
    'R-12': [2, 4],
  };
  const { items, fields } = mapOf(WORKED);
  expect(Object.fromEntries(items.map((item) => [item.label, [5 - item.at[1], item.at[0] + 1]]))).toEqual(
    expected,
  );
  const r03 = items.find((item) => item.label === 'R-03');
  expect(r03?.to?.at).toEqual([4, 3]);
  expect(r03?.paint).toBe('bad');
  expect(r03?.name).toContain('3 × 5 = 15, critical before mitigation');
  expect(fields[2]?.[4]).toBe('bad-wash');
  expect(r03?.span && WORKED.slice(r03.span.from, r03.span.to)).toBe('"R-03"');
});

test('the words for it count what section 6.3 counts', () => {
  const chart = chartsOf(blocks(WORKED))[0];
  expect(chart?.alt).toContain('with 12 risks. Before mitigation: 1 critical, 5 high, 5 medium and 1 low.');
  expect(chart && expectDrawable(chart, WORKED)).toBeUndefined();
});

test('no arrow runs under a chip, in a narrow pane or a wide one', () => {
  const chart = mapOf(WORKED);
  for (const width of [300, 420, 627, 860])
    expect(underChips(drawChart(chart, width)), `at ${width}`).toBe(0);
});

test('a register that is half written shows the risks that have a place and names the others', () => {
  const [chart, left] = blocks(
    '{"risks": [{"id": "R-01", "likelihood": 2, "impact": 3}, {"id": "R-02", "likelihood": 9, "impact": 1}, {"title": "x"}]}',
  );
  expect(
    chart?.kind === 'chart' && chart.chart.form === 'map' && chart.chart.items.map((item) => item.label),
  ).toEqual(['R-01']);
  expect(left).toMatchObject({
    kind: 'paragraph',
    text: expect.stringContaining('R-02 and one without an id have no place'),
  });
  const none = blocks('{"risks": [{"id": "R-01"}]}');
  expect(none).toMatchObject([{ kind: 'paragraph', text: expect.stringContaining('Not drawn') }]);
});
