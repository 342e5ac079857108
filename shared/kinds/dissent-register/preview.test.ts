import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readRegister } from './model';
import { preview } from './preview';

const WORKED = kitText('examples/part3-architecture-review/dissent-register.yaml');

function draw(text: string) {
  const source = parseSource('dissent-register.yaml', text);
  if (!source) throw new Error('not read');
  return preview(readRegister(source));
}

test('D-01 was open until the incident of section 6.6, the others still are', () => {
  const [course] = chartsOf(draw(WORKED));
  if (course?.chart.form !== 'time') throw new Error('no times');
  expect(course.chart.lanes.map(({ label, bars }) => `${label}: ${bars[0]?.label}`)).toEqual([
    'D-01 LF: vindicated after 126 days, TW-01 tripped',
    'D-02 KD: open, TW-02 armed',
    'D-03 GI: open, TW-03 armed',
  ]);
  const [first] = course.chart.lanes[0]?.bars ?? [];
  expect(new Date(first?.to ?? 0).toISOString().slice(0, 10)).toBe('2024-03-12');
  expect(course.alt).toBe(
    '3 recorded dissents: 1 vindicated and 2 open. D-01 was vindicated after 126 days.',
  );
});

test('predictions lead to their tripwire and to what happened', () => {
  const [, tree] = chartsOf(draw(WORKED));
  if (tree?.chart.form !== 'tree') throw new Error('no tree');
  const texts = tree.chart.roots.map((root) => root.children.map(({ text }) => text));
  expect(texts).toEqual([
    [
      'TW-01 tripped by INC-2024-0312: order-line completeness < 99.95 % (30 min)',
      'Vindicated on 2024-03-12',
    ],
    ['TW-02 armed: MSK operations effort > 2.15 FTE (two quarters running)'],
    ['TW-03 armed: untokenised personal-data fields found in a raw topic >= 1 record (any scan)'],
  ]);
  const wire = tree.chart.roots[0]?.children[0];
  expect(wire?.span && WORKED.slice(wire.span.from, wire.span.to)).toBe('TW-01');
  for (const block of chartsOf(draw(WORKED))) expectDrawable(block, WORKED);
});

test('what is missing is said: a date, a tripwire, an outcome', () => {
  const blocks = draw(`entries:
  - {id: D-01, person: AA, date: "2024-01-01", status: vindicated, tripwire: TW-09}
  - {id: D-02, status: open}
`);
  const [course, tree] = chartsOf(blocks);
  expect(course?.chart.form === 'time' && course.chart.lanes.length).toBe(1);
  expect(blocks[1]).toMatchObject({ text: 'D-02 is not on it: the date is missing.' });
  const texts = tree?.chart.form === 'tree' ? tree.chart.roots.flatMap((root) => root.children) : [];
  expect(texts.map(({ text }) => text)).toEqual([
    'TW-09 is not in this register',
    'Vindicated',
    'No tripwire watches for it',
  ]);
  expect(texts[1]?.note).toBe('What happened is not written down yet.');
});
