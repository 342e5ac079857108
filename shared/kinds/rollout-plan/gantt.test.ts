import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import type { TimeChart } from '../../preview/chart/spec';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { gantt } from './gantt';
import { readPlan } from './model';

const WORKED = kitText('examples/part1-design-doc/rollout-plan.yaml');

function draw(text: string) {
  const source = parseSource('rollout-plan.yaml', text);
  if (!source) throw new Error('not read');
  return gantt(readPlan(source));
}

function timeOf(text: string): TimeChart {
  const chart = chartsOf(draw(text))[0]?.chart;
  if (chart?.form !== 'time') throw new Error('no times');
  return chart;
}

function day(time: number | undefined): string {
  return new Date(time ?? 0).toISOString().slice(0, 10);
}

test('phases run as section 6.3 has them after the replan, over their first dates', () => {
  const { lanes } = timeOf(WORKED);
  const runs = lanes.map(({ label, bars }) => [label.slice(0, 2), day(bars[0]?.from), day(bars[0]?.to)]);
  // A bar ends where its last day does.
  expect(runs).toEqual([
    ['P0', '2023-11-20', '2024-01-20'],
    ['P1', '2024-01-22', '2024-03-02'],
    ['P2', '2024-03-04', '2024-06-01'],
    ['P3', '2024-06-03', '2024-08-03'],
    ['P4', '2024-08-05', '2024-09-28'],
  ]);
  const former = lanes.flatMap(({ bars }) => bars.filter((bar) => bar.outline));
  expect(former.map((bar) => [day(bar.from), day(bar.to)])).toEqual([
    ['2024-03-04', '2024-04-27'],
    ['2024-04-29', '2024-06-29'],
    ['2024-07-01', '2024-08-31'],
  ]);
});

test('gates stand at the ends, triggers under their phase, and the freeze behind all', () => {
  const { lanes, moments, stretches } = timeOf(WORKED);
  const p2 = lanes[2];
  expect(p2?.bars[0]?.points?.map(({ name }) => name.split('.')[0])).toEqual([
    'Entry to P2, 5 gates',
    'Exit from P2, 2 gates',
  ]);
  expect(p2?.bars[0]?.label).toBe('back in 45 min');
  expect(p2?.bars.slice(2).map(({ label }) => label)).toEqual([
    'freshness p95 > 15 min for 60 min',
    'completeness < 99.9 % for 30 min',
  ]);
  expect(p2?.bars[3]?.name).toContain('Alert ALR-completeness-orderline');
  expect(stretches?.map((each) => [day(each.from), day(each.to)])).toEqual([['2024-03-13', '2024-04-16']]);
  expect(moments?.map(({ at }) => day(at))).toEqual(['2024-04-12']);
});

test('marks lead to where the file says it', () => {
  const p2 = timeOf(WORKED).lanes[2];
  const at = (span: { from: number; to: number } | null | undefined) =>
    span && WORKED.slice(span.from, span.to);
  expect(at(p2?.bars[0]?.span)).toBe('P2');
  expect(at(p2?.bars[0]?.points?.[0]?.span)).toBe('entry');
  expect(at(p2?.bars[1]?.span)).toBe('2024-04-26');
  expect(at(p2?.bars[3]?.span)).toBe('completeness');
});

test('the words for it count gates and days', () => {
  const [block] = chartsOf(draw(WORKED));
  expect(block?.alt).toBe(
    '5 phases from 2023-11-20 to 2024-09-27, with 15 entry gates, 10 exit gates and 7 rollback triggers. Against the first plan P2 ends 35 days later, P3 ends 35 days later and P4 ends 28 days later. Freeze 2024-03-13 to 2024-04-15.',
  );
  if (block) expectDrawable(block, WORKED);
});

test('a gate without a number and a phase without gates are marked; a phase without dates is named', () => {
  const text = `phases:
  - {id: P0, name: Start, start: "2024-01-01", end: "2024-02-01", entry: [{check: Looks good, threshold: fine}]}
  - {id: P1, name: Then, start: soon}
`;
  const [bar] = timeOf(text).lanes[0]?.bars ?? [];
  expect(bar?.points?.map(({ paint }) => paint)).toEqual(['warning', 'bad']);
  expect(bar?.label).toBe('entry without a number, no exit gate');
  expect(draw(text)[1]).toMatchObject({ text: expect.stringContaining('P1 Then is not on it') });
  expect(draw('phases:\n  - {id: P0}\n')).toMatchObject([{ text: expect.stringContaining('Not drawn') }]);
});
