import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import type { TimeChart } from '../../preview/chart/spec';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readLog } from './model';
import { standingChart } from './standing-chart';

const WORKED = kitText('examples/part2-adr-catalog/decision-log.md');

function draw(text: string) {
  const source = parseSource('decision-log.md', text);
  if (!source) throw new Error('not read');
  return standingChart(readLog(source));
}

function timeOf(text: string): TimeChart {
  const chart = chartsOf(draw(text))[0]?.chart;
  if (chart?.form !== 'time') throw new Error('no times');
  return chart;
}

test('decisions stand from their dates in section 6.6; ADR-004 gives way to ADR-010', () => {
  const { lanes, links, to } = timeOf(WORKED);
  const dates = lanes.map(({ bars, points }) =>
    new Date(bars[0]?.from ?? points[0]?.at ?? 0).toISOString().slice(5, 10),
  );
  expect(dates).toEqual([
    '11-10',
    '11-10',
    '11-13',
    '11-15',
    '11-16',
    '11-17',
    '12-15',
    '01-12',
    '03-22',
    '03-26',
    '04-05',
  ]);
  expect(links).toEqual([{ from: 3, to: 9 }]);
  expect(lanes[3]?.bars[0]).toMatchObject({ outline: true, to: Date.UTC(2024, 2, 26) });
  expect(lanes[3]?.bars[0]?.name).toContain('replaced by ADR-010 after 132 days');
  expect(lanes[10]?.points[0]?.label).toBe('Exactly-once end to end (rejected)');
  // Type 1 are 001 and 006.
  expect(lanes.flatMap(({ label, bars }) => (bars[0]?.paint === 'accent' ? [label] : []))).toEqual([
    'ADR-001',
    'ADR-006',
  ]);
  expect(to).toBe(Date.UTC(2024, 3, 12));
  const span = lanes[0]?.bars[0]?.span;
  expect(span && WORKED.slice(span.from, span.to)).toBe('Use Kafka as the event backbone');
});

test('the words for it count what is in force', () => {
  const [block] = chartsOf(draw(WORKED));
  expect(block?.alt).toBe(
    '11 decisions, 9 in force. ADR-004 was replaced by ADR-010 after 132 days. ADR-011 is rejected.',
  );
  if (block) expectDrawable(block, WORKED);
});

test('a successor without a row of its own, rows without a date and rounds of succession do no harm', () => {
  const log = (...rows: string[]) =>
    `# Log\n\n| ID | Title | Status | Date | Supersedes | Superseded by |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  const text = log(
    '| ADR-001 | One | superseded | 2024-01-01 | ADR-002 | ADR-002 |',
    '| ADR-002 | Two | superseded | 2024-02-01 | ADR-001 | ADR-001 |',
    '| ADR-003 | Three | superseded | 2024-03-01 | | ADR-099 |',
    '| ADR-004 | Four | proposed | soon | | |',
  );
  const { lanes, links } = timeOf(text);
  expect(lanes).toHaveLength(3);
  expect(links).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 0 },
  ]);
  expect(lanes[2]?.bars[0]?.name).toContain('replaced by ADR-099');
  expect(draw(text)[1]).toMatchObject({ text: expect.stringContaining('ADR-004 is not on it') });
  const [block] = chartsOf(draw(text));
  if (block) expectDrawable(block, text);
  expect(draw('# Log\n')).toMatchObject([{ text: expect.stringContaining('Not drawn') }]);
});
