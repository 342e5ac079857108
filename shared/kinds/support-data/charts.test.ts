import { expect, test } from 'vitest';
import type { Block } from '../../preview/block';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import { parseSource } from '../../rubric/parse-source';
import type { DataReader } from '../../rubric/read-data';
import { kitText } from '../kit-fixture.test-support';
import { loadOverYears, loadPerPartition } from './capacity-charts';
import { readPaper } from './model';
import { preview } from './preview';
import { stanceMap } from './stance-map';

const CAPACITY = kitText('examples/part1-design-doc/capacity-plan.yaml');
const STANCES = kitText('examples/part1-design-doc/stakeholder-map.yaml');

function draw(text: string, charts: (root: DataReader) => Block[]): Block[] {
  const source = parseSource('paper.yaml', text);
  if (!source) throw new Error('not read');
  return charts(readPaper(source).root);
}

const capacityCharts = (root: DataReader) => [...loadOverYears(root), ...loadPerPartition(root)];

test('brokers are those of section 6.5 against its growth of 30 % a year', () => {
  const [block] = chartsOf(draw(CAPACITY, capacityCharts));
  if (block?.chart.form !== 'lines') throw new Error('no lines');
  const [brokers, load] = block.chart.lines;
  // 6, 9, 9, 12, 15 brokers; G = 1.3 ^ (y − 1).
  expect(brokers?.points.map(({ y }) => y)).toEqual([1, 1.5, 1.5, 2, 2.5]);
  expect(load?.points.map(({ y }) => y.toFixed(4))).toEqual([
    '1.0000',
    '1.3000',
    '1.6900',
    '2.1970',
    '2.8561',
  ]);
  expect(block.alt).toBe(
    'Brokers go from 6 to 15, 250 % of year 1; at 30 % growth a year the load goes to 286 %. A broker carries most in year 5: 114 % of what it carries in year 1.',
  );
  const last = brokers?.points.at(-1);
  expect(last?.span && CAPACITY.slice(last.span.from, last.span.to)).toBe('15');
  expectDrawable(block, CAPACITY);
});

test('topics are ranked by what one partition carries', () => {
  const [, block] = chartsOf(draw(CAPACITY, capacityCharts));
  if (block?.chart.form !== 'bars') throw new Error('no bars');
  const [first] = block.chart.panels[0]?.bars ?? [];
  expect(block.chart.panels[0]?.bars).toHaveLength(12);
  expect(first?.label).toBe('clickstream.page (96)');
  // 388,800,000 / 96.
  expect(first?.parts[0]?.value).toBe(4_050_000);
  // 864e6 events a day of section 6.5 on 432 partitions.
  expect(block.chart.references?.[0]?.value).toBe(2_000_000);
  expectDrawable(block, CAPACITY);
});

test('stances are those of section 6.6', () => {
  const [block] = chartsOf(draw(STANCES, stanceMap));
  if (block?.chart.form !== 'map') throw new Error('no map');
  expect(block.alt).toBe(
    '14 people: stances add up to 66, 4.71 on average, from −4 (KD) to 9 (MS); 2 are against.',
  );
  const against = block.chart.items.filter(({ at }) => at[1] === 3);
  expect(against.map(({ label, paint }) => `${label} ${paint}`)).toEqual(['LF −3 warning', 'KD −4 warning']);
  const [first] = block.chart.items;
  expect(first?.span && STANCES.slice(first.span.from, first.span.to)).toBe('MS');
  expectDrawable(block, STANCES);
});

test('half a paper shows what it can and says what is missing', () => {
  const texts = (text: string) =>
    draw(text, capacityCharts).map((block) => (block.kind === 'paragraph' ? block.text : block.kind));
  expect(
    texts('brokers_by_year: [3, 6]\ntopics:\n  - {name: a, partitions: 2, events_day_y1: 10}\n'),
  ).toEqual([expect.stringContaining('No assumption states the growth'), 'chart']);
  expect(
    texts('assumptions: {growth: {value: 0.2}}\nbrokers_by_year: [3, x]\ntopics:\n  - {name: a}\n'),
  ).toEqual([
    expect.stringContaining('Each year needs a number'),
    expect.stringContaining('No topic has both'),
  ]);
  const people = draw(
    'people:\n  - {key: AA, stance: 3, frame: VP}\n  - {key: BB, stance: high}\n',
    stanceMap,
  );
  expect(people[1]).toMatchObject({ text: expect.stringContaining('BB has no place on it') });
});

test('measures of impact are written as section 6.8 has them, money to the cent', () => {
  const source = parseSource('paper.yaml', kitText('examples/part4-postmortem/impact-assessment.yaml'));
  if (!source) throw new Error('not read');
  const table = preview(readPaper(source)).find((block) => block.kind === 'table');
  const values = table?.kind === 'table' ? table.rows.map(({ cells }) => cells[1]?.text) : [];
  expect(values.slice(0, 11)).toEqual([
    '5,367,722',
    '37.98',
    '536,772',
    '3,542,695.20',
    '295,571',
    '35,469',
    '39,015.90',
    '58,300.00',
    '1,284.10',
    '98,600.00',
    '1,912',
  ]);
});
