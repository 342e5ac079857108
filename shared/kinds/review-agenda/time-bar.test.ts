import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import type { TimeChart } from '../../preview/chart/spec';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readAgenda } from './model';
import { timeBar } from './time-bar';

const WORKED = kitText('examples/part3-architecture-review/review-agenda.md');

function draw(text: string) {
  const source = parseSource('review-agenda.md', text);
  if (!source) throw new Error('not read');
  return timeBar(readAgenda(source));
}

function timeOf(text: string): TimeChart {
  const chart = chartsOf(draw(text))[0]?.chart;
  if (chart?.form !== 'time') throw new Error('no times');
  return chart;
}

function clock(time: number | undefined): string {
  return new Date(time ?? 0).toISOString().slice(11, 16);
}

test('slots take the minutes of section 6.6, one behind the other to the end', () => {
  const { lanes, from, to } = timeOf(WORKED);
  const bars = lanes.flatMap((lane) => lane.bars);
  expect(bars.map((bar) => (bar.to - bar.from) / 60_000)).toEqual([5, 15, 10, 15, 10, 10, 15, 7, 3]);
  expect([clock(from), clock(to)]).toEqual(['14:00', '15:30']);
  expect(bars.slice(1).every((bar, i) => bar.from === bars[i]?.to)).toBe(true);
  expect(bars[6]).toMatchObject({ paint: 'accent', label: '15 min · Noor Halloran' });
  const { span } = bars[6] ?? {};
  expect(span && WORKED.slice(span.from, span.to)).toBe('Structured dissent round');
});

test('the words for it add up the minutes', () => {
  const [block] = chartsOf(draw(WORKED));
  expect(block?.alt).toBe(
    '9 slots of 90 min in a meeting from 14:00 to 15:30. Dissent has 15 min, 17 %. The longest slot has 15 min.',
  );
  if (block) expectDrawable(block, WORKED);
});

test('gaps, overlaps, overlong slots and overrun are seen; a slot without minutes is named', () => {
  const text = `---
meeting: {start: "10:00", end: "10:45"}
---
# Review

## Agenda

| Start | Minutes | Item |
| --- | --- | --- |
| 10:00 | 10 | Opening |
| 10:15 | 30 | Options |
| 10:40 | 10 | Decision |
| 10:50 | some | Close |
`;
  const { lanes, to } = timeOf(text);
  expect(lanes.map(({ bars }) => bars[0]?.paint)).toEqual(['rest', 'bad', 'bad']);
  expect(lanes.map(({ bars }) => bars[0]?.label)).toEqual([
    '10 min',
    '30 min · 5 min gap',
    '10 min · 5 min overlap',
  ]);
  expect(lanes[1]?.bars[0]?.name).toContain('5 min after the one before');
  expect(lanes[2]?.bars[0]?.name).toContain('5 min too early');
  expect(clock(to)).toBe('10:50');
  expect(draw(text)[1]).toMatchObject({ text: expect.stringContaining('Close is not on it') });
  expect(draw('# Review\n')).toMatchObject([{ text: expect.stringContaining('Not drawn') }]);
});
