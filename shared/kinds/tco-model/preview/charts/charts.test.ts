import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../preview/block';
import { chartsOf, expectDrawable } from '../../../../preview/chart/drawable.test-support';
import { parseSource } from '../../../../rubric/parse-source';
import { type CostModel, readCostModel } from '../../model';
import { breakEvenChart } from './break-even';
import { paybackChart } from './payback';
import { presentValueChart } from './present-value';
import { swingsChart } from './swings';
import { yearlyCostChart } from './yearly-cost';

const WORKED = readFileSync(
  new URL('../../../../../examples/part2-adr-catalog/tco-5yr-model.yaml', import.meta.url),
  'utf8',
);

function modelOf(text: string): CostModel {
  const source = parseSource('tco-5yr-model.yaml', text);
  if (!source) throw new Error('not read');
  return readCostModel(source);
}

const model = modelOf(WORKED);

function only(blocks: readonly Block[]) {
  const block = chartsOf(blocks)[0];
  if (!block) throw new Error('no chart');
  return block;
}

describe('numbers are those of section 6.5', () => {
  test('yearly cost: pieces add up to the totals of each option', () => {
    const block = only(yearlyCostChart(model));
    if (block.chart.form !== 'bars') throw new Error('no bars');
    const sums = block.chart.panels.map((panel) =>
      panel.bars.map((bar) => bar.parts.reduce((total, part) => total + part.value, 0)),
    );
    expect(sums).toEqual([
      [1_624_461, 749_299, 816_718, 920_585, 1_044_664],
      [1_496_642, 764_100, 883_586, 1_034_077, 1_226_449],
      [942_786, 1_036_921, 1_151_966, 1_293_899, 1_470_480],
      [2_207_103, 1_112_041, 1_195_795, 1_305_103, 1_435_882],
    ]);
    const staffing = block.chart.panels[0]?.bars[0]?.parts[0];
    expect(staffing?.name).toMatch(/2024, staffing: 470,000 USD$/);
    expect(staffing?.span && WORKED.slice(staffing.span.from, staffing.span.to)).toBe('470000');
    expectDrawable(block, WORKED);
  });

  test('payback: MSK against batch, year by year, and in which it has paid back', () => {
    const block = only(paybackChart(model));
    if (block.chart.form !== 'lines') throw new Error('no lines');
    const batch = block.chart.lines[1];
    expect(batch?.points.map((point) => point.y)).toEqual([0, -681_675, -394_053, -58_805, 314_509, 740_325]);
    expect(block.chart.notes?.map((note) => [note.label, note.y])).toContainEqual([
      'pays back in 2027',
      314_509,
    ]);
    expectDrawable(block, WORKED);
  });

  test('net present value and what is above the cheapest', () => {
    const block = only(presentValueChart(model));
    expect(block.table.rows.map((row) => row.cells.slice(1).map((cell) => cell.text))).toEqual([
      ['4,182,509', 'cheapest'],
      ['4,337,069', '+3.70 %'],
      ['4,628,249', '+10.66 %'],
      ['5,882,797', '+40.65 %'],
    ]);
    expectDrawable(block, WORKED);
  });

  test('swings: the gap between the two cheapest options at both ends of each driver', () => {
    const block = only(swingsChart(model));
    if (block.chart.form !== 'tornado') throw new Error('no tornado');
    expect(block.chart.base.value).toBe(154_560);
    const row = (label: string) =>
      block.chart.form === 'tornado' && block.chart.rows.find((each) => each.label === label);
    expect(row('Traffic growth')).toMatchObject({
      low: { value: 3_893_190 - 3_913_227, text: '15 %/year', paint: 'warning' },
      high: { value: 4_906_501 - 4_522_649, text: '45 %/year', paint: 'accent' },
    });
    expect(row('Discount rate')).toMatchObject({
      low: { value: 4_693_402 - 4_508_143 },
      high: { value: 3_927_437 - 3_806_891 },
    });
    const reach = block.chart.rows.map((each) => Math.abs((each.low?.value ?? 0) - (each.high?.value ?? 0)));
    expect(reach[0]).toBe(Math.max(...reach));
    expectDrawable(block, WORKED);
  });

  test('break-evens: how far each is from its base, the nearest first', () => {
    const block = only(breakEvenChart(model));
    expect(block.table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['MSK staffing', '2 FTE', '2.15 FTE', '+7 %'],
      ['Traffic volume', '×1', '×0.794', '−21 %'],
      ['Compression ratio', '0.4', '0.5252', '+31 %'],
      ['Traffic growth', '30 %/year', '16.4 %/year', '−45 %'],
      ['Hot retention', '7 days', '13 days', '+86 %'],
    ]);
    expectDrawable(block, WORKED);
  });
});

test('a model that is half written shows what it has and says what is missing', () => {
  const open = WORKED.replace('formula: "brokers * p_msk * 8760"', 'formula: "brokers * p_msk *"').replace(
    'values: [44150, 66226, 66226, 88301, 110376]',
    'values: [44150, null, 66226, 88301, 110376]',
  );
  const [chart, note] = yearlyCostChart(modelOf(open));
  expect(chart?.kind).toBe('chart');
  expect(note).toMatchObject({ kind: 'paragraph', text: expect.stringContaining('msk_platform (2025)') });
  const empty = modelOf('options: [{id: a}]');
  for (const chartOf of [yearlyCostChart, paybackChart, presentValueChart])
    expect(chartOf(empty)).toMatchObject([
      { kind: 'paragraph', text: expect.stringMatching(/^Not drawn: /) },
    ]);
  for (const chartOf of [swingsChart, breakEvenChart]) expect(chartOf(empty)).toEqual([]);
});
